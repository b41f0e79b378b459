//! `a && b || c`: c also runs if b fails.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Command, CommandKind, Facts, Logical, Pipeline};

pub(super) const META: Meta = Meta {
    code: "SC2015",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2015"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for (and_or, conditional) in &facts.and_ors {
        let [.., and, or] = and_or.operators.as_slice() else { continue };
        let [.., then, otherwise] = and_or.pipelines.as_slice() else { continue };
        if *conditional || (and.value, or.value) != (Logical::And, Logical::Or) {
            continue;
        }
        if is_test(then) || is_harmless(otherwise) {
            continue;
        }
        cx.report(
            and.span,
            "`a && b || c` is no if-then-else: c also runs when b fails. Write `if a; then b; else c; fi`.",
        );
    }
}

fn single<'s, 't>(pipeline: &'s Pipeline<'t>) -> Option<&'s Command<'t>> {
    let [command] = pipeline.commands.as_slice() else { return None };
    Some(command)
}

fn is_test(pipeline: &Pipeline<'_>) -> bool {
    single(pipeline).is_some_and(|command| match &command.kind {
        CommandKind::Test(_) => true,
        CommandKind::Simple(simple) => matches!(simple.name(), Some("[" | "test")),
        _ => false,
    })
}

/// An assignment or a message: it does no harm to run it once more.
fn is_harmless(pipeline: &Pipeline<'_>) -> bool {
    single(pipeline).and_then(Command::as_simple).is_some_and(|simple| {
        let name = simple.inner_name().unwrap_or_default();
        simple.words.is_empty()
            || matches!(name.as_ref(), "echo" | "exit" | "return" | "printf" | "true" | ":")
    })
}
