//! [`LoadError`]: why Compose refuses to load a project.

use super::value::Place;

/// One reason why Compose does not load the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// What sort of mistake it is.
    pub kind: LoadErrorKind,
    /// The smallest place that is wrong.
    pub place: Place,
    /// What is wrong, why, and what to do, in one or two sentences.
    pub message: String,
    /// Other places that matter.
    pub related: Vec<Related>,
}

/// Another place that matters to a [`LoadError`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there.
    pub message: String,
}

/// The sorts of mistakes that keep a project from loading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LoadErrorKind {
    /// The same key twice in one mapping.
    DuplicateKey,
    /// A key that is a number, a boolean, null or a collection.
    NonStringKey,
    /// Something under `<<` that is no mapping.
    InvalidMergeKey,
    /// Aliases that expand to too much.
    TooManyAliases,
}

impl LoadError {
    pub(super) fn new(kind: LoadErrorKind, place: Place, message: impl Into<String>) -> Self {
        Self { kind, place, message: message.into(), related: Vec::new() }
    }

    pub(super) fn with(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related { place, message: message.into() });
        self
    }
}
