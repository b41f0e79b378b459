//! A comment behind a value.

use crate::diagnostic::Severity;
use crate::dotenv::{Dotenv, Entry};
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::text::{Edit, Span, Spanned};

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
    // There is another rule for a file that `docker run` is given: it keeps quotes and comments.
    if cx.project.raw_reader(cx.file).is_some() {
        return;
    }
    let entries: Vec<&Entry<'_>> = dotenv.entries().collect();
    // Readers that look for a quote further down take the lines up to there for one value: one defect, mended as a whole.
    for joined in entries.chunk_by(|_, next| !dotenv.begins_line(next)) {
        let mut commented = joined.iter().filter_map(|entry| Some((*entry, entry.comment?)));
        let Some((_, first)) = commented.next() else { continue };
        let fix = moved(joined, dotenv.line_end(), cx.source());
        let found = cx.report(
            first.span,
            "`docker run --env-file` and other readers take this comment for a part of the value. Put it on a line of its own.",
        );
        for (_, comment) in commented {
            found.related(comment.span, "this comment, too");
        }
        if let Some(edits) = fix {
            found.safe_fix("Move the comment above", edits);
        }
    }
}

/// The change that gives each comment a line above its entry; `None` where an entry shares its line with another.
fn moved(entries: &[&Entry<'_>], line_end: &str, source: &str) -> Option<Vec<Edit>> {
    let mut edits = Vec::new();
    for entry in entries {
        let Some(Spanned { value, span }) = entry.comment else { continue };
        edits.push(Edit::insert(entry.own_lines(source)?.start, format!("{value}{line_end}")));
        edits.push(Edit::delete(Span { start: entry.span.end, end: span.end }));
    }
    Some(edits)
}
