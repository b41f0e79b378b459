//! apt, whose command line is made for people, in a RUN.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "DL3027",
    category: Category::Correctness,
    aliases: &["hadolint:DL3027"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// What apt-get understands in the same words.
const SAME: &[&str] = &[
    "update",
    "upgrade",
    "install",
    "remove",
    "purge",
    "autoremove",
    "clean",
    "autoclean",
    "source",
    "download",
];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["apt"]) {
        let same = call.operands(&[]).next().is_some_and(|verb| SAME.contains(&verb.text.as_ref()));
        let name = call.name_word.span;
        let found = cx.report(
            name,
            "`apt` is made for people and its command line is not stable. Use `apt-get` (or `apt-cache`) in scripts.",
        );
        if same {
            found.safe_fix("Use `apt-get`", [Edit::replace(name, "apt-get")]);
        }
    }
}
