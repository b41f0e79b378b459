//! What `docklint resolve` prints: the project as Compose would run it, as YAML for people and as JSON for programs.

mod json;
mod mask;
mod yaml;

use crate::Places;
use docklint_core::Workspace;
use docklint_core::project::resolve::{Node, Origin, Problem, Resolved};
use std::fmt::Write as _;

/// The model as one JSON object. Each environment variable is an object of its value and the place it comes from.
#[must_use]
pub fn json(resolved: &Resolved, workspace: &Workspace, show_secrets: bool) -> String {
    json::render(&shown(resolved, show_secrets), &Places::new(workspace))
}

/// The model as YAML, as `docker compose config` prints it, with the places of values in comments.
#[must_use]
pub fn yaml(resolved: &Resolved, workspace: &Workspace, show_secrets: bool) -> String {
    let mut out = yaml::render(&shown(resolved, show_secrets), &Places::new(workspace));
    if !resolved.disabled.is_empty() {
        let _ = writeln!(out, "# switched off by their profiles: {}", resolved.disabled.join(", "));
    }
    out
}

/// A line for each problem: `path:line:column: error: message`.
#[must_use]
pub fn problems(problems: &[Problem], workspace: &Workspace, severity: &str) -> String {
    let places = Places::new(workspace);
    let mut out = String::new();
    for problem in problems {
        let at = places.position(problem.file, problem.span.start);
        let path = places.path(problem.file);
        let message = problem.message.replace('\n', " ");
        let _ = writeln!(out, "{path}:{}:{}: {severity}: {message}", at.line, at.column);
    }
    out
}

fn shown(resolved: &Resolved, show_secrets: bool) -> Node {
    match show_secrets {
        true => resolved.model.clone(),
        false => mask::masked(&resolved.model, &resolved.secrets),
    }
}

/// Path and line of an origin; `None` where it is no file.
fn place<'a>(origin: Option<Origin>, places: &Places<'a>) -> Option<(&'a str, u32)> {
    match origin? {
        Origin::File(file, span) => Some((places.path(file), places.position(file, span.start).line)),
        Origin::Shell | Origin::Compose => None,
    }
}
