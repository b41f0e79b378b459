//! `"a"$b"c"`: the quotes end where the variable begins.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Part, PartKind, Status};
use crate::text::{Edit, Span};
use std::collections::HashSet;

pub(super) const META: Meta = Meta {
    code: "SC2027",
    category: Category::Shell,
    aliases: &["hadolint:SC2027"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    // Of other expansions there, it is reported that the shell splits them.
    let settled = facts.parts.iter().filter(|fact| fact.whole || fact.status == Status::Clean);
    let settled: HashSet<u32> = settled.map(|fact| fact.part.span.start).collect();
    for fact in &facts.words {
        for three in fact.word.parts.windows(3) {
            let [before, middle, after] = three else { continue };
            let quoted = |part: &Part<'_>| matches!(part.kind, PartKind::Double(_));
            let is_settled = middle.parameter().is_some() && settled.contains(&middle.span.start);
            if !is_settled || !quoted(before) || !quoted(after) {
                continue;
            }
            let end = Span { start: before.span.end.saturating_sub(1), end: before.span.end };
            let begin = Span { start: after.span.start, end: after.span.start + 1 };
            cx.report(
                middle.span,
                "The quotes end here, so this stands outside them. Leave out the quotes on both sides of it.",
            )
            .unsafe_fix("Put it within the quotes", [Edit::delete(end), Edit::delete(begin)]);
        }
    }
}
