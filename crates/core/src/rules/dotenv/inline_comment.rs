//! A comment behind a value.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV014",
    severity: Severity::Info,
    category: Category::Correctness,
    group: Group::Strict,
    aliases: &["dotenv:ValueWithoutQuotes"],
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let source = cx.source();
    for entry in dotenv.entries() {
        let Some(comment) = entry.comment else { continue };
        let found = cx.report(
            comment.span,
            "`docker run --env-file` and other readers take this comment for a part of the value. Put it on a line of its own.",
        );
        let Some(lines) = entry.own_lines(source) else { continue };
        let line_end = dotenv.line_end();
        let removed = Span { start: entry.span.end, end: comment.span.end };
        let above = format!("{}{line_end}", comment.value);
        found.safe_fix("Move the comment above", [Edit::insert(lines.start, above), Edit::delete(removed)]);
    }
}
