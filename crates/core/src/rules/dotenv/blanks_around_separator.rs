//! Blanks beside the `=`.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::dotenv::lines::Line;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV009",
    severity: Severity::Style,
    category: Category::Style,
    aliases: &["dotenv:SpaceCharacter"],
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for line in dotenv.lines.iter().filter(|line| line.is_entry()) {
        let Some(span) = padded_separator(line) else { continue };
        let separator = dotenv.entry_at(span.start).and_then(|entry| entry.separator);
        if separator.is_some_and(|separator| span.contains(separator)) {
            cx.report(
                span,
                "Shells and `docker run --env-file` do not take blanks around the `=`. Remove them.",
            )
            .safe_fix("Remove the blanks around the `=`", [Edit::replace(span, "=")]);
        }
    }
}

/// The only `=` of a line with the spaces around it, if there are any.
fn padded_separator(line: &Line<'_>) -> Option<Span> {
    let (before, after) = line.text.split_once('=').filter(|(_, after)| !after.contains('='))?;
    let left = before.len() - before.trim_end_matches(' ').len();
    let right = after.len() - after.trim_start_matches(' ').len();
    let at = line.text.span.start as usize + before.len();
    (left + right > 0).then(|| Span::new(at - left, at + 1 + right))
}
