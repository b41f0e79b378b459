//! `a > f | b`: nothing is left for the pipe.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Command, Facts, PartKind, RedirectOperator, Simple};

pub(super) const META: Meta = Meta {
    code: "SC2260",
    severity: Severity::Error,
    category: Category::Shell,
    aliases: &["hadolint:SC2260"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for pipeline in &facts.pipelines {
        let stages = pipeline.commands.iter().zip(&pipeline.pipes).filter(|(_, pipe)| !pipe.value);
        for simple in stages.filter_map(|(command, _)| Command::as_simple(command)) {
            if feeds_otherwise(simple) {
                continue;
            }
            if let Some(redirect) = simple.outputs("1").next() {
                cx.report(
                    redirect.operator.span,
                    "The output goes to the file, so nothing comes through the pipe. Use `tee`, or separate the commands with `;`.",
                );
            }
        }
    }
}

/// Whether something else may write to the pipe: `2>&1`, another file descriptor, `>(...)`.
fn feeds_otherwise(simple: &Simple<'_>) -> bool {
    let juggles = simple.redirects.iter().any(|redirect| {
        matches!(
            redirect.operator.value,
            RedirectOperator::DuplicateOutput | RedirectOperator::DuplicateInput
        ) || redirect.fd.as_ref().is_some_and(|fd| !matches!(fd.value.as_ref(), "0" | "1" | "2"))
    });
    let words = simple.words.iter().chain(simple.redirects.iter().map(|redirect| &redirect.target));
    juggles || words.flat_map(|word| &word.parts).any(|part| matches!(part.kind, PartKind::Process(_)))
}
