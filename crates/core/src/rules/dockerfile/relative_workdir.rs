//! The first WORKDIR of a stage, if it is relative.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::model::workdir;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3000",
    severity: Severity::Error,
    category: Category::Correctness,
    aliases: &["hadolint:DL3000", "buildkit:WorkdirRelativePath"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for (_, path) in workdir::relative(build, true) {
        let found = cx.report(
            path.whole(),
            "This path depends on the base image's working directory. Write it from the root: `/...`.",
        );
        if let Some(edit) = workdir::from_root(path, "/") {
            found.unsafe_fix("Write it from the root", [edit]);
        }
    }
}
