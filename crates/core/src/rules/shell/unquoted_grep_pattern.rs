//! `grep a* f`: the shell expands the pattern first.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, PartKind, Simple, Word, quote};

pub(super) const META: Meta = Meta {
    code: "SC2062",
    category: Category::Shell,
    aliases: &["hadolint:SC2062"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.named("grep") {
        let Some(word) = pattern(fact.simple) else { continue };
        if !word.parts.iter().any(|part| matches!(part.kind, PartKind::Glob)) {
            continue;
        }
        let found = cx.report(
            word.span,
            "The shell expands this pattern to file names before `grep` sees it. Quote it.",
        );
        let plain = |kind: &PartKind<'_>| matches!(kind, PartKind::Glob | PartKind::Literal);
        if word.parts.iter().all(|part| plain(&part.kind)) {
            found.unsafe_fix("Quote the pattern", quote(word.span));
        }
    }
}

fn pattern<'s, 't>(simple: &'s Simple<'t>) -> Option<&'s Word<'t>> {
    let arguments = simple.arguments();
    let announced =
        arguments.iter().position(|word| ["--", "-e", "--regex"].iter().any(|text| word.is(text)));
    match announced {
        Some(at) => arguments.get(at + 1),
        None => simple.operands().next(),
    }
}
