//! Several CMDs in a stage, at the later one.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL4003",
    category: Category::Correctness,
    group: Group::OptIn,
    aliases: &["hadolint:DL4003"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for (first, later) in build.repeated("CMD") {
        let found = cx
            .report(later.keyword.whole(), "Only the last CMD of a stage has an effect. Delete the others.");
        found.related(first.keyword.whole(), "has no effect");
        if let Some(edit) = build.remove(first) {
            found.unsafe_fix("Delete the other", [edit]);
        }
    }
}
