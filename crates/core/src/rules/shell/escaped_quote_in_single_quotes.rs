//! `'it\'s'`: within single quotes, a backslash protects nothing.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, PartKind};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "SC1003",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC1003"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.parts {
        let PartKind::Single(text) = &fact.part.kind else { continue };
        if text.ends_with('\\') {
            let end = fact.part.span.end;
            let backslash = Span { start: end.saturating_sub(2), end: end.saturating_sub(1) };
            cx.report(
                backslash,
                "Within single quotes a backslash is a backslash, and the quote after it ends the text. For a quote, write `'\\''`.",
            );
        }
    }
}
