//! A file that holds secrets, copied into an image.

use crate::diagnostic::Severity;
use crate::project::{Project, Shipped};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "SK015",
    severity: Severity::Error,
    category: Category::Secrets,
    check: Check::Project(check),
    ..Meta::DEFAULT
};

/// So many files are named in one message.
const MOST_NAMED: usize = 3;

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    for group in project.shipped().chunk_by(|a, b| (a.dockerfile, a.source) == (b.dockerfile, b.source)) {
        let Some(first) = group.first() else { continue };
        let shown: Vec<String> =
            group.iter().take(MOST_NAMED).map(|file| format!("`{}`", file.path)).collect();
        let more = match group.len().saturating_sub(MOST_NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let mend = if first.named {
            "Mount it for the one step that needs it with `RUN --mount=type=secret`, or into the container at run time."
        } else {
            "Add it to .dockerignore, and mount it where it is needed: `RUN --mount=type=secret` in the build, Compose's `secrets` at run time."
        };
        let message = format!(
            "This copies {}{more} into the image: {}. Whoever gets the image can read it, even if a later step deletes it. {mend}",
            shown.join(", "),
            first.kind.what
        );
        // What was read was also seen to hold a secret; the rest goes by the name alone.
        let severity_of =
            |file: &Shipped| if file.file.is_some() { Severity::Error } else { file.kind.severity };
        let severity = group.iter().map(severity_of).max().unwrap_or(Severity::Error);
        let found = cx.report_in(first.dockerfile, first.source, message);
        found.severity(severity);
        for file in group {
            if let Some(id) = file.file {
                found.related_in(id, Span::empty(0), "this file");
            }
        }
    }
}
