//! Processes that a RUN leaves in the background.

use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5062",
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs() {
        let Some(last) = run.script.body.items.last().filter(|last| last.background) else { continue };
        cx.report(
            last.span,
            "What a RUN leaves in the background ends with it, and no container will find it running. Start it by CMD or by the entrypoint.",
        );
    }
}
