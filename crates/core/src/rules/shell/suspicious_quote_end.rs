//! A text over several lines whose closing quote stands at a word: a quote is missing further up.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, PartKind};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "SC1078",
    category: Category::Shell,
    aliases: &["hadolint:SC1078"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for word in &facts.words {
        for pair in word.word.parts.windows(2) {
            let [part, next] = pair else { continue };
            let double = matches!(part.kind, PartKind::Double(_));
            if !double && !matches!(part.kind, PartKind::Single(_)) {
                continue;
            }
            let inside = part.raw.get(1..).unwrap_or_default();
            let over_lines = inside.contains('\n') && !inside.starts_with('\n');
            let follows = |c: char| {
                c.is_ascii_alphanumeric() || c == '_' || c == '%' || (double && (c == '$' || c == '"'))
            };
            if over_lines && next.raw.starts_with(follows) {
                let start = part.span.start;
                cx.report(
                    Span { start, end: start + 1 },
                    "The text that begins here ends lines later, at a word. A closing quote is probably missing before.",
                )
                .related(next.span, "the text ends before this");
            }
        }
    }
}
