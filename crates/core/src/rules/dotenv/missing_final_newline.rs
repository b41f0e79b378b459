//! A .env file whose last line lacks its line end.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV002",
    severity: Severity::Style,
    category: Category::Style,
    aliases: &["dotenv:EndingBlankLine"],
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let text = cx.source();
    // A name without value at the very end is worse than a matter of style, and a rule of its own.
    let is_empty = text.trim_start_matches('\u{feff}').is_empty();
    if is_empty || text.ends_with('\n') || dotenv.entries().any(|entry| entry.cut_off) {
        return;
    }
    let line_end = dotenv.line_end();
    let end = Span::empty(text.len());
    cx.report(end, "The last line has no line end, so a line appended by a script would be glued to it. End it with a newline.")
        .safe_fix("Add a newline at the end", [Edit::insert(end.start, line_end)]);
}
