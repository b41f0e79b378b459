//! `$(echo x)`: the same as x.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, List, PartFact, PartKind, Word, unwrap};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "SC2116",
    severity: Severity::Style,
    category: Category::Shell,
    aliases: &["hadolint:SC2116"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.parts {
        if fact.part.substitution().is_some_and(only_echoes) {
            let source = cx.source();
            let found = cx.report(
                fact.part.span,
                "Echoing a value only to take it back gives the same value. Use the value itself.",
            );
            if let Some(edits) = value(fact).and_then(|value| unwrap(source, fact.part.span, value)) {
                found.unsafe_fix("Use the value itself", edits);
            }
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

/// The place of the only value that is echoed, where it can stand by itself.
fn value(fact: &PartFact<'_, '_>) -> Option<Span> {
    let PartKind::Substitution(list) = &fact.part.kind else { return None };
    let [word] = list.single_simple()?.arguments() else { return None };
    let [part] = word.parts.as_slice() else { return None };
    let stands = part.parameter().is_some() && !matches!(part.kind, PartKind::Double(_));
    (stands || !fact.quoted && matches!(part.kind, PartKind::Double(_))).then_some(word.span)
}
