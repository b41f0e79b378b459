//! A variable without quotes: the shell splits its value and expands globs in it.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Parameter, PartFact, Status, quote};

pub(super) const META: Meta = Meta {
    code: "SC2086",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2086"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.parts {
        let Some(parameter) = fact.part.parameter() else { continue };
        if fact.whole || fact.names_command || fact.status != Status::Dirty || is_exempt(parameter) {
            continue;
        }
        if is_default_of_colon(facts, fact, parameter) {
            continue;
        }
        let raw = &fact.part.raw;
        let message = format!(
            "`{raw}` stands without quotes, so the shell splits its value at blanks and expands `*` in it. Write `\"{raw}\"`."
        );
        let found = cx.report(fact.part.span, message);
        if !facts.may_be_list(fact) {
            found.unsafe_fix("Quote the variable", quote(fact.part.span));
        }
    }
}

/// Parameters that are numbers, are meant to become several words, or whose value is written in place.
fn is_exempt(parameter: &Parameter<'_>) -> bool {
    let several =
        parameter.name == "@" || parameter.index.as_ref().is_some_and(|index| index.is("@") || index.is("*"));
    parameter.length
        || several
        || matches!(parameter.name.as_ref(), "?" | "$" | "!" | "#" | "-")
        || matches!(parameter.operator_text(), "+" | ":+")
}

/// `: ${x:=value}` is there for its side effect.
fn is_default_of_colon(facts: &Facts<'_, '_>, fact: &PartFact<'_, '_>, parameter: &Parameter<'_>) -> bool {
    matches!(parameter.operator_text(), "=" | ":=")
        && facts.command_of(fact.command).is_some_and(|simple| simple.is_exactly(":"))
}
