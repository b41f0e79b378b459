//! A file that is named and not there.

use crate::compose::LoadErrorKind;
use crate::diagnostic::Severity;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};
use crate::secrets::is_example;
use crate::workspace::join;

pub(super) const META: Meta =
    Meta { code: "DC016", severity: Severity::Error, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let workspace = cx.project.workspace;
    for error in stack.errors().iter().filter(|error| error.kind == LoadErrorKind::MissingFile) {
        let (file, span) = stack.locate(error.place);
        let written = span.of(&workspace.file(file).text).trim_matches(['"', '\'']);
        let Some(path) = join(workspace.file(file).folder(), written) else { continue };
        // A file of variables is made on each machine, and kept out of the repository.
        let is_environment = written.contains("env");
        let example = example_of(cx, &path).filter(|_| is_environment);
        let is_ignored = is_environment && cx.project.is_git_ignored(&path) == Some(true);
        let (message, severity) = match example {
            Some(example) => {
                let message = format!(
                    "`{written}` is not there yet, and Compose does not start without it. Make it from `{example}`, or say `required: false`."
                );
                (message, Severity::Info)
            }
            None if is_ignored => {
                let message = format!(
                    "`{written}` is not there yet, and Compose does not start without it. Git leaves it out: put an example beside it, or say `required: false`."
                );
                (message, Severity::Info)
            }
            None => {
                let hint = cx.project.missing(&path, file).map(|missing| missing.hint()).unwrap_or_default();
                let severity = if is_environment { Severity::Warning } else { Severity::Error };
                (format!("{}{hint}", error.message), severity)
            }
        };
        cx.report_at(stack, error.place, message).severity(severity);
    }
}

/// The example beside the file at `path` from which it is made: `.env.example` for `.env`, `web.env.sample` for `web.env`.
fn example_of<'p>(cx: &Reporter<'p>, path: &str) -> Option<&'p str> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let is_its = |other: &&str| {
        is_example(other) && (other.contains(name) || name.contains(".env") && *other == ".env.example")
    };
    cx.project.workspace.names_in(folder).into_iter().find(is_its)
}
