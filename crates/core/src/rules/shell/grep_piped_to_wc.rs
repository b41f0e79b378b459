//! `grep x | wc -l`: grep counts by itself.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Simple};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "SC2126",
    severity: Severity::Style,
    category: Category::Shell,
    aliases: &["hadolint:SC2126"],
    fix: FixSafety::Unsafe,
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
            let source = cx.source();
            let found = cx.report(grep.span, "`grep -c` counts the matching lines by itself.");
            let flag = wc.words.last().map_or(wc.span, |flag| flag.span);
            let rest = Span { start: grep.span.end, end: flag.end };
            if counts_one_input(grep, wc) && !rest.of(source).contains(['#', '\n']) {
                let name = grep.words.first().map_or(grep.span, |name| name.span);
                found.unsafe_fix("Use `grep -c`", [Edit::insert(name.end, " -c"), Edit::delete(rest)]);
            }
        }
    }
}

/// Whether `grep -c` prints the one number that `wc -l` prints.
fn counts_one_input(grep: &Simple<'_>, wc: &Simple<'_>) -> bool {
    let only_lines = matches!(wc.arguments(), [flag] if flag.is("-l") && wc.redirects.iter().all(|to| to.span.start > flag.span.start));
    let several = grep.operands().count() > 2 || grep.operands().any(|word| word.may_be_several());
    only_lines && !several && !grep.has_flag(&["c", "count", "q", "quiet"])
}
