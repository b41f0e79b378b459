//! A stage that nothing uses.

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
    let (built_on, copied_from) = (targets::built_on(facts), targets::copied_from(facts));
    let chosen = targets::chosen(facts);
    for stage in facts.stages.iter().filter(|stage| !stage.is_needed && targets::is_workshop(stage)) {
        let index = &stage.index;
        let may_be_chosen =
            stage.name.as_ref().is_some_and(|name| chosen.iter().any(|before| name.starts_with(before)));
        if built_on.contains(index)
            || copied_from.contains(index)
            || asked_for.contains(index)
            || may_be_chosen
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
