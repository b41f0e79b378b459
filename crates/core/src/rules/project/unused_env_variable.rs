//! A variable of a `.env` that serves Compose alone, and that no compose file uses.

use crate::compose::{Service, Value, ValueKind};
use crate::diagnostic::Severity;
use crate::interpolation;
use crate::project::{Project, Stack, Tree};
use crate::rules::{Check, Meta, Reporter};
use crate::suggest;
use crate::workspace::{FileKind, SourceFile, join};
use std::collections::HashSet;

pub(super) const META: Meta =
    Meta { code: "PJ014", severity: Severity::Info, check: Check::Project(check), ..Meta::DEFAULT };

/// Beginnings of the names that Compose, the engine and the builder read themselves.
const READ_BY_TOOLS: [&str; 5] = ["COMPOSE_", "DOCKER_", "BUILDKIT_", "BUILDX_", "PATH"];

/// Files that nobody runs.
const TEXTS: [&str; 9] = ["md", "txt", "rst", "conf", "sql", "png", "svg", "ini", "gitkeep"];

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    for (id, file) in project.workspace.files().filter(|(_, file)| file.name() == ".env") {
        let Tree::Dotenv(dotenv) = &project.file(id).tree else { continue };
        let stacks: Vec<_> =
            project.stacks.iter().filter(|stack| stack.folder(project.workspace) == file.folder()).collect();
        let serves_others = project.raw_reader(id).is_some() || !serves_compose_alone(project, file);
        if stacks.is_empty() || serves_others {
            continue;
        }
        let used = used(project);
        let wanted: Vec<_> = stacks.iter().flat_map(|stack| stack.unset_variables(project)).collect();
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

/// Whether nothing but Compose can read the file: no service is given it, neither as `env_file` nor within a folder, and no program
/// stands beside it.
fn serves_compose_alone(project: &Project<'_>, env: &SourceFile) -> bool {
    let workspace = project.workspace;
    let is_program = |name: &&str| {
        let is_text =
            name.rsplit_once('.').is_some_and(|(stem, ending)| stem.is_empty() || TEXTS.contains(&ending));
        let path = join(env.folder(), name).unwrap_or_default();
        let is_file = workspace.listing().is_some_and(|listing| listing.contains(&path));
        let is_foreign = !matches!(
            FileKind::of(name),
            FileKind::Compose | FileKind::Dotenv | FileKind::Gitignore | FileKind::Dockerignore
        );
        is_file && is_foreign && !is_text && !["LICENSE", "README"].contains(name)
    };
    let takes =
        |path: &str| path == env.path || path == env.folder() || env.path.starts_with(&format!("{path}/"));
    let gets = |stack: &Stack<'_>, service: Service<'_>| {
        let context = service.build().map(|build| build.context());
        let files = service.env_files().into_iter().map(|file| file.path);
        let sources = service.mounts().filter_map(|mount| mount.source);
        let mut paths =
            files.chain(sources).chain(context.flatten()).filter(|path| !path.starts_with(['/', '~']));
        context == Some(None) || paths.any(|path| stack.path(workspace, path).is_none_or(|path| takes(&path)))
    };
    let is_given = |stack: &Stack<'_>| stack.view().services().any(|service| gets(stack, service));
    workspace.listing().is_some()
        && !workspace.names_in(env.folder()).iter().any(is_program)
        && !project.stacks.iter().any(|stack| stack.model.is_partial || is_given(stack))
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
