//! [`Variables`]: the project's environment, each value with the place that it comes from.

use super::Problem;
use super::node::{Origin, Use};
use crate::compose::Text;
use crate::dotenv::{Dotenv, Entry, Environment};
use crate::interpolation::{self, Operator, Segment, Template};
use crate::project::{Project, Tree};
use crate::workspace::FileId;
use std::collections::BTreeMap;

/// Variables with the places of their values.
#[derive(Debug, Default)]
pub(super) struct Variables {
    pub(super) values: Environment,
    origins: BTreeMap<String, Origin>,
}

impl Variables {
    /// The variables of the .env files, and over them those of the shell.
    pub(super) fn of_project(
        project: &Project<'_>,
        env_files: impl IntoIterator<Item = FileId>,
        shell: &BTreeMap<String, String>,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut variables = Self::default();
        let outer = |name: &str| shell.get(name).map(String::as_str);
        for id in env_files {
            let parsed = project.file(id);
            problems.extend(parsed.errors.iter().map(|error| Problem::new(id, error.span, &*error.message)));
            if let Tree::Dotenv(file) = &parsed.tree {
                problems.extend(variables.read(file, id, &outer));
            }
        }
        for (name, value) in shell {
            variables.set(name, value.clone(), Origin::Shell);
        }
        variables
    }

    /// Adds what a .env file says; `outer` wins in what its values refer to.
    pub(super) fn read<'o>(
        &mut self,
        file: &Dotenv<'_>,
        id: FileId,
        outer: &'o dyn Fn(&str) -> Option<&'o str>,
    ) -> Option<Problem> {
        let refusal = self.values.read(file, outer).err();
        for entry in file.entries() {
            let key = if entry.cut_off { "" } else { entry.key.value };
            if self.values.variables.contains_key(key) && has_value(entry, outer) {
                self.origins.insert(key.to_owned(), Origin::File(id, entry.span));
            }
        }
        // A mistake in the syntax is reported by the parser.
        let refusal = refusal?;
        let message = match refusal.required? {
            message if message.is_empty() => "A variable that is required here has no value.".to_owned(),
            message => format!("A variable that is required here has no value: {message}."),
        };
        Some(Problem::new(id, refusal.span, message))
    }

    pub(super) fn set(&mut self, name: &str, value: String, origin: Origin) {
        self.values.variables.insert(name.to_owned(), value);
        self.origins.insert(name.to_owned(), origin);
    }

    pub(super) fn remove(&mut self, name: &str) {
        self.values.variables.remove(name);
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.values.variables.get(name).map(String::as_str)
    }

    pub(super) fn origin(&self, name: &str) -> Option<Origin> {
        self.get(name).and_then(|_| self.origins.get(name)).copied()
    }

    /// All values in the order of their names.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.values.variables.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The variables that were put into `text` when it was expanded.
    pub(super) fn uses(&self, text: Text<'_>) -> Vec<Use> {
        text.raw().map(|raw| self.uses_in(&raw.value)).unwrap_or_default()
    }

    /// The variables that are put into the text `raw` when it is expanded.
    pub(super) fn uses_in(&self, raw: &str) -> Vec<Use> {
        let mut uses = Vec::new();
        if raw.contains('$') {
            let (template, _) = interpolation::parse(raw);
            self.collect(&template, &mut uses);
        }
        uses
    }

    /// As deep as templates nest, which is bounded.
    fn collect(&self, template: &Template<'_>, uses: &mut Vec<Use>) {
        for segment in &template.segments {
            let Segment::Variable(variable) = segment else { continue };
            let name = variable.name.value;
            let empty_is_unset = variable.operator().is_some_and(Operator::empty_is_unset);
            let value = self.get(name).filter(|value| !(empty_is_unset && value.is_empty()));
            let mut push = |value: Option<&str>| {
                uses.push(Use {
                    name: name.to_owned(),
                    value: value.unwrap_or_default().to_owned(),
                    origin: value.and_then(|_| self.origin(name)),
                });
            };
            match (&variable.modifier, value) {
                (None, value) => push(value),
                (Some(modifier), value) => match (modifier.operator.value, value) {
                    (Operator::AlternativeIfSet | Operator::AlternativeIfNonEmpty, Some(_))
                    | (Operator::DefaultIfEmpty | Operator::DefaultIfUnset, None) => {
                        self.collect(&modifier.argument, uses);
                    }
                    (Operator::AlternativeIfSet | Operator::AlternativeIfNonEmpty, None) | (_, None) => {}
                    (_, Some(value)) => push(Some(value)),
                },
            }
        }
    }

    /// The place of the one variable that all of `raw` consists of, where it has a value.
    pub(super) fn sole_origin(&self, raw: &str) -> Option<Origin> {
        let (template, _) = interpolation::parse(raw);
        match (template.segments.as_slice(), self.uses_in(raw).as_slice()) {
            ([Segment::Variable(variable)], [only]) if variable.name.value == only.name => only.origin,
            _ => None,
        }
    }
}

fn has_value<'o>(entry: &Entry<'_>, outer: &'o dyn Fn(&str) -> Option<&'o str>) -> bool {
    entry.value.is_some() || entry.cut_off || outer(entry.key.value).is_some()
}
