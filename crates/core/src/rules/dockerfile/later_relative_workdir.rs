//! Relative WORKDIRs after the first.

use crate::model::Build;
use crate::model::workdir;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5000",
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["hadolint:DL3000"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for path in workdir::relative(build, false) {
        cx.report(path, "This path depends on the WORKDIR before it. Write it from the root: `/...`.");
    }
}
