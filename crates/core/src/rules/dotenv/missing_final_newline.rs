//! A .env file whose last line lacks its line end.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};
use crate::workspace::{FileKind, SourceFile};

pub(super) const META: Meta = Meta {
    code: "EV002",
    severity: Severity::Style,
    category: Category::Style,
    aliases: &["dotenv:EndingBlankLine"],
    fix: FixSafety::Safe,
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(file: &SourceFile, cx: &mut Reporter<'_>) {
    let text = &file.text;
    if file.kind != FileKind::Dotenv || text.is_empty() || text.ends_with('\n') {
        return;
    }
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let end = Span::empty(text.len());
    cx.report(end, "The last line has no line end, so a line appended by a script would be glued to it. End it with a newline.")
        .safe_fix("Add a newline at the end", [Edit::insert(end.start, line_end)]);
}
