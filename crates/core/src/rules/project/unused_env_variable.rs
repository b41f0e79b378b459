//! A variable of a `.env` that serves Compose alone, and that no compose file uses.

use crate::compose::{Value, ValueKind};
use crate::diagnostic::Severity;
use crate::interpolation;
use crate::project::{Project, Stack, Tree};
use crate::rules::{Check, Meta, Reporter};
use crate::suggest;
use crate::workspace::{FileKind, SourceFile, Workspace, join};
use std::collections::{HashMap, HashSet};

pub(super) const META: Meta =
    Meta { code: "PJ014", severity: Severity::Info, check: Check::Project(check), ..Meta::DEFAULT };

/// Beginnings of the names that Compose, the engine and the builder read themselves.
const READ_BY_TOOLS: [&str; 5] = ["COMPOSE_", "DOCKER_", "BUILDKIT_", "BUILDX_", "PATH"];

/// Files that nobody runs.
const TEXTS: [&str; 9] = ["md", "txt", "rst", "conf", "sql", "png", "svg", "ini", "gitkeep"];

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    let workspace = project.workspace;
    let mut stacks: HashMap<&str, Vec<&Stack<'_>>> = HashMap::new();
    for stack in &project.stacks {
        stacks.entry(stack.folder(workspace)).or_default().push(stack);
    }
    let files =
        workspace.files().filter(|(_, file)| file.name() == ".env" && stacks.contains_key(file.folder()));
    let mut files = files.peekable();
    if files.peek().is_none() || workspace.listing().is_none() {
        return;
    }
    let Some(given) = given(project) else { return };
    let used = used(project);
    for (id, file) in files {
        let Tree::Dotenv(dotenv) = &project.file(id).tree else { continue };
        let serves_others = project.raw_reader(id).is_some() || takes(&given, file);
        if serves_others || has_program(workspace, file.folder()) {
            continue;
        }
        let stacks = stacks.get(file.folder()).into_iter().flatten();
        let wanted: Vec<_> = stacks.flat_map(|stack| stack.unset_variables(project)).collect();
        let wanted: Vec<&str> = wanted.iter().map(|unset| unset.name.as_str()).collect();
        for key in dotenv.entries().map(|entry| entry.key) {
            let is_read = READ_BY_TOOLS.iter().any(|start| key.value.starts_with(start));
            // That one of the two is misspelt is said where the other is used.
            if is_read || used.contains(key.value) || suggest::nearest(key.value, &wanted).is_some() {
                continue;
            }
            let message = format!(
                "No compose file uses `{}`, and no container gets it. Delete it, or use it as `${{{}}}`.",
                key.value, key.value
            );
            cx.report_in(id, key.span, message);
        }
    }
}

/// The files and folders that services are given: as `env_file`, as a mount or as the context of a build. `None` where that could
/// be any.
fn given(project: &Project<'_>) -> Option<HashSet<String>> {
    let workspace = project.workspace;
    let mut given = HashSet::new();
    for stack in &project.stacks {
        if stack.model.is_partial {
            return None;
        }
        for service in stack.view().services() {
            let context = service.build().map(|build| build.context());
            if context == Some(None) {
                return None;
            }
            let files = service.env_files().into_iter().map(|file| file.path);
            let sources = service.mounts().filter_map(|mount| mount.source);
            let paths = files.chain(sources).chain(context.flatten());
            for path in paths.filter(|path| !path.starts_with(['/', '~'])) {
                given.insert(stack.path(workspace, path)?);
            }
        }
    }
    Some(given)
}

/// Whether the file, its folder or a folder around that is among those that are given.
fn takes(given: &HashSet<String>, env: &SourceFile) -> bool {
    let folders = env.path.match_indices('/').filter_map(|(at, _)| env.path.get(..at));
    folders.chain([env.path.as_str(), env.folder()]).any(|path| given.contains(path))
}

/// Whether a program stands in the folder, which may read a file beside it.
fn has_program(workspace: &Workspace, folder: &str) -> bool {
    let is_program = |name: &&str| {
        let is_text =
            name.rsplit_once('.').is_some_and(|(stem, ending)| stem.is_empty() || TEXTS.contains(&ending));
        let path = join(folder, name).unwrap_or_default();
        let is_file = workspace.listing().is_some_and(|listing| listing.contains(&path));
        let is_foreign = !matches!(
            FileKind::of(name),
            FileKind::Compose | FileKind::Dotenv | FileKind::Gitignore | FileKind::Dockerignore
        );
        is_file && is_foreign && !is_text && !["LICENSE", "README"].contains(name)
    };
    workspace.names_in(folder).iter().any(is_program)
}

/// Every name that a compose file or another variable may take from a .env file.
fn used(project: &Project<'_>) -> HashSet<String> {
    let mut used = HashSet::new();
    for (id, _) in project.workspace.files() {
        match &project.file(id).tree {
            Tree::Compose(file) => file.documents.iter().for_each(|document| add_names(document, &mut used)),
            Tree::Dotenv(dotenv) => {
                let values = dotenv.entries().filter_map(|entry| entry.value.as_ref());
                values.for_each(|value| add_variables(value.text.as_str(), &mut used));
            }
            _ => {}
        }
    }
    used
}

/// Variables in texts, and whatever may be the name of one: a text of its own, as in `environment: [NAME]`, and a key without a value.
fn add_names(value: &Value<'_>, used: &mut HashSet<String>) {
    match &value.kind {
        ValueKind::List(items) => items.iter().for_each(|item| add_names(item, used)),
        ValueKind::Map(entries) => {
            for entry in entries {
                if entry.value.is_null() {
                    used.insert(entry.key.as_str().to_owned());
                }
                add_names(&entry.value, used);
            }
        }
        ValueKind::Scalar { scalar, .. } => {
            add_variables(&scalar.value, used);
            used.insert(scalar.value.to_string());
        }
    }
}

fn add_variables(text: &str, used: &mut HashSet<String>) {
    if text.contains('$') {
        let (template, _) = interpolation::parse(text);
        used.extend(template.variables().iter().map(|variable| variable.name.value.to_owned()));
    }
}
