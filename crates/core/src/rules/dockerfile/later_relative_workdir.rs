//! Relative WORKDIRs after the first.

use crate::model::Build;
use crate::model::workdir;
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5000",
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["hadolint:DL3000"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for (index, path) in workdir::relative(build, false) {
        let found = cx.report(
            path.whole(),
            "This path depends on the WORKDIR before it. Write it from the root: `/...`.",
        );
        let before = workdir::in_force(build, index);
        if let Some(edit) = before.and_then(|before| workdir::from_root(path, before)) {
            found.safe_fix("Write it from the root", [edit]);
        }
    }
}
