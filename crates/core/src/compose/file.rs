//! [`ComposeFile`], and [`File`], the view of a whole document.

use super::convert;
use super::error::LoadError;
use super::resource::{Resource, ResourceKind};
use super::service::Service;
use super::text::Text;
use super::value::{Entry, Value};
use crate::SyntaxError;
use crate::yaml::{self, Yaml};

/// One Compose file.
#[derive(Clone, Debug)]
pub struct ComposeFile<'a> {
    /// The tree as written: styles, comments, anchors.
    pub yaml: Yaml<'a>,
    /// The documents as values, in order; nearly always one.
    pub documents: Vec<Value<'a>>,
    /// What is wrong with the keys: duplicates, numbers and the like.
    pub errors: Vec<LoadError>,
}

/// Parses a Compose file.
#[must_use]
pub fn parse(text: &str) -> (ComposeFile<'_>, Vec<SyntaxError>) {
    let (yaml, syntax_errors) = yaml::parse(text);
    let (documents, errors) = convert::documents(&yaml);
    (ComposeFile { yaml, documents, errors }, syntax_errors)
}

impl<'a> ComposeFile<'a> {
    /// The typed view of the first document; files with several are rare, and Compose merges them like several files.
    #[must_use]
    pub fn view(&self) -> Option<File<'_>> {
        self.documents.first().map(|value| File { value })
    }

    /// The services of all documents, in order.
    pub fn services(&self) -> impl Iterator<Item = Service<'_>> {
        self.documents.iter().flat_map(|value| File { value }.services())
    }

    /// The Compose files that this one takes in by `include` and `extends`, as written. Those that variables name are left out.
    #[must_use]
    pub fn taken_in(&self) -> Vec<Text<'_>> {
        let included =
            self.documents.iter().flat_map(|value| File { value }.includes()).flat_map(|i| i.paths);
        let extended = self.services().filter_map(|service| service.extends()?.file);
        included.chain(extended).filter(|path| path.is_literal()).collect()
    }

    /// The services that say themselves what they run: one without image and build only adds to another file.
    pub fn whole_services(&self) -> impl Iterator<Item = Service<'_>> {
        self.services().filter(|service| service.image().is_some() || service.build().is_some())
    }
}

/// The view of a whole document, or of several that were merged. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct File<'m> {
    /// All of it.
    pub value: &'m Value<'m>,
}

/// An item of `include`.
#[derive(Clone, Debug)]
pub struct Include<'m> {
    /// The files: the first is the base, the others override it.
    pub paths: Vec<Text<'m>>,
    /// `project_directory`.
    pub project_directory: Option<Text<'m>>,
    /// `env_file`.
    pub env_files: Vec<Text<'m>>,
}

impl<'m> File<'m> {
    /// The value of a top-level key.
    #[must_use]
    pub fn get(self, key: &str) -> Option<&'m Value<'m>> {
        self.value.get(key)
    }

    /// The entry of a top-level key.
    #[must_use]
    pub fn entry(self, key: &str) -> Option<&'m Entry<'m>> {
        self.value.entry(key)
    }

    /// `name`.
    #[must_use]
    pub fn name(self) -> Option<Text<'m>> {
        self.get("name")?.as_text()
    }

    /// The services that are mappings, in order.
    pub fn services(self) -> impl Iterator<Item = Service<'m>> {
        let entries = self.get("services").map(Value::entries).unwrap_or_default();
        entries.iter().filter(|e| e.value.is_map()).map(|e| Service { name: &e.key, value: &e.value })
    }

    /// The service of this name.
    #[must_use]
    pub fn service(self, name: &str) -> Option<Service<'m>> {
        self.services().find(|service| service.name.as_str() == name)
    }

    /// The networks, volumes, secrets or configs that are declared, in order.
    pub fn resources(self, kind: ResourceKind) -> impl Iterator<Item = Resource<'m>> {
        let entries = self.get(kind.key()).map(Value::entries).unwrap_or_default();
        entries.iter().map(move |e| Resource { kind, name: &e.key, value: &e.value })
    }

    /// The network, volume, secret or config of this name.
    #[must_use]
    pub fn resource(self, kind: ResourceKind, name: &str) -> Option<Resource<'m>> {
        self.resources(kind).find(|resource| resource.name.as_str() == name)
    }

    /// `include`.
    pub fn includes(self) -> impl Iterator<Item = Include<'m>> {
        let items = self.get("include").map(Value::items).unwrap_or_default();
        items.iter().map(|item| match item.as_text() {
            Some(path) => Include { paths: vec![path], project_directory: None, env_files: Vec::new() },
            None => Include {
                paths: super::texts(item.get("path")),
                project_directory: item.text("project_directory"),
                env_files: super::texts(item.get("env_file")),
            },
        })
    }

    /// Whether it has the layout of the first version: services at the top, no `services` key.
    #[must_use]
    pub fn is_legacy_layout(self) -> bool {
        let service = |e: &Entry<'_>| e.value.get("image").is_some() || e.value.get("build").is_some();
        self.get("services").is_none() && self.value.entries().iter().any(service)
    }
}
