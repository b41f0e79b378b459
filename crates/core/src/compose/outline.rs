//! Compose files as they are written: what stands where, without merging, interpolation or `<<`.
//!
//! Rules about style and layout look here; everything about meaning looks at the typed services.

use crate::yaml::{Entry, Node, Yaml};

/// The top-level keys of each document.
pub fn top_level<'t, 'a>(yaml: &'t Yaml<'a>) -> impl Iterator<Item = Vec<Entry<'t, 'a>>> {
    yaml.documents().map(|document| document.entries().collect())
}

/// The value of `services` in each document that has one.
pub fn service_lists<'t, 'a>(yaml: &'t Yaml<'a>) -> impl Iterator<Item = Node<'t, 'a>> {
    yaml.documents().filter_map(|document| document.get("services"))
}

/// Every service: its name and its keys, document by document.
pub fn services<'t, 'a>(yaml: &'t Yaml<'a>) -> impl Iterator<Item = Entry<'t, 'a>> {
    service_lists(yaml).flat_map(Node::entries).filter(|service| !service.is_merge())
}

/// The text of a key; empty where it is no scalar.
#[must_use]
pub fn key_text<'t>(entry: Entry<'t, '_>) -> &'t str {
    entry.key.as_scalar().map_or("", |key| &key.value)
}

/// The items of a list: each scalar itself, an alias not followed.
pub fn scalar_items<'t, 'a>(list: Node<'t, 'a>) -> impl Iterator<Item = Node<'t, 'a>> {
    list.items().filter(|item| item.alias().is_none() && item.as_scalar().is_some())
}
