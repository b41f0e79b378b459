//! A line that `docker run --env-file` reads otherwise than Compose, in a file that it is given.

use crate::diagnostic::Severity;
use crate::dotenv::{Difference, Dotenv};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV030",
    category: Category::Correctness,
    fix: FixSafety::Both,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let Some((reader, place)) = cx.project.raw_reader(cx.file) else { return };
    let is_compose = matches!(cx.project.file(reader).tree, crate::project::Tree::Compose(_));
    let by = if is_compose { "`format: raw`" } else { "`docker run --env-file`" };
    for (entry, span, difference) in dotenv.differences(cx.source()) {
        let message = match difference {
            Difference::Export => format!("{by} refuses the file because of the word `export`. Remove it."),
            Difference::Lines => format!(
                "{by} ends this value with its first line, and takes what follows for other variables. Pass it as a file."
            ),
            Difference::Quotes { .. } => {
                format!("{by} takes these quotes for a part of the value. Remove them.")
            }
            Difference::Comment => {
                format!("{by} takes this comment for a part of the value. Put it on a line of its own.")
            }
            Difference::Variable => {
                format!("{by} does not expand variables, so this stays as it is. Write the value out.")
            }
        };
        let found = cx.report(span, message).related_in(reader, place, "the file is given to it here");
        match (difference, &entry.value) {
            (Difference::Export, _) => {
                let word = Span { start: span.start, end: entry.key.span.start };
                found
                    .severity(Severity::Error)
                    .unsafe_fix("Remove `export`, for shells, too", [Edit::delete(word)]);
            }
            (Difference::Quotes { needed: false }, Some(value)) => {
                let inner = value.inner_span();
                let quotes =
                    [Span { end: inner.start, ..value.span }, Span { start: inner.end, ..value.span }];
                if entry.comment.is_none() {
                    found.safe_fix("Remove the quotes", quotes.map(Edit::delete));
                }
            }
            _ => {}
        }
    }
}
