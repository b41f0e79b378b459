//! One line for each finding, as compilers print them: `path:line:column: severity CODE message`.

use crate::Places;
use crate::summary;
use docklint_core::{Report, Workspace};
use std::fmt::Write as _;

/// All findings, a line each, and a last line that counts them.
#[must_use]
pub fn render(report: &Report, workspace: &Workspace) -> String {
    let places = Places::new(workspace);
    let mut out = String::new();
    for found in &report.diagnostics {
        let at = places.position(found.file, found.span.start);
        let path = places.path(found.file);
        // A message of several lines would break what reads line by line.
        let message = found.message.replace('\n', " ");
        let _ =
            writeln!(out, "{path}:{}:{}: {} {} {message}", at.line, at.column, found.severity, found.code);
    }
    out.push_str(&summary::line(report));
    out.push('\n');
    out
}
