//! COPY of a folder that holds what no image needs.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::ignorefile::clean;
use crate::project::{Context, ContextIgnore, Project, Tree};
use crate::rules::{Check, Meta, Reporter};
use crate::text::{Mapped, Span};
use crate::workspace::{FileId, join};
use std::collections::{BTreeSet, HashMap};

pub(super) const META: Meta = Meta { code: "PJ012", check: Check::Project(check), ..Meta::DEFAULT };

/// Folders of version control and of tools.
const CLUTTER: [&str; 5] = [".git", ".hg", ".svn", ".terraform", "__pycache__"];

/// Folders of installed packages, which differ from system to system: a copy replaces what the image installs.
const PACKAGES: [&str; 3] = ["node_modules", ".venv", "venv"];

/// Ends of the names of databases: each new container would begin with the same old data.
const DATABASES: [&str; 2] = [".sqlite3", ".sqlite"];

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    // Many Dockerfiles may be built from one folder of many files.
    let mut names = HashMap::new();
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
                report(project, id, (context, ignore), source, &mut names, cx);
            }
        }
    }
}

fn report<'p>(
    project: &Project<'p>,
    id: FileId,
    (context, ignore): (&Context, ContextIgnore<'_>),
    source: &Mapped<'_>,
    names: &mut HashMap<String, BTreeSet<&'p str>>,
    cx: &mut Reporter<'_>,
) -> Option<()> {
    let inside = clean(source.trim_matches(['"', '\'']).trim_start_matches('/'));
    let inside = if inside == "." { String::new() } else { inside };
    let folder = join(&context.folder, &inside).filter(|_| !source.contains(['$', '*', '?', '[']))?;
    let is_taken = |name: &str, is_folder: bool| {
        let path = join(&inside, name).unwrap_or_default();
        // A folder of which all is left out counts as left out, whatever pattern does it.
        let path = if is_folder { format!("{path}/x") } else { path };
        !ignore.may_ignore(&path, false)
    };
    let names: &BTreeSet<&str> =
        names.entry(folder).or_insert_with_key(|folder| suspects(project.workspace.names_in(folder)));
    let folders = |list: &[&'static str]| -> Vec<&str> {
        list.iter().copied().filter(|name| names.contains(name) && is_taken(name, true)).collect()
    };
    let packages = folders(&PACKAGES);
    let databases: Vec<&str> =
        names.iter().copied().filter(|name| is_database(name) && is_taken(name, false)).collect();
    let (harm, severity) = match (packages.as_slice(), databases.as_slice()) {
        ([_, ..], _) => {
            ("Packages of this machine then replace those that the image installs.", Severity::Warning)
        }
        ([], [_, ..]) => ("Each new container then begins with the same old data.", Severity::Warning),
        ([], []) => (
            "That makes the image larger, and every change of it builds all that follows anew.",
            Severity::Info,
        ),
    };
    let clutter = [folders(&CLUTTER), packages, databases].concat();
    if clutter.is_empty() {
        return None;
    }
    let them = if clutter.len() == 1 { "it" } else { "them" };
    let mend = match ignore {
        ContextIgnore::Absent => format!("Name {them} in a .dockerignore; there is none."),
        _ => format!("Name {them} in .dockerignore."),
    };
    let message = format!("This copies `{}` into the image. {harm} {mend}", clutter.join("`, `"));
    let found = cx.report_in(id, source.whole(), message);
    found.severity(severity);
    if let ContextIgnore::Read(ignore, _) = ignore {
        found.related_in(ignore, Span::empty(0), "this file lets it through");
    }
    Some(())
}

/// Those of the names that are reported where they are taken.
fn suspects(mut names: BTreeSet<&str>) -> BTreeSet<&str> {
    names.retain(|name| CLUTTER.contains(name) || PACKAGES.contains(name) || is_database(name));
    names
}

fn is_database(name: &str) -> bool {
    DATABASES.iter().any(|end| name.ends_with(end))
}
