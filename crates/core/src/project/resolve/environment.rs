//! The environment of a service: its env_files, over them its `environment`, each value with the place that it comes from.

use super::node::{Node, NodeKind, Origin, Use};
use super::variables::Variables;
use super::{Context, Problem, is_distinctive};
use crate::compose::{EnvFile, PairValue, Service};
use crate::dotenv::{self, raw};
use crate::project::Tree;
use crate::secrets::is_sensitive;
use std::collections::BTreeMap;

/// A value that `environment` gives.
struct Given {
    value: String,
    origin: Option<Origin>,
    uses: Vec<Use>,
}

impl Context<'_, '_> {
    /// The environment of a service, sorted by name.
    pub(super) fn environment(&mut self, service: Service<'_>) -> Node {
        let own = self.given(service);
        let mut variables = Variables::default();
        for file in service.env_files() {
            self.read_env_file(file, &own, &mut variables);
        }
        let mut uses = BTreeMap::new();
        for (name, given) in own {
            match given {
                Some(Given { value, origin: Some(origin), uses: used }) => {
                    variables.set(&name, value, origin);
                    uses.insert(name, used);
                }
                _ => variables.remove(&name),
            }
        }
        let secret = variables.iter().filter(|(name, value)| is_sensitive(name) && is_distinctive(value));
        self.secrets.extend(secret.map(|(_, value)| value.to_owned()));
        Node::map(variables.iter().map(|(name, value)| {
            let uses = uses.remove(name).unwrap_or_default();
            let kind = NodeKind::Text(value.to_owned());
            (name, Node { kind, origin: variables.origin(name), uses })
        }))
    }

    /// What `environment` says: `None` for a variable that is taken over from the project's environment, and not found there.
    fn given(&self, service: Service<'_>) -> BTreeMap<String, Option<Given>> {
        let mut given = BTreeMap::new();
        for pair in service.environment() {
            let name = pair.key.as_str().to_owned();
            let value = match pair.value {
                PairValue::Inherited => self.variables.get(&name).map(|value| Given {
                    value: value.to_owned(),
                    origin: self.variables.origin(&name),
                    uses: Vec::new(),
                }),
                PairValue::Given(text) => {
                    let raw = text.raw().map(|raw| match pair.is_list_item {
                        true => raw.value.split_once('=').map_or("", |(_, value)| value),
                        false => &raw.value,
                    });
                    let uses = raw.map(|raw| self.variables.uses_in(raw)).unwrap_or_default();
                    let sole = raw.and_then(|raw| self.variables.sole_origin(raw));
                    let value = match pair.is_list_item {
                        true => text.as_str().to_owned(),
                        false => text.scalar().rendered().into_owned(),
                    };
                    // All of the value comes from one variable: there it can be changed.
                    let uses = if sole.is_some() { Vec::new() } else { uses };
                    Some(Given { value, origin: sole.or_else(|| self.origin(pair.raw.place)), uses })
                }
                PairValue::Invalid => continue,
            };
            given.insert(name, value);
        }
        given
    }

    fn read_env_file(
        &mut self,
        env_file: EnvFile<'_>,
        own: &BTreeMap<String, Option<Given>>,
        variables: &mut Variables,
    ) {
        let place = env_file.path.place();
        let Some(id) = self.known.file_named(place.file, env_file.path.as_str()) else {
            // That it is missing for certain is for the loader to say.
            let unknown = self.known.exists(place.file, env_file.path.as_str()) != Some(false);
            if let Some((file, span)) = self.locate(place).filter(|_| unknown) {
                let message = format!(
                    "The file `{}` was not looked at, so its variables are missing here.",
                    env_file.path
                );
                self.warnings.push(Problem::new(file, span, message));
            }
            return;
        };
        let project = &self.variables;
        let outer = |name: &str| {
            let given = || own.get(name)?.as_ref().map(|given| given.value.as_str());
            project.get(name).or_else(given)
        };
        let (tree, text) = self.tree_of(id);
        if env_file.format.is_some_and(|format| format.as_str() == "raw") {
            let (entries, errors) = raw::parse(text);
            for entry in entries {
                let name = entry.key.value;
                match (entry.value, project.origin(name)) {
                    (Some(value), _) => {
                        let origin = Origin::File(id, entry.key.span);
                        variables.set(name, value.value.to_owned(), origin);
                    }
                    (None, Some(origin)) => {
                        variables.set(name, project.get(name).unwrap_or_default().to_owned(), origin);
                    }
                    (None, None) => {}
                }
            }
            let problems = errors.into_iter().map(|error| Problem::new(id, error.span, error.message));
            self.errors.extend(problems);
            return;
        }
        let parsed;
        let file = match tree {
            Tree::Dotenv(file) => file,
            _ => {
                parsed = dotenv::parse(text).0;
                &parsed
            }
        };
        let refused = variables.read(file, id, &outer);
        let errors = match tree {
            Tree::Dotenv(_) => self.project.file(id).errors.clone(),
            _ => dotenv::parse(text).1,
        };
        self.errors.extend(errors.into_iter().map(|error| Problem::new(id, error.span, error.message)));
        self.errors.extend(refused);
    }
}
