//! More than one blank line in a row, or one at the end.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV004",
    severity: Severity::Style,
    category: Category::Style,
    aliases: &["dotenv:ExtraBlankLine"],
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for pair in dotenv.lines.windows(2) {
        if let [a, b] = pair
            && a.is_blank()
            && b.is_blank()
            && !dotenv.is_quoted(b.text.span.start)
        {
            cx.report(b.text.span, "One blank line separates groups as well as several. Remove this one.")
                .safe_fix("Remove the blank line", [Edit::delete(b.full_span())]);
        }
    }
    if let Some(last) = dotenv.lines.last()
        && last.is_blank()
        && !last.line_end.is_empty()
    {
        let end = Span::empty(cx.source().len());
        cx.report(end, "A blank line at the end separates nothing. Remove it.")
            .safe_fix("Remove the blank line", [Edit::delete(last.full_span())]);
    }
}
