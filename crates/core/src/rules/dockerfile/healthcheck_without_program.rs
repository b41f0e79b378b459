//! HEALTHCHECK with a program that the image does not have.

use crate::dockerfile::{Base, Stage};
use crate::image;
use crate::model::{Build, Step, contents};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Call;
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
        if contents::lacks(&image::split(text), program) && !may_be_added(build, stage, program) {
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

/// Whether an instruction of the stage, or of those that it is built from, may bring the program.
fn may_be_added(build: &Build<'_, '_>, stage: &Stage<'_>, program: &str) -> bool {
    let is_script = |call: &Call<'_, '_>| {
        let runs_file = call.is_any(&["sh", "bash"]) && !call.has_flag("c") && !call.arguments.is_empty();
        call.name().ends_with(".sh") || runs_file
    };
    build.facts().lineage(stage).any(|stage| {
        let by_run = build.runs_in(stage.instructions.clone()).any(|run| {
            run.instruction.span.of(build.file.text).contains(program) || run.calls.iter().any(is_script)
        });
        let by_copy = stage.instructions(build.file).any(|(_, instruction)| {
            let Some(transfer) = instruction.transfer() else { return false };
            let names = |path: &str| {
                path.contains(program) || path == "/" || path.trim_end_matches('/').ends_with("bin")
            };
            let mut paths = transfer.sources.iter().chain(&transfer.destination);
            paths.any(|path| names(path)) || instruction.is("ADD")
        });
        by_run || by_copy
    })
}
