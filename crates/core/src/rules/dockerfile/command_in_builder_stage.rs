//! CMD, ENTRYPOINT or HEALTHCHECK in a stage that no container is made from.

use crate::diagnostic::Severity;
use crate::model::{Build, targets};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5024",
    severity: Severity::Info,
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    let Some(last) = facts.last() else { return };
    let asked_for = targets::asked_for(cx.project, cx.file, facts);
    let built_on = targets::built_on(facts);
    for stage in facts.stages.iter().filter(|stage| stage.is_needed && stage.index != last.index) {
        if built_on.contains(&stage.index) || asked_for.contains(&stage.index) || !targets::is_workshop(stage)
        {
            continue;
        }
        for (_, instruction) in stage.instructions(build.file) {
            let Some(keyword) =
                ["CMD", "ENTRYPOINT", "HEALTHCHECK"].into_iter().find(|keyword| instruction.is(keyword))
            else {
                continue;
            };
            cx.report(
                instruction.keyword.whole(),
                format!("This {keyword} never runs: other stages only copy from this one. Delete it, or move it to the last stage."),
            );
        }
    }
}
