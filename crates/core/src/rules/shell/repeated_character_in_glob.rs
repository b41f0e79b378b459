//! `pip install x[standard]`: a bracket glob that was meant as text.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, PartKind, Role, quote};

pub(super) const META: Meta = Meta {
    code: "SC2102",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2102"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.parts {
        if !matches!(fact.part.kind, PartKind::Glob) || !repeats(&fact.part.raw) {
            continue;
        }
        let Some(word) = fact.word.and_then(|index| facts.words.get(index)) else { continue };
        let name = facts.command_of(fact.command).and_then(|simple| simple.name());
        if matches!(name, Some("tr" | "read")) || word.role == Role::Test {
            continue;
        }
        cx.report(
            fact.part.span,
            format!(
                "`{}` is a glob that matches one character. Quote it if the brackets are part of the text.",
                fact.part.raw
            ),
        )
        .unsafe_fix("Quote it", quote(fact.part.span));
    }
}

/// Whether a character stands twice in the brackets, which says nothing new about one character.
fn repeats(raw: &str) -> bool {
    let Some(inside) = raw.strip_prefix('[').and_then(|raw| raw.strip_suffix(']')) else { return false };
    let inside = inside.trim_start_matches(['!', '^']);
    if inside.contains('[') {
        return false;
    }
    if inside.len() > 1 && inside.starts_with(':') && inside.ends_with(':') {
        return false;
    }
    inside.char_indices().any(|(at, c)| c != '-' && inside.get(..at).is_some_and(|before| before.contains(c)))
}
