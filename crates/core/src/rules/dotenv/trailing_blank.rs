//! Blanks at the end of a line.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV011",
    severity: Severity::Style,
    category: Category::Style,
    aliases: &["dotenv:TrailingWhitespace"],
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for line in dotenv.lines.iter().filter(|line| !line.is_comment()) {
        let kept = line.text.trim_end_matches([' ', '\t']).len();
        let span = Span { start: line.text.span.start + u32::try_from(kept).unwrap_or(0), ..line.text.span };
        if !span.is_empty() && !dotenv.is_quoted(span.start) {
            cx.report(
                span,
                "Blanks at the end cannot be seen, and `docker run --env-file` keeps them. Remove them.",
            )
            .safe_fix("Remove the blanks", [Edit::delete(span)]);
        }
    }
}
