//! `[ "x$a" = x ]`: the x has been needless for decades.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Part, PartKind, Word};

pub(super) const META: Meta = Meta {
    code: "SC2268",
    severity: Severity::Style,
    category: Category::Shell,
    aliases: &["hadolint:SC2268"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for comparison in facts.tests.iter().flat_map(|test| test.comparisons()) {
        if begins_with_x(comparison.left) && begins_with_x(comparison.right) {
            cx.report(
                comparison.left.span,
                "The `x` was needed by shells of the 1980s. Compare the quoted value itself, or use `-z` and `-n`.",
            );
        }
    }
}

fn begins_with_x(word: &Word<'_>) -> bool {
    let first = match word.parts.first() {
        Some(Part { kind: PartKind::Double(inner), .. }) => inner.first(),
        other => other,
    };
    let text = first.and_then(Part::literal).unwrap_or_default();
    text.starts_with(['x', 'X'])
}
