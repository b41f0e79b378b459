//! `$(echo x)`: the same as x.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, List, PartKind, Word};

pub(super) const META: Meta = Meta {
    code: "SC2116",
    severity: Severity::Style,
    category: Category::Shell,
    aliases: &["hadolint:SC2116"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.parts {
        if fact.part.substitution().is_some_and(only_echoes) {
            cx.report(
                fact.part.span,
                "Echoing a value only to take it back gives the same value. Use the value itself.",
            );
        }
    }
}

fn only_echoes(list: &List<'_>) -> bool {
    let Some(simple) =
        list.single_simple().filter(|simple| simple.words.first().is_some_and(|word| word.is("echo")))
    else {
        return false;
    };
    let arguments = simple.arguments();
    let Some(first) = arguments.first() else { return false };
    let expands = |word: &Word<'_>| {
        word.parts
            .iter()
            .any(|part| matches!(part.kind, PartKind::Glob | PartKind::ExtGlob(_) | PartKind::Braces(_)))
    };
    let repeats_command = arguments.len() == 1
        && first.flat_parts().count() == 1
        && first.flat_parts().all(|(part, _)| part.substitution().is_some());
    !first.literal_prefix().starts_with('-') && !arguments.iter().any(expands) && !repeats_command
}
