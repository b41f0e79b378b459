//! [`Node`]: a value of the resolved model, as plain data without a lifetime.

use crate::sorting::sort_by;
use crate::text::Span;
use crate::workspace::FileId;

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// This place in a file of the project.
    File(FileId, Span),
    /// The environment of whoever runs Compose.
    Shell,
    /// Compose itself: the project's name.
    Compose,
}

/// A variable that was put into a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The variable.
    pub name: String,
    /// Its value; empty where it has none.
    pub value: String,
    /// Where it got its value; `None` where nothing sets it.
    pub origin: Option<Origin>,
}

/// A value of the resolved model.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Where the value of an environment variable comes from. Other nodes have none.
    pub origin: Option<Origin>,
    /// The variables that were put into it, in order.
    pub uses: Vec<Use>,
}

/// What a [`Node`] is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum NodeKind {
    /// Nothing.
    #[default]
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number.
    Int(i128),
    /// Any other number.
    Float(f64),
    /// Text.
    Text(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping; the keys are in the order in which they are shown.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// Text that contains no variable.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        NodeKind::Text(text.into()).into()
    }

    /// A mapping.
    #[must_use]
    pub fn map<K: Into<String>>(entries: impl IntoIterator<Item = (K, Self)>) -> Self {
        NodeKind::Map(entries.into_iter().map(|(key, node)| (key.into(), node)).collect()).into()
    }

    /// A mapping whose keys are sorted.
    pub(super) fn sorted(entries: impl IntoIterator<Item = (String, Self)>) -> Self {
        let mut entries: Vec<_> = entries.into_iter().collect();
        sort_by(&mut entries, |(a, _), (b, _)| a.cmp(b));
        NodeKind::Map(entries).into()
    }

    /// A sequence.
    #[must_use]
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        NodeKind::List(items.into_iter().collect()).into()
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match &self.kind {
            NodeKind::Map(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// The same node with these variables in it.
    #[must_use]
    pub(super) fn using(self, uses: Vec<Use>) -> Self {
        Self { uses, ..self }
    }
}

impl From<NodeKind> for Node {
    fn from(kind: NodeKind) -> Self {
        Self { kind, origin: None, uses: Vec::new() }
    }
}

impl From<bool> for Node {
    fn from(value: bool) -> Self {
        NodeKind::Bool(value).into()
    }
}
