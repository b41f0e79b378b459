//! A file that is named and not there.

use crate::compose::LoadErrorKind;
use crate::diagnostic::Severity;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC016", severity: Severity::Error, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for error in stack.errors().iter().filter(|error| error.kind == LoadErrorKind::MissingFile) {
        let (file, span) = stack.locate(error.place);
        let path = span.of(&cx.project.workspace.file(file).text);
        let found = cx.report_at(stack, error.place, error.message.as_str());
        // A file of variables is made on each machine, and kept out of the repository.
        if path.contains("env") {
            found.severity(Severity::Warning);
        }
    }
}
