//! Backticks where `$(...)` says the same and nests.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, PartKind};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "SC2006",
    severity: Severity::Style,
    category: Category::Shell,
    aliases: &["hadolint:SC2006"],
    fix: FixSafety::Safe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.parts {
        let PartKind::Backticks(list) = &fact.part.kind else { continue };
        if list.items.is_empty() {
            continue;
        }
        let Span { start, end } = fact.part.span;
        let found = cx.report(
            fact.part.span,
            "Backticks are hard to read and to nest, and change what backslashes mean. Write `$(...)`.",
        );
        // With escapes inside, the text means something else between the parentheses.
        if !fact.part.raw.contains('\\') {
            let open = Edit::replace(Span { start, end: start + 1 }, "$(");
            let close = Edit::replace(Span { start: end - 1, end }, ")");
            found.safe_fix("Write `$(...)`", [open, close]);
        }
    }
}
