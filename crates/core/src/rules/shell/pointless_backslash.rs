//! `\:` outside quotes: the backslash does nothing.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, PartKind, Role};

pub(super) const META: Meta = Meta {
    code: "SC1001",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC1001"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.parts {
        let PartKind::Escaped(c) = fact.part.kind else { continue };
        let needed = c.is_whitespace() || "|&;<>()\\'\"$`?*@!+[]{}.,~#".contains(c);
        // `\n`, `\t` and `\r` are another mistake: they were meant as control characters.
        if needed || matches!(c, 'n' | 't' | 'r') || fact.quoted || fact.in_parameter {
            continue;
        }
        let word = fact.word.and_then(|index| facts.words.get(index));
        let of_name =
            word.is_some_and(|word| word.role == Role::Name && word.word.span.start == fact.part.span.start);
        let of_test = word.is_some_and(|word| word.role == Role::Test && fact.whole);
        if !of_name && !of_test {
            cx.report(
                fact.part.span,
                format!("The shell removes this backslash: `{c}` needs none. Quote the word if the command is to see the backslash."),
            );
        }
    }
}
