//! A stage that nothing uses.

use crate::dockerfile::{Base, Stage};
use crate::model::{Build, targets};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5022",
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    let asked_for = targets::asked_for(cx.project, cx.file, facts);
    let used = |stage: &Stage<'_>| {
        facts.stages.iter().any(|other| {
            matches!(other.base, Base::Stage(parent) if parent == stage.index)
                || other.references.iter().any(|reference| reference.stage == Some(stage.index))
        })
    };
    for stage in facts.stages.iter().filter(|stage| !stage.is_needed && !used(stage)) {
        if !targets::is_workshop(stage)
            || asked_for.contains(&stage.index)
            || targets::may_be_chosen(facts, stage)
        {
            continue;
        }
        let Some(from) = build.file.instructions.get(stage.from) else { continue };
        let message = match &stage.name {
            Some(name) => format!(
                "Nothing uses the stage `{name}`, so BuildKit skips it. Copy from it with `COPY --from={name}`, or delete it."
            ),
            None => "Nothing uses this stage: the next FROM starts over, and nothing of it gets into the image. Name it and copy from it, or delete it.".to_owned(),
        };
        cx.report(from.head, message);
    }
}
