//! Compose's uniqueness pass: of the items of certain lists that mean the same thing, the last one stays, at the place of the
//! first. It runs on single files too.

use super::entries::{Mount, PortEntry};
use super::load::clean_path;
use super::path::{ITEM, Path};
use super::value::{Value, ValueKind};
use std::collections::HashMap;

/// What makes two items the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Identity {
    /// The text before the first `=`.
    Key,
    /// The text.
    Text,
    /// Address, host port, container port and protocol.
    Port,
    /// The path in the container.
    Mount,
    /// The path in the container: the second part, or the first.
    Device,
    /// `target`, else the source below this folder.
    Target(&'static str),
    /// `path`.
    Path,
}

const IDENTITIES: &[(&str, Identity)] = &[
    ("services.*.ports", Identity::Port),
    ("services.*.volumes", Identity::Mount),
    ("services.*.devices", Identity::Device),
    ("services.*.secrets", Identity::Target("/run/secrets/")),
    ("services.*.configs", Identity::Target("/")),
    ("services.*.env_file", Identity::Path),
    ("services.*.expose", Identity::Text),
    ("services.*.environment", Identity::Key),
    ("services.*.labels", Identity::Key),
    ("services.*.annotations", Identity::Key),
    ("services.*.sysctls", Identity::Key),
    ("services.*.dns", Identity::Key),
    ("services.*.dns_opt", Identity::Key),
    ("services.*.dns_search", Identity::Key),
    ("services.*.tmpfs", Identity::Key),
    ("services.*.cap_add", Identity::Key),
    ("services.*.cap_drop", Identity::Key),
    ("services.*.links", Identity::Key),
    ("services.*.profiles", Identity::Key),
    ("services.*.build.args", Identity::Key),
    ("services.*.build.labels", Identity::Key),
    ("services.*.build.tags", Identity::Key),
    ("services.*.build.additional_contexts", Identity::Key),
    ("services.*.deploy.labels", Identity::Key),
    ("services.*.networks.*.aliases", Identity::Key),
    ("services.*.networks.*.link_local_ips", Identity::Key),
    ("networks.*.labels", Identity::Key),
];

/// Runs the pass over a document.
pub(super) fn unify(value: &mut Value<'_>) {
    walk(value, Path::ROOT);
}

fn walk(value: &mut Value<'_>, path: Path<'_>) {
    match &mut value.kind {
        ValueKind::Scalar { .. } => {}
        ValueKind::Map(entries) => {
            for entry in entries {
                walk(&mut entry.value, path.child(&entry.key.scalar.value));
            }
        }
        ValueKind::List(items) => {
            if let Some(identity) = path.find(IDENTITIES) {
                if identity == Identity::Port {
                    unify_items(items, Identity::Text);
                }
                unify_items(items, identity);
            }
            for item in items {
                walk(item, path.child(ITEM));
            }
        }
    }
}

fn unify_items(items: &mut Vec<Value<'_>>, identity: Identity) {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut unique: Vec<Value<'_>> = Vec::with_capacity(items.len());
    for item in std::mem::take(items) {
        let same = identity_of(&item, identity).map(|name| *places.entry(name).or_insert(unique.len()));
        match same.and_then(|place| unique.get_mut(place)) {
            Some(earlier) => *earlier = item,
            None => unique.push(item),
        }
    }
    *items = unique;
}

/// `None` for items that are never the same as others.
fn identity_of(item: &Value<'_>, identity: Identity) -> Option<String> {
    if item.is_unknown() {
        return None;
    }
    let text = item.as_scalar_text();
    let field = |key: &str| item.get(key).and_then(Value::as_scalar_text).map(|t| t.to_string());
    match identity {
        Identity::Key => {
            let text = text?;
            Some(text.split_once('=').map_or(text.as_str(), |(key, _)| key.as_str()).to_owned())
        }
        Identity::Text => Some(text?.to_string()),
        Identity::Port => {
            let port = PortEntry { value: item }.mapping()?;
            let address = port.host_ip.map_or_else(|| "0.0.0.0".to_owned(), |ip| ip.value.to_string());
            let published = port.published.map(|p| p.value.to_string()).unwrap_or_default();
            Some(format!("{address} {published} {} {}", port.target.value, port.protocol.value.as_str()))
        }
        // Of the short form the cleaned target counts, of the long form what is written.
        Identity::Mount if text.is_some() => Some(clean_path(&Mount::new(item)?.target?)),
        Identity::Mount => field("target"),
        Identity::Device => match text {
            Some(text) => text.split(':').take(2).last().map(str::to_owned),
            None => field("target"),
        },
        Identity::Target(folder) => match text {
            Some(text) => Some(format!("{folder}{text}")),
            None => field("target").or_else(|| Some(format!("{folder}{}", field("source")?))),
        },
        Identity::Path => text.map(|t| t.to_string()).or_else(|| field("path")),
    }
}
