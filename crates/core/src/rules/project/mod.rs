//! The rules of the family `project`.
//!
//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.

mod invalid_support_file;
mod npm_install_with_lock;
mod unpinned_requirement;
mod unversioned_dependency;
mod unversioned_requirement;

use super::Rule;

/// The rules of this family, by name.
#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "invalid-support-file",
        summary: "A requirements.txt, package.json or ignore file holds a line that is not understood.",
        family: "project",
        meta: invalid_support_file::META,
    },
    Rule {
        name: "npm-install-with-lock",
        summary: "npm install is used although a lock file is there; npm ci would honour it.",
        family: "project",
        meta: npm_install_with_lock::META,
    },
    Rule {
        name: "unpinned-requirement",
        summary: "A requirement in requirements.txt fits several versions.",
        family: "project",
        meta: unpinned_requirement::META,
    },
    Rule {
        name: "unversioned-dependency",
        summary: "A dependency in package.json takes any version.",
        family: "project",
        meta: unversioned_dependency::META,
    },
    Rule {
        name: "unversioned-requirement",
        summary: "A requirement in requirements.txt names no version.",
        family: "project",
        meta: unversioned_requirement::META,
    },
];
