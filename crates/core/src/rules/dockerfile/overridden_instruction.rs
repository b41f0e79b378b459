//! A CMD, ENTRYPOINT or HEALTHCHECK without effect.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "BK013",
    category: Category::Correctness,
    aliases: &["buildkit:MultipleInstructionsDisallowed"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for keyword in ["CMD", "ENTRYPOINT", "HEALTHCHECK"] {
        for (first, later) in build.repeated(keyword) {
            let found = cx.report(
                first.keyword.whole(),
                format!(
                    "This {keyword} has no effect, since a later one of the stage replaces it. Delete it."
                ),
            );
            found.related(later.keyword.whole(), "replaces it");
            if let Some(edit) = build.remove(first) {
                found.unsafe_fix("Delete it", [edit]);
            }
        }
    }
}
