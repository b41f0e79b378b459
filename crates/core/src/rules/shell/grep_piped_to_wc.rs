//! `grep x | wc -l`: grep counts by itself.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Simple};

pub(super) const META: Meta = Meta {
    code: "SC2126",
    severity: Severity::Style,
    category: Category::Shell,
    aliases: &["hadolint:SC2126"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    let is = |simple: &Simple<'_>, name: &str| simple.words.first().is_some_and(|word| word.is(name));
    for (grep, wc) in facts.neighbours().filter(|(grep, wc)| is(grep, "grep") && is(wc, "wc")) {
        let counts_otherwise = ["m", "chars", "w", "words", "c", "bytes", "L", "max-line-length"];
        let prints_otherwise = [
            "l",
            "files-with-matches",
            "L",
            "files-without-matches",
            "o",
            "only-matching",
            "r",
            "R",
            "recursive",
            "A",
            "after-context",
            "B",
            "before-context",
        ];
        let counts_lines = wc.flags().next().is_some() && !wc.has_flag(&counts_otherwise);
        if counts_lines && !grep.has_flag(&prints_otherwise) {
            cx.report(grep.span, "`grep -c` counts the matching lines by itself.");
        }
    }
}
