//! A brace that the shell takes literally.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, PartKind};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "SC1083",
    category: Category::Shell,
    aliases: &["hadolint:SC1083"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.parts {
        let literal = matches!(fact.part.kind, PartKind::Literal);
        if !literal || fact.quoted || fact.in_parameter || fact.word.is_none() {
            continue;
        }
        let text = fact.part.raw.as_ref();
        // Text with a line continuation inside stands otherwise in the source.
        if fact.part.span.len() != text.len() {
            continue;
        }
        for (at, brace) in text.match_indices(['{', '}']) {
            let pair = match brace {
                "{" => text.get(at + 1..).is_some_and(|rest| rest.starts_with('}')),
                _ => text.get(..at).is_some_and(|before| before.ends_with('{')),
            };
            if !pair {
                let start = fact.part.span.start as usize + at;
                cx.report(
                    Span::new(start, start + 1),
                    format!("This `{brace}` has no meaning to the shell here. Quote it, or check for a missing `;` or `$`."),
                );
            }
        }
    }
}
