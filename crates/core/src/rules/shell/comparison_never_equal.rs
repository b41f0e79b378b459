//! `[ "a$x" = b ]`: the sides can never be equal.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Part, PartKind, TestKind, Word};

pub(super) const META: Meta = Meta {
    code: "SC2193",
    category: Category::Shell,
    aliases: &["hadolint:SC2193"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for test in facts.tests.iter().filter(|test| test.kind != TestKind::Command) {
        for comparison in test.comparisons() {
            let (left, right) = (Ends::of(comparison.left), Ends::of(comparison.right));
            if (left.open || right.open) && !left.may_equal(&right) {
                cx.report(
                    comparison.operator.span,
                    "The two sides can never be equal: their fixed parts differ. Look for a missing `$` or a quote in the wrong place.",
                );
            }
        }
    }
}

/// What a word begins and ends with, whatever its expansions become.
struct Ends {
    start: String,
    end: String,
    /// Whether there is anything between.
    open: bool,
}

impl Ends {
    fn of(word: &Word<'_>) -> Self {
        let pieces: Vec<Option<String>> =
            word.flat_parts().map(|(part, quoted)| fixed(part, quoted)).collect();
        let start = pieces.iter().map_while(Option::as_deref).collect();
        let mut end: Vec<&str> = pieces.iter().rev().map_while(Option::as_deref).collect();
        end.reverse();
        Self { start, end: end.concat(), open: pieces.iter().any(Option::is_none) }
    }

    fn may_equal(&self, other: &Self) -> bool {
        let starts = self.start.starts_with(&other.start) || other.start.starts_with(&self.start);
        let ends = self.end.ends_with(&other.end) || other.end.ends_with(&self.end);
        // A side without expansions can not be shorter than what is fixed of the other.
        let fits = |closed: &Self, open: &Self| {
            closed.open || closed.start.len() >= open.start.len().max(open.end.len())
        };
        starts && ends && fits(self, other) && fits(other, self)
    }
}

/// The text of a part that stays as it is.
fn fixed(part: &Part<'_>, quoted: bool) -> Option<String> {
    match part.kind {
        PartKind::Glob if !quoted => None,
        PartKind::Tilde | PartKind::AnsiC(_) => None,
        _ => part.literal().map(|text| text.into_owned()),
    }
}
