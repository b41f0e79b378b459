//! HEALTHCHECK with a program that the image does not have.

use crate::dockerfile::Base;
use crate::image;
use crate::model::{Build, Step, contents};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "DL5034",
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    for step in build.steps().filter(|step| step.instruction.is("HEALTHCHECK") && !step.onbuild) {
        let Some(stage) = facts.stage_of(step.index) else { continue };
        let root = facts.root(stage);
        let Some(text) = root.expanded_image.as_deref().filter(|_| matches!(root.base, Base::Image)) else {
            continue;
        };
        let Some((program, span)) = program(step) else { continue };
        if contents::lacks(&image::split(text), program)
            && !contents::may_be_added(build.file, stage, program)
        {
            cx.report(
                span,
                format!("`{text}` has no `{program}`, so the check always fails. Install it, or use a program that is there."),
            );
        }
    }
}

/// The one of curl and wget that the check calls, and where.
fn program(step: &Step<'_, '_>) -> Option<(&'static str, Span)> {
    let called = |name: &'static str| {
        let call = step.calls.iter().find(|call| call.name() == name)?;
        Some((name, call.name_word.span))
    };
    match (called("curl"), called("wget")) {
        (Some(_), Some(_)) => None,
        (curl, wget) => curl.or(wget),
    }
}
