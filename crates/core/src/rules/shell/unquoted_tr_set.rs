//! `tr [a-z] ...`: the shell expands the set first.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Part, PartKind, quote};

pub(super) const META: Meta = Meta {
    code: "SC2060",
    category: Category::Shell,
    aliases: &["hadolint:SC2060"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.named("tr") {
        for word in fact.simple.arguments().iter().filter(|word| word.parts.iter().any(is_glob)) {
            let found =
                cx.report(word.span, "The shell expands this to file names before `tr` sees it. Quote it.");
            let plain = |part: &Part<'_>| is_glob(part) || matches!(part.kind, PartKind::Literal);
            if word.parts.iter().all(plain) {
                found.unsafe_fix("Quote the set", quote(word.span));
            }
        }
    }
}

fn is_glob(part: &Part<'_>) -> bool {
    matches!(part.kind, PartKind::Glob)
}
