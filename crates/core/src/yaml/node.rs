//! [`Yaml`] and [`Node`]: the tree and the handle to walk it.

use super::scalar::{Resolved, Scalar};
use crate::text::{Span, Spanned};
use std::collections::HashSet;

/// One YAML text as a tree.
#[derive(Clone, Debug, Default)]
pub struct Yaml<'a> {
    /// The whole text.
    pub source: &'a str,
    /// Comments from their `#` to the end of the line (without the line ending), in order.
    pub comments: Vec<Span>,
    /// Keys that stand twice in one mapping, which Compose refuses.
    pub duplicate_keys: Vec<DuplicateKey>,
    pub(super) nodes: Vec<NodeData<'a>>,
    pub(super) documents: Vec<NodeId>,
}

/// Names one node of a [`Yaml`]; only meaningful together with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

/// A key that stands twice in one mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DuplicateKey {
    /// Where it stood first.
    pub first: Span,
    /// Where it stands again.
    pub again: Span,
}

#[derive(Clone, Debug)]
pub(super) struct NodeData<'a> {
    /// Without anchor and tag. A block collection ends where its last child ends.
    pub(super) span: Span,
    pub(super) anchor: Option<Spanned<&'a str>>,
    pub(super) tag: Option<Spanned<&'a str>>,
    pub(super) kind: Kind<'a>,
}

#[derive(Clone, Debug)]
pub(super) enum Kind<'a> {
    Scalar(Scalar<'a>),
    Sequence(Vec<NodeId>),
    Mapping(Vec<(NodeId, NodeId)>),
    Alias { name: &'a str, target: Option<NodeId> },
}

impl<'a> Yaml<'a> {
    /// The content of each document that has any, in order.
    pub fn documents(&self) -> impl Iterator<Item = Node<'_, 'a>> {
        self.documents.iter().map(|id| self.node(*id))
    }

    /// The content of the first document.
    #[must_use]
    pub fn root(&self) -> Option<Node<'_, 'a>> {
        self.documents().next()
    }

    /// The node that `id` names.
    ///
    /// # Panics
    /// Where `id` comes from another tree: a mistake of the caller's, never of the input's.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Node<'_, 'a> {
        Node { yaml: self, data: &self.nodes[id.0 as usize], id }
    }

    /// Every node in the order of the text.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_, 'a>> {
        (0_u32..).zip(&self.nodes).map(|(id, data)| Node { yaml: self, data, id: NodeId(id) })
    }
}

/// A node of a tree. Cheap to copy; what it gives borrows from the tree.
#[derive(Clone, Copy, Debug)]
pub struct Node<'t, 'a> {
    yaml: &'t Yaml<'a>,
    data: &'t NodeData<'a>,
    id: NodeId,
}

/// A key and its value as they are written.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'t, 'a> {
    /// The key; an alias or a collection in rare cases.
    pub key: Node<'t, 'a>,
    /// The value; an alias is not followed.
    pub value: Node<'t, 'a>,
}

/// What [`Node::merged_entries`] gives.
#[derive(Clone, Debug, Default)]
pub struct Merged<'t, 'a> {
    /// The own entries in order, then those that came through `<<`, the earlier mapping winning.
    pub entries: Vec<Entry<'t, 'a>>,
    /// Values under `<<` that are no mappings: Compose refuses the file.
    pub invalid: Vec<Span>,
}

impl<'t, 'a> Node<'t, 'a> {
    /// The node's name within its tree.
    #[must_use]
    pub fn id(self) -> NodeId {
        self.id
    }

    /// Where the node stands, without anchor and tag. A block collection ends where its last child ends; a missing value is
    /// empty, just after the `:` or `-`.
    #[must_use]
    pub fn span(self) -> Span {
        self.data.span
    }

    /// The anchor's name, with the span of `&name`.
    #[must_use]
    pub fn anchor(self) -> Option<Spanned<&'a str>> {
        self.data.anchor
    }

    /// The tag as written: `!reset`, `!!str`.
    #[must_use]
    pub fn tag(self) -> Option<Spanned<&'a str>> {
        self.data.tag
    }

    /// The name behind the `*`, where the node is an alias.
    #[must_use]
    pub fn alias(self) -> Option<&'a str> {
        match self.data.kind {
            Kind::Alias { name, .. } => Some(name),
            _ => None,
        }
    }

    /// The node that an alias stands for, else the node itself. An alias within its own anchor stands for itself.
    #[must_use]
    pub fn target(self) -> Self {
        match self.data.kind {
            Kind::Alias { target: Some(target), .. } => self.yaml.node(target),
            _ => self,
        }
    }

    /// The scalar, through an alias.
    #[must_use]
    pub fn as_scalar(self) -> Option<&'t Scalar<'a>> {
        match &self.target().data.kind {
            Kind::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// The text of a scalar that is text (not a number, a boolean, a date or null), through an alias.
    #[must_use]
    pub fn as_str(self) -> Option<&'t str> {
        self.as_scalar().filter(|s| s.is_text()).map(|s| &*s.value)
    }

    /// Whether it is null or nothing at all, through an alias.
    #[must_use]
    pub fn is_null(self) -> bool {
        self.as_scalar().is_some_and(|s| s.resolved == Resolved::Null)
    }

    /// Whether it is a mapping, through an alias.
    #[must_use]
    pub fn is_mapping(self) -> bool {
        matches!(self.target().data.kind, Kind::Mapping(_))
    }

    /// Whether it is a sequence, through an alias.
    #[must_use]
    pub fn is_sequence(self) -> bool {
        matches!(self.target().data.kind, Kind::Sequence(_))
    }

    /// The items of a sequence, through an alias; else nothing.
    pub fn items(self) -> impl Iterator<Item = Node<'t, 'a>> {
        let items = match &self.target().data.kind {
            Kind::Sequence(items) => items.as_slice(),
            _ => &[],
        };
        items.iter().map(move |id| self.yaml.node(*id))
    }

    /// The entries of a mapping as written, `<<` among them, through an alias; else nothing.
    pub fn entries(self) -> impl Iterator<Item = Entry<'t, 'a>> {
        let entries = match &self.target().data.kind {
            Kind::Mapping(entries) => entries.as_slice(),
            _ => &[],
        };
        let node = move |id: &NodeId| self.yaml.node(*id);
        entries.iter().map(move |(key, value)| Entry { key: node(key), value: node(value) })
    }

    /// The value of the key written in this mapping itself, not through `<<`.
    #[must_use]
    pub fn get(self, key: &str) -> Option<Node<'t, 'a>> {
        self.entry(key).map(|entry| entry.value)
    }

    /// The entry of the key written in this mapping itself, not through `<<`.
    #[must_use]
    pub fn entry(self, key: &str) -> Option<Entry<'t, 'a>> {
        self.entries().find(|entry| entry.key.as_scalar().is_some_and(|k| k.value == key))
    }

    /// The entries with those that come through `<<`. Own keys win, wherever `<<` stands.
    #[must_use]
    pub fn merged_entries(self) -> Merged<'t, 'a> {
        let mut merged = Merged::default();
        let mut keys: HashSet<&str> = HashSet::new();
        // Mappings still to be read, the next one last; each at most once, so that cycles end.
        let mut pending = vec![self.target()];
        let mut seen: HashSet<NodeId> = HashSet::new();
        while let Some(mapping) = pending.pop() {
            if !seen.insert(mapping.id) {
                continue;
            }
            let mut merges = Vec::new();
            for entry in mapping.entries() {
                if entry.is_merge() {
                    merges.extend(entry.merge_sources(&mut merged.invalid));
                } else if entry.key.as_scalar().is_none_or(|key| keys.insert(&key.value)) {
                    merged.entries.push(entry);
                }
            }
            pending.extend(merges.into_iter().rev());
        }
        merged
    }
}

impl<'t, 'a> Entry<'t, 'a> {
    /// From the key to the end of the value.
    #[must_use]
    pub fn span(self) -> Span {
        self.key.span().to(self.value.span())
    }

    /// Whether the key is `<<`.
    #[must_use]
    pub fn is_merge(self) -> bool {
        matches!(&self.key.data.kind, Kind::Scalar(key) if key.source == "<<")
    }

    /// The mappings under `<<`.
    fn merge_sources(self, invalid: &mut Vec<Span>) -> Vec<Node<'t, 'a>> {
        let candidates: Vec<_> = match &self.value.data.kind {
            Kind::Sequence(_) => self.value.items().collect(),
            _ => vec![self.value],
        };
        let (mappings, rest): (Vec<_>, Vec<_>) = candidates.into_iter().partition(|node| node.is_mapping());
        invalid.extend(rest.iter().map(|node| node.span()));
        mappings.into_iter().map(Node::target).collect()
    }
}
