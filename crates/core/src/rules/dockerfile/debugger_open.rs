//! Debuggers that an image opens to the network.

use crate::dockerfile::InstructionKind;
use crate::model::{Build, debugging};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;
use std::collections::HashSet;

pub(super) const META: Meta =
    Meta { code: "DL5050", category: Category::Security, check: Check::Dockerfile(check), ..Meta::DEFAULT };

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    if build.is_for_developers(&cx.project.workspace.file(cx.file).path) {
        return;
    }
    let kept = build.stages().iter().filter(|stage| build.ships_stage(stage.index));
    for instruction in kept.flat_map(|stage| build.instructions_of(stage)) {
        let InstructionKind::Env(env) = &instruction.kind else { continue };
        for pair in &env.pairs {
            if pair.value.as_ref().is_some_and(|value| debugging::opens_debugger(value)) {
                report(pair.span, cx);
            }
        }
    }
    let mut seen = HashSet::new();
    for (word, span) in build.start_commands().concat() {
        // ENTRYPOINT and CMD stand in several commands.
        if debugging::opens_debugger(&word) && seen.insert(span.start) {
            report(span, cx);
        }
    }
}

fn report(span: Span, cx: &mut Reporter<'_>) {
    cx.report(
        span,
        "This opens a debugger, which runs any code for whoever reaches it. Give the option only where you debug: `docker run -e`, or a compose file for development.",
    );
}
