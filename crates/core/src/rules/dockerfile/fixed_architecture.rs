//! A fixed processor architecture in a file that builds for several.

use crate::dockerfile::{InstructionKind, Stage};
use crate::model::{Build, Step, architecture};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Argument;
use crate::text::Span;
use std::collections::BTreeSet;

pub(super) const META: Meta = Meta {
    code: "DL5027",
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// What tells that a script looks at the architecture itself.
const ASKS: [&str; 6] = ["TARGET", "uname", "print-architecture", "ARCH}", "$ARCH", "apk --print-arch"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    let several = |stage: &Stage<'_>| {
        ["TARGETARCH", "TARGETPLATFORM"].iter().any(|name| stage.environment.last(name).is_some())
    };
    if !facts.stages.iter().any(several) {
        return;
    }
    for stage in &facts.stages {
        let platform =
            build.file.instructions.get(facts.root(stage).from).and_then(|from| from.flag("platform"));
        // On the build machine a tool for that machine is right, and the target's architecture is still not known.
        let on_builder =
            platform.and_then(|flag| flag.value.as_ref()).map(|value| value.contains("BUILDPLATFORM"));
        if on_builder == Some(false) {
            continue;
        }
        for (index, instruction) in stage.instructions(build.file) {
            let run = build.run_at(index);
            let span = match &instruction.kind {
                InstructionKind::Env(env) => env
                    .pairs
                    .iter()
                    .find(|pair| *pair.name == *"GOARCH" && pair.value.as_ref().is_some_and(|v| is_fixed(v)))
                    .map(|pair| pair.span),
                _ => run.and_then(|run| {
                    in_script(run, instruction.span.of(build.file.text), on_builder.is_none())
                }),
            };
            if let Some(span) = span {
                cx.report(
                    span,
                    "This is fixed to one architecture, in a file that builds for several. Use `TARGETARCH`, declared with ARG.",
                );
            }
        }
    }
}

fn is_fixed(value: &str) -> bool {
    architecture::normalised(value.trim_matches(['"', '\''])).is_some()
}

/// The place of the one architecture that a script spells, as GOARCH or in a download, unless it asks which it is.
fn in_script(run: &Step<'_, '_>, text: &str, with_downloads: bool) -> Option<Span> {
    let spelt: BTreeSet<&str> = architecture::spelt_in(text).collect();
    if spelt.len() != 1 || ASKS.iter().any(|word| text.contains(word)) {
        return None;
    }
    let assignments = run.calls.iter().flat_map(|call| &call.simple.assignments);
    let goarch = assignments
        .filter(|assignment| assignment.name.value == "GOARCH")
        .map(|assignment| assignment.span)
        .next();
    let is_url = |text: &str| text.contains("://") && architecture::spelt_in(text).next().is_some();
    let downloads =
        run.calls.iter().filter(|call| with_downloads && call.is_any(&["curl", "wget", "aria2c"]));
    let mut words = downloads.flat_map(|call| &call.arguments);
    goarch.or_else(|| words.find(|word| is_url(&word.text)).map(Argument::span))
}
