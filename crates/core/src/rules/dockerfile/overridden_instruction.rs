//! A CMD, ENTRYPOINT or HEALTHCHECK without effect.

use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "BK013",
    category: Category::Correctness,
    aliases: &["buildkit:MultipleInstructionsDisallowed"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for keyword in ["CMD", "ENTRYPOINT", "HEALTHCHECK"] {
        for (first, later) in build.repeated(keyword) {
            cx.report(
                first.keyword.whole(),
                format!(
                    "This {keyword} has no effect, since a later one of the stage replaces it. Delete it."
                ),
            )
            .related(later.keyword.whole(), "replaces it");
        }
    }
}
