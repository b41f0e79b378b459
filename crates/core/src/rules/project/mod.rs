//! The rules of the family `project`.
//!
//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.

mod build_argument_not_passed;
mod build_secret_not_passed;
mod clutter_in_image;
mod hidden_env_file_variable;
mod image_release_differs;
mod invalid_support_file;
mod missing_build_file;
mod missing_copy_source;
mod missing_mounted_file;
mod mount_hides_dependencies;
mod npm_install_with_lock;
mod overridden_env_file_value;
mod shared_container_name;
mod unknown_build_argument;
mod unknown_build_target;
mod unpinned_requirement;
mod unset_variable;
mod unused_definition;
mod unused_env_variable;
mod unversioned_dependency;
mod unversioned_requirement;

use super::Rule;

/// The rules of this family, by name.
#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "build-argument-not-passed",
        summary: "A build argument has no default, is needed for an address or a version, and no service passes it.",
        family: "project",
        meta: build_argument_not_passed::META,
    },
    Rule {
        name: "build-secret-not-passed",
        summary: "A RUN mounts a secret that no service passes to the build.",
        family: "project",
        meta: build_secret_not_passed::META,
    },
    Rule {
        name: "clutter-in-image",
        summary: "COPY takes version control, packages of this machine or a local database into the image.",
        family: "project",
        meta: clutter_in_image::META,
    },
    Rule {
        name: "hidden-env-file-variable",
        summary: "A variable stands without a value in environment, so that its value in env_file does not count.",
        family: "project",
        meta: hidden_env_file_variable::META,
    },
    Rule {
        name: "image-release-differs",
        summary: "The same image is used in different releases by files of one folder.",
        family: "project",
        meta: image_release_differs::META,
    },
    Rule {
        name: "invalid-support-file",
        summary: "A requirements.txt, package.json or ignore file holds a line that is not understood.",
        family: "project",
        meta: invalid_support_file::META,
    },
    Rule {
        name: "missing-build-file",
        summary: "build names a context or a Dockerfile that the project does not have.",
        family: "project",
        meta: missing_build_file::META,
    },
    Rule {
        name: "missing-copy-source",
        summary: "COPY or ADD takes a file that the build context does not have.",
        family: "project",
        meta: missing_copy_source::META,
    },
    Rule {
        name: "missing-mounted-file",
        summary: "A service mounts a file that the project does not have.",
        family: "project",
        meta: missing_mounted_file::META,
    },
    Rule {
        name: "mount-hides-dependencies",
        summary: "A service mounts the project over the folder in which its image installs the dependencies.",
        family: "project",
        meta: mount_hides_dependencies::META,
    },
    Rule {
        name: "npm-install-with-lock",
        summary: "npm install is used although a lock file is there; npm ci would honour it.",
        family: "project",
        meta: npm_install_with_lock::META,
    },
    Rule {
        name: "overridden-env-file-value",
        summary: "A value in a file of env_file is replaced by every service that reads the file.",
        family: "project",
        meta: overridden_env_file_value::META,
    },
    Rule {
        name: "shared-container-name",
        summary: "Two services get the same container_name through extends or an anchor.",
        family: "project",
        meta: shared_container_name::META,
    },
    Rule {
        name: "unknown-build-argument",
        summary: "build.args passes an argument that the Dockerfile does not declare.",
        family: "project",
        meta: unknown_build_argument::META,
    },
    Rule {
        name: "unknown-build-target",
        summary: "build.target names a stage that the Dockerfile does not have.",
        family: "project",
        meta: unknown_build_target::META,
    },
    Rule {
        name: "unpinned-requirement",
        summary: "A requirement in requirements.txt fits several versions.",
        family: "project",
        meta: unpinned_requirement::META,
    },
    Rule {
        name: "unset-variable",
        summary: "A compose file uses a variable that nothing gives a value.",
        family: "project",
        meta: unset_variable::META,
    },
    Rule {
        name: "unused-definition",
        summary: "A volume, network, secret or config is declared and no service uses it.",
        family: "project",
        meta: unused_definition::META,
    },
    Rule {
        name: "unused-env-variable",
        summary: "A variable of .env is used by no compose file.",
        family: "project",
        meta: unused_env_variable::META,
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
