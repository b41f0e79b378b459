//! The first WORKDIR of a stage, if it is relative.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::model::workdir;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3000",
    severity: Severity::Error,
    category: Category::Correctness,
    aliases: &["hadolint:DL3000", "buildkit:WorkdirRelativePath"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for path in workdir::relative(build, true) {
        cx.report(
            path,
            "This path depends on the base image's working directory. Write it from the root: `/...`.",
        );
    }
}
