//! COPY of a folder that holds what no image needs.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::ignorefile::clean;
use crate::project::{Context, ContextIgnore, Project, Tree};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Mapped;
use crate::workspace::{FileId, join};

pub(super) const META: Meta =
    Meta { code: "PJ012", category: Category::Size, check: Check::Project(check), ..Meta::DEFAULT };

/// Folders of version control and of installed packages: the image installs its own.
const CLUTTER: [&str; 8] =
    [".git", ".hg", ".svn", "node_modules", ".venv", "venv", ".terraform", "__pycache__"];

/// Those of them that differ from system to system: a copy breaks what the image installs.
const OF_HOST: [&str; 3] = ["node_modules", ".venv", "venv"];

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    for (id, _) in project.workspace.files() {
        let Tree::Dockerfile(dockerfile) = &project.file(id).tree else { continue };
        let contexts = project.contexts(id);
        let [context] = contexts.as_slice() else { continue };
        let ignore = project.ignore_of(id, context);
        for instruction in &dockerfile.instructions {
            let InstructionKind::Copy(transfer) = &instruction.kind else { continue };
            if instruction.flag("from").is_some() || instruction.flag("exclude").is_some() {
                continue;
            }
            for source in &transfer.sources {
                report(project, id, (context, ignore), source, cx);
            }
        }
    }
}

fn report(
    project: &Project<'_>,
    id: FileId,
    (context, ignore): (&Context, ContextIgnore<'_>),
    source: &Mapped<'_>,
    cx: &mut Reporter<'_>,
) -> Option<()> {
    let inside = clean(source.trim_matches(['"', '\'']).trim_start_matches('/'));
    let inside = if inside == "." { String::new() } else { inside };
    let folder = join(&context.folder, &inside).filter(|_| !source.contains(['$', '*', '?', '[']))?;
    let taken = |name: &&&str| !ignore.may_ignore(&join(&inside, name).unwrap_or_default(), true);
    let names = project.workspace.names_in(&folder);
    let clutter: Vec<&str> =
        CLUTTER.iter().filter(|name| names.contains(**name)).filter(taken).copied().collect();
    if clutter.is_empty() {
        return None;
    }
    let is_of_host = clutter.iter().any(|name| OF_HOST.contains(name));
    let harm = if is_of_host {
        "Packages of this machine then replace those that the image installs."
    } else {
        "That makes the image larger, and every change of it builds all that follows anew."
    };
    let them = if clutter.len() == 1 { "it" } else { "them" };
    let mend = match ignore {
        ContextIgnore::Absent => format!("Name {them} in a .dockerignore; there is none."),
        _ => format!("Name {them} in .dockerignore."),
    };
    let message = format!("This copies `{}` into the image. {harm} {mend}", clutter.join("`, `"));
    let severity = if is_of_host { Severity::Warning } else { Severity::Info };
    let found = cx.report_in(id, source.whole(), message);
    found.severity(severity);
    if let ContextIgnore::Read(ignore, _) = ignore {
        found.related_in(ignore, crate::text::Span::empty(0), "this file lets it through");
    }
    Some(())
}
