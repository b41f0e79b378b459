//! `"a"$b"c"`: the quotes end where the variable begins.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Part, PartKind, Status};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "SC2027",
    category: Category::Shell,
    aliases: &["hadolint:SC2027"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.words {
        for three in fact.word.parts.windows(3) {
            let [before, middle, after] = three else { continue };
            let quoted = |part: &Part<'_>| matches!(part.kind, PartKind::Double(_));
            if !quoted(before) || !quoted(after) || !is_settled(facts, middle) {
                continue;
            }
            let found = cx.report(
                middle.span,
                "The quotes end here, so this stands outside them. Leave out the quotes on both sides of it.",
            );
            let end = Span { start: before.span.end - 1, end: before.span.end };
            let begin = Span { start: after.span.start, end: after.span.start + 1 };
            found.unsafe_fix("Put it within the quotes", [Edit::delete(end), Edit::delete(begin)]);
        }
    }
}

/// Whether the part is a variable that the shell leaves in one piece even so; else another rule reports it.
fn is_settled(facts: &Facts<'_, '_>, part: &Part<'_>) -> bool {
    let mut same = facts.parts.iter().filter(|fact| fact.part.span == part.span);
    part.parameter().is_some() && same.any(|fact| fact.whole || fact.status == Status::Clean)
}
