//! `build` with a context or a Dockerfile that the project does not have.

use crate::compose::{Build, Text};
use crate::diagnostic::Severity;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};
use crate::workspace::{FileKind, Workspace, join};

pub(super) const META: Meta =
    Meta { code: "PJ005", severity: Severity::Error, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for build in stack.view().services().filter_map(|service| service.build()) {
        report(stack, build, cx);
    }
}

fn report(stack: &Stack<'_>, build: Build<'_>, cx: &mut Reporter<'_>) -> Option<()> {
    let workspace = cx.project.workspace;
    let (file, _) = stack.locate(build.value.place);
    let context = match build.context() {
        Some(context) => stack.path(workspace, context).filter(|_| !is_repository(context))?,
        None => workspace.file(file).folder().to_owned(),
    };
    if let Some(written) = build.context()
        && let Some(missing) = cx.project.missing(&context, file)
    {
        let message = format!("There is no folder `{written}`, so the build fails.{}", missing.hint());
        cx.report_at(stack, written.place(), message);
        return None;
    }
    if build.dockerfile_inline().is_some() {
        return None;
    }
    let written = build.dockerfile().filter(|name| !name.is_empty());
    if written.is_some_and(|name| !name.is_literal()) || written.is_none() && has_default(workspace, &context)
    {
        return None;
    }
    let name = written.map_or("Dockerfile", |name| name.as_str());
    let missing = cx.project.missing(&join(&context, name)?, file)?;
    let place = written.or(build.context()).map_or(build.value.place, Text::place);
    let where_ =
        if context.is_empty() { "in the project's folder".to_owned() } else { format!("in `{context}`") };
    let beside = workspace.names_in(&context);
    let other = beside.iter().find(|name| FileKind::of(name) == FileKind::Dockerfile);
    let advice = match (&missing.near, other) {
        (Some(_), _) => missing.hint(),
        (None, Some(other)) => format!(" There is `{other}`: name it with `dockerfile`."),
        (None, None) if written.is_some() => {
            " `dockerfile` counts from the context: write the path from there, or add the file.".to_owned()
        }
        (None, None) => " Add one, or name another with `dockerfile`.".to_owned(),
    };
    let message = format!("There is no `{name}` {where_}, so the build fails.{advice}");
    cx.report_at(stack, place, message);
    None
}

/// Whether the folder has the Dockerfile that a build takes by itself; builders accept `dockerfile` too.
fn has_default(workspace: &Workspace, context: &str) -> bool {
    ["Dockerfile", "dockerfile"].iter().any(|name| {
        let path = join(context, name);
        path.is_some_and(|path| workspace.exists(&path) != Some(false))
    })
}

/// Whether the context is fetched from elsewhere: `git@host:path`, `github.com/owner/repository`, `service:name`.
fn is_repository(context: Text<'_>) -> bool {
    context.contains([':', '@', '#']) || context.starts_with("github.com/")
}
