//! Stages without HEALTHCHECK.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::model::Stage;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3057",
    severity: Severity::Info,
    category: Category::Correctness,
    group: Group::Explicit,
    aliases: &["hadolint:DL3057"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let has =
        |stage: &Stage<'_>| build.instructions_of(stage).any(|instruction| instruction.is("HEALTHCHECK"));
    for stage in build.stages() {
        let inherited = build.ancestry(stage).any(has);
        let handed_on = build
            .stages()
            .iter()
            .any(|later| has(later) && build.ancestry(later).any(|a| a.index == stage.index));
        if !inherited && !handed_on {
            cx.report(
                stage.instruction.keyword.whole(),
                "Nothing checks whether containers of this stage work. Add a HEALTHCHECK.",
            );
        }
    }
}
