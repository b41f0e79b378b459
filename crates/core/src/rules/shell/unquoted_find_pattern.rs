//! `find -name a*`: the shell expands the pattern first.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Part, PartKind, Word, quote};

pub(super) const META: Meta = Meta {
    code: "SC2061",
    category: Category::Shell,
    aliases: &["hadolint:SC2061"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

/// What is followed by a pattern.
const TESTS: [&str; 10] = [
    "-name",
    "-iname",
    "-lname",
    "-ilname",
    "-path",
    "-ipath",
    "-wholename",
    "-iwholename",
    "-regex",
    "-iregex",
];

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.named("find") {
        for pair in fact.simple.arguments().windows(2) {
            let [test, pattern] = pair else { continue };
            let takes_pattern = TESTS.iter().any(|name| test.is(name));
            if !takes_pattern || !pattern.parts.iter().any(is_glob) || begins_with_glob(pattern) {
                continue;
            }
            let found = cx.report(
                pattern.span,
                "The shell expands this pattern to file names before `find` sees it. Quote it.",
            );
            let plain = |part: &Part<'_>| is_glob(part) || matches!(part.kind, PartKind::Literal);
            if pattern.parts.iter().all(plain) {
                found.unsafe_fix("Quote the pattern", quote(pattern.span));
            }
        }
    }
}

fn is_glob(part: &Part<'_>) -> bool {
    matches!(part.kind, PartKind::Glob)
}

/// Another rule reports such an argument of any command.
fn begins_with_glob(word: &Word<'_>) -> bool {
    word.parts.first().is_some_and(|part| is_glob(part) && matches!(part.raw.as_ref(), "*" | "?"))
}
