//! `build`, and what stands at the top level beside the services.

use super::Context;
use super::node::{Node, NodeKind};
use crate::compose::{Build, PairValue, Resource, ResourceKind, Value, pairs};

impl Context<'_, '_> {
    pub(super) fn build(&self, build: Build<'_>) -> Node {
        let context = build.context().map_or_else(|| Node::text("."), |context| self.text(context));
        let mut entries = vec![("context".to_owned(), context)];
        if build.dockerfile().is_none() && build.dockerfile_inline().is_none() {
            entries.push(("dockerfile".to_owned(), Node::text("Dockerfile")));
        }
        for entry in build.value.entries() {
            let value = &entry.value;
            let node = match entry.key.as_str() {
                "context" => continue,
                _ if value.is_null() => continue,
                "args" => self.arguments(value),
                "labels" | "additional_contexts" => self.pairs(value),
                "extra_hosts" => self.extra_hosts(value),
                "secrets" => self.references(value),
                "no_cache_filter" => self.texts(value),
                _ => self.plain(value),
            };
            entries.push((entry.key.as_str().to_owned(), node));
        }
        Node::sorted(entries)
    }

    /// Build arguments: one without a value has that of the project's environment, or is left out.
    fn arguments(&self, value: &Value<'_>) -> Node {
        let arguments = pairs(Some(value)).into_iter().filter_map(|pair| {
            let name = pair.key.as_str();
            let node = match pair.value {
                PairValue::Inherited => Node::text(self.variables.get(name)?),
                _ => self.pair(&pair),
            };
            Some((name.to_owned(), node))
        });
        Node::sorted(arguments)
    }

    /// A network, volume, secret, config or model. Those that the project makes are called after it.
    pub(super) fn resource(&self, resource: Resource<'_>, project: Option<&str>) -> Node {
        let key = resource.name.as_str();
        if resource.kind == ResourceKind::Model {
            return self.plain(resource.value);
        }
        let mut entries = Vec::new();
        for entry in resource.value.entries().iter().filter(|entry| !entry.value.is_null()) {
            let node = match entry.key.as_str() {
                "labels" => self.pairs(&entry.value),
                // The old way to write `external: true` and a name.
                "external" if entry.value.is_map() => true.into(),
                _ => self.plain(&entry.value),
            };
            entries.push((entry.key.as_str().to_owned(), node));
        }
        if resource.text("name").is_none() {
            let old_name = resource.get("external").and_then(|external| external.text("name"));
            let name = match old_name {
                Some(name) => Some(self.text(name)),
                None if resource.is_external() => Some(Node::text(key)),
                None => project.map(|project| Node::text(format!("{project}_{key}"))),
            };
            entries.extend(name.map(|name| ("name".to_owned(), name)));
        }
        match entries.is_empty() {
            true => Node::default(),
            false => Node::sorted(entries),
        }
    }
}

/// A resource that nobody declares and Compose makes by itself.
pub(super) fn named_resource(key: &str, project: Option<&str>) -> Node {
    match project {
        Some(project) => Node::map([("name", Node::text(format!("{project}_{key}")))]),
        None => NodeKind::Null.into(),
    }
}
