//! `for f in $dir/*`: the directory is split, too.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, PartKind, quote};

pub(super) const META: Meta = Meta {
    code: "SC2231",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2231"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for word in facts.loops.iter().filter_map(|clause| clause.words.as_ref()).flatten() {
        if !word.parts.iter().any(|part| matches!(part.kind, PartKind::Glob)) {
            continue;
        }
        for part in
            word.parts.iter().filter(|part| part.parameter().is_some() || part.substitution().is_some())
        {
            cx.report(
                part.span,
                "Before the glob is expanded, the shell splits this value at blanks. Quote it and leave the glob outside the quotes.",
            )
            .unsafe_fix("Quote the variable", quote(part.span));
        }
    }
}
