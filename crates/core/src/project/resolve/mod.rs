//! [`resolve`]: a project as Compose would run it, as plain data: files merged, variables expanded, short forms written out, and
//! each environment variable with the place that its value comes from.

mod build;
mod environment;
mod links;
mod name;
mod node;
mod service;
#[cfg(test)]
mod tests;
mod variables;

pub use links::wanted;
pub use node::{Node, NodeKind, Origin, Use};

use super::stack::{Around, Known};
use super::{Project, Tree};
use crate::compose::{self, Expansion, File, Model, Place, ResourceKind, Value, ValueKind};
use crate::secrets::is_sensitive;
use crate::sorting::{sort, sort_by_key};
use crate::text::Span;
use crate::workspace::FileId;
use std::collections::{BTreeMap, BTreeSet};
use variables::Variables;

/// What is to be resolved, and what is set around it.
#[derive(Clone, Debug, Default)]
pub struct Ask {
    /// The Compose files in the order of merging.
    pub files: Vec<FileId>,
    /// The .env files of the project; a later one wins.
    pub env_files: Vec<FileId>,
    /// The variables of whoever runs Compose. They win over all files.
    pub shell: BTreeMap<String, String>,
    /// The profiles that are on; `*` is all of them.
    pub profiles: Vec<String>,
    /// The name of the project's folder, after which the project is called if nothing else names it.
    pub folder: Option<String>,
}

/// A project as Compose would run it.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// The model. Where there are [`Self::errors`], what could be made of the rest.
    pub model: Node,
    /// Why Compose refuses the project, by file and place.
    pub errors: Vec<Problem>,
    /// What Compose does without, and what could not be looked at.
    pub warnings: Vec<Problem>,
    /// Services that their profiles switch off; the model lacks them.
    pub disabled: Vec<String>,
    /// Texts known to be secret, longest first. Whoever shows the model hides them.
    pub secrets: Vec<String>,
}

/// Something to be said about a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file.
    pub file: FileId,
    /// The place in it.
    pub span: Span,
    /// What is wrong.
    pub message: String,
}

impl Problem {
    fn new(file: FileId, span: Span, message: impl Into<String>) -> Self {
        Self { file, span, message: message.into() }
    }
}

/// What is known while a project is resolved.
struct Context<'p, 'a> {
    project: &'p Project<'a>,
    known: &'p Known<'p>,
    variables: Variables,
    errors: Vec<Problem>,
    warnings: Vec<Problem>,
    secrets: BTreeSet<String>,
}

/// Resolves the project's files.
#[must_use]
pub fn resolve(project: &Project<'_>, ask: &Ask) -> Resolved {
    let (known, files) = Known::new(project.workspace, &project.files);
    let mut errors = Vec::new();
    let env_files = links::included_env_files(project, ask);
    let env_files = env_files.into_iter().chain(ask.env_files.iter().copied());
    let mut variables = Variables::of_project(project, env_files, &ask.shell, &mut errors);
    let stack: Vec<u32> = ask.files.iter().filter_map(|id| known.index(*id)).collect();
    let name = name::project_name(&stack, &files, &variables, ask.folder.as_deref());
    if let Some(name) = &name {
        variables.set("COMPOSE_PROJECT_NAME", name.clone(), Origin::Compose);
    }
    let around = Around {
        known: &known,
        environment: &variables.values,
        is_complete: true,
        profiles: Some(&ask.profiles),
    };
    let model = compose::load(&files, &stack, &around);
    let mut cx =
        Context { project, known: &known, variables, errors, warnings: Vec::new(), secrets: BTreeSet::new() };
    cx.add_load_errors(&model);
    cx.warn_of_unset(&model.value);
    cx.collect_secrets();
    let (tree, disabled) = cx.tree(model.view(), name.as_deref(), ask);
    let mut secrets: Vec<String> = cx.secrets.into_iter().collect();
    sort_by_key(&mut secrets, |secret| std::cmp::Reverse(secret.len()));
    Resolved { model: tree, errors: in_order(cx.errors), warnings: in_order(cx.warnings), disabled, secrets }
}

fn in_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    sort(&mut problems);
    problems.dedup();
    problems
}

impl<'a> Context<'_, 'a> {
    fn locate(&self, place: Place) -> Option<(FileId, Span)> {
        Some((*self.known.ids.get(place.file as usize)?, place.span))
    }

    fn origin(&self, place: Place) -> Option<Origin> {
        self.locate(place).map(|(file, span)| Origin::File(file, span))
    }

    fn add_load_errors(&mut self, model: &Model<'_>) {
        let read = model.files.iter().filter_map(|index| self.known.ids.get(*index as usize));
        let unreadable = read.flat_map(|id| self.project.file(*id).errors.iter().map(|error| (*id, error)));
        let unreadable: Vec<_> = unreadable.map(|(id, e)| Problem::new(id, e.span, &*e.message)).collect();
        if !unreadable.is_empty() {
            // What the rest lacks may stand where nothing could be read.
            self.errors.extend(unreadable);
            return;
        }
        for error in &model.errors {
            if let Some((file, span)) = self.locate(error.place) {
                self.errors.push(Problem::new(file, span, &*error.message));
            }
        }
        if model.is_partial
            && self.errors.is_empty()
            && let Some(first) = model.files.first().and_then(|index| self.known.ids.get(*index as usize))
        {
            let message = "This project takes in a file that was not looked at, so parts are missing here.";
            self.warnings.push(Problem::new(*first, Span::default(), message));
        }
    }

    /// Compose puts nothing in the place of a variable that is not set, and says so.
    fn warn_of_unset(&mut self, value: &Value<'_>) {
        match &value.kind {
            ValueKind::List(items) => items.iter().for_each(|item| self.warn_of_unset(item)),
            ValueKind::Map(entries) => entries.iter().for_each(|entry| self.warn_of_unset(&entry.value)),
            ValueKind::Scalar { expansion: Expansion::From(raw), .. } => {
                for unset in self.variables.uses_in(&raw.value).into_iter().filter(|u| u.origin.is_none()) {
                    if let Some((file, span)) = self.locate(value.place) {
                        let message = format!(
                            "The variable `{}` is not set, so nothing stands in its place.",
                            unset.name
                        );
                        self.warnings.push(Problem::new(file, span, message));
                    }
                }
            }
            ValueKind::Scalar { .. } => {}
        }
    }

    /// What must not be shown wherever it turns up. Credentials that are also ordinary words are left out: they are hidden where
    /// their variable stands.
    fn collect_secrets(&mut self) {
        for (id, file) in self.project.workspace.files() {
            for leak in &self.project.file(id).leaks {
                let text = leak.span.of(&file.text);
                if is_distinctive(text) {
                    self.secrets.insert(text.to_owned());
                }
            }
        }
        let named = self.variables.iter().filter(|(name, value)| is_sensitive(name) && is_distinctive(value));
        self.secrets.extend(named.map(|(_, value)| value.to_owned()));
    }

    fn tree(&mut self, file: File<'_>, name: Option<&str>, ask: &Ask) -> (Node, Vec<String>) {
        let mut tree: Vec<(String, Node)> = Vec::new();
        if let Some(name) = name {
            tree.push(("name".to_owned(), Node::text(name)));
        }
        let is_on = |profile: &str| ask.profiles.iter().any(|on| on == "*" || on == profile);
        let mut services = Vec::new();
        let mut disabled = Vec::new();
        for service in file.services() {
            let profiles = service.profiles();
            if profiles.is_empty() || profiles.iter().any(|profile| is_on(profile.as_str())) {
                services.push((service.name.as_str().to_owned(), self.service(service)));
            } else {
                disabled.push(service.name.as_str().to_owned());
            }
        }
        sort(&mut disabled);
        let uses_default =
            services.iter().any(|(_, s)| s.get("networks").is_some_and(|n| n.get("default").is_some()));
        tree.push(("services".to_owned(), Node::sorted(services)));
        for kind in [
            ResourceKind::Network,
            ResourceKind::Volume,
            ResourceKind::Secret,
            ResourceKind::Config,
            ResourceKind::Model,
        ] {
            let mut resources: Vec<_> =
                file.resources(kind).map(|r| (r.name.as_str().to_owned(), self.resource(r, name))).collect();
            if kind == ResourceKind::Network && uses_default && !resources.iter().any(|(n, _)| n == "default")
            {
                resources.push(("default".to_owned(), build::named_resource("default", name)));
            }
            let always = matches!(kind, ResourceKind::Network | ResourceKind::Volume);
            if always || !resources.is_empty() {
                tree.push((kind.key().to_owned(), Node::sorted(resources)));
            }
        }
        let extensions = file.value.entries().iter().filter(|entry| entry.key.is_extension());
        let extensions: Vec<_> =
            extensions.map(|e| (e.key.as_str().to_owned(), self.plain(&e.value))).collect();
        tree.extend(extensions);
        (Node::map(tree), disabled)
    }

    /// What a file is read as, and its text.
    fn tree_of(&self, id: FileId) -> (&Tree<'a>, &str) {
        (&self.project.file(id).tree, &self.project.workspace.file(id).text)
    }
}

/// Whether a text is long enough to be told from ordinary words wherever it stands.
fn is_distinctive(text: &str) -> bool {
    text.len() >= 8 && !text.bytes().all(|b| b.is_ascii_lowercase())
}

/// The files that Compose takes in `folder` (`""` is the root): the base file and the override file, as far as there are such.
#[must_use]
pub fn default_files(project: &Project<'_>, folder: &str) -> Vec<FileId> {
    Known::new(project.workspace, &project.files).0.default_files(folder)
}
