//! YAML nodes to [`Value`]s: aliases are followed, merge keys resolved, both within bounds.

use super::error::{LoadError, LoadErrorKind};
use super::value::{Directive, Entry, Expansion, Key, Place, Value, ValueKind};
use crate::yaml::{MAX_DEPTH, Node, Resolved, Yaml};

/// How many nodes the aliases of one document may stand for, as in go-yaml.
const MAX_ALIASED: usize = 100_000;

/// The documents of a file as values, and what is wrong with their keys.
pub(super) fn documents<'a>(yaml: &Yaml<'a>) -> (Vec<Value<'a>>, Vec<LoadError>) {
    let mut errors: Vec<LoadError> = yaml
        .duplicate_keys
        .iter()
        .map(|duplicate| {
            let key = duplicate.again.of(yaml.source);
            let message =
                format!("The key `{key}` stands twice in this mapping, so Compose refuses the file.");
            LoadError::new(LoadErrorKind::DuplicateKey, Place::alone(duplicate.again), message)
                .with(Place::alone(duplicate.first), "first here")
        })
        .collect();
    let mut documents = Vec::new();
    for node in yaml.documents() {
        let mut converter = Converter { aliased: 0, errors: &mut errors };
        documents.extend(converter.value(node, 0, false));
    }
    (documents, errors)
}

struct Converter<'e> {
    /// Nodes that were reached through aliases so far.
    aliased: usize,
    errors: &'e mut Vec<LoadError>,
}

impl Converter<'_> {
    /// `None` beyond the bounds. Recurses at most twice [`MAX_DEPTH`] deep.
    fn value<'a>(&mut self, node: Node<'_, 'a>, depth: usize, aliased: bool) -> Option<Value<'a>> {
        let aliased = aliased || node.alias().is_some();
        self.aliased += usize::from(aliased);
        if self.aliased > MAX_ALIASED || depth > 2 * MAX_DEPTH {
            if self.errors.iter().all(|e| e.kind != LoadErrorKind::TooManyAliases) {
                let place = Place::alone(node.span());
                let message = "The aliases of this file stand for too many values, so Compose refuses it.";
                self.errors.push(LoadError::new(LoadErrorKind::TooManyAliases, place, message));
            }
            return None;
        }
        let target = node.target();
        let kind = if let Some(scalar) = target.as_scalar() {
            ValueKind::Scalar { scalar: scalar.clone(), expansion: Expansion::None }
        } else if target.is_sequence() {
            let items = target.items().filter_map(|item| self.value(item, depth + 1, aliased));
            // An item under `!reset` is left out.
            ValueKind::List(items.filter(|item| item.directive != Some(Directive::Reset)).collect())
        } else if target.is_mapping() {
            ValueKind::Map(self.entries(target, depth, aliased))
        } else {
            return None;
        };
        let directive = match target.tag().map(|tag| tag.value) {
            Some("!reset") => Some(Directive::Reset),
            Some("!override") => Some(Directive::Override),
            _ => None,
        };
        Some(Value { place: Place::alone(target.span()), kind, directive })
    }

    fn entries<'a>(&mut self, mapping: Node<'_, 'a>, depth: usize, aliased: bool) -> Vec<Entry<'a>> {
        let merged = mapping.merged_entries();
        for span in merged.invalid {
            let message = "Only a mapping, or a list of mappings, can stand under `<<`.";
            self.errors.push(LoadError::new(LoadErrorKind::InvalidMergeKey, Place::alone(span), message));
        }
        let own = mapping.span();
        let mut entries = Vec::new();
        for entry in merged.entries {
            let place = Place::alone(entry.key.span());
            let Some(scalar) = entry.key.as_scalar().filter(|key| key.is_text()) else {
                self.errors.push(non_string_key(entry.key, place));
                continue;
            };
            let key = Key { scalar: scalar.clone(), place };
            let through_merge = !own.contains(entry.value.span());
            if let Some(value) = self.value(entry.value, depth + 1, aliased || through_merge) {
                entries.push(Entry { key, value });
            }
        }
        entries
    }
}

fn non_string_key(key: Node<'_, '_>, place: Place) -> LoadError {
    let message = match key.as_scalar() {
        Some(scalar) if scalar.resolved == Resolved::Null => {
            "A key is missing here; keys must be text.".to_owned()
        }
        Some(scalar) => {
            let kind = match scalar.resolved {
                Resolved::Bool(_) => "boolean",
                Resolved::Timestamp => "date",
                _ => "number",
            };
            format!("The key `{0}` is read as a {kind}, but keys must be text; write \"{0}\".", scalar.source)
        }
        None => "A key must be text, not a collection.".to_owned(),
    };
    LoadError::new(LoadErrorKind::NonStringKey, place, message)
}
