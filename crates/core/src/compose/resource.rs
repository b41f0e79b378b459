//! [`Resource`]: a network, volume, secret, config or model at the top level.

use super::text::Text;
use super::value::{Entry, Key, Value};

/// What a [`Resource`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResourceKind {
    /// `networks`
    Network,
    /// `volumes`
    Volume,
    /// `secrets`
    Secret,
    /// `configs`
    Config,
    /// `models`
    Model,
}

impl ResourceKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Network, Self::Volume, Self::Secret, Self::Config, Self::Model];

    /// The top-level key.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Network => "networks",
            Self::Volume => "volumes",
            Self::Secret => "secrets",
            Self::Config => "configs",
            Self::Model => "models",
        }
    }

    /// What one of them is called.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Volume => "volume",
            Self::Secret => "secret",
            Self::Config => "config",
            Self::Model => "model",
        }
    }
}

/// An entry of `networks`, `volumes`, `secrets`, `configs` or `models` at the top level. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Resource<'m> {
    /// What it is.
    pub kind: ResourceKind,
    /// The key, which services use to refer to it.
    pub name: &'m Key<'m>,
    /// All of it; often null.
    pub value: &'m Value<'m>,
}

impl<'m> Resource<'m> {
    /// The value of a key.
    #[must_use]
    pub fn get(self, key: &str) -> Option<&'m Value<'m>> {
        self.value.get(key)
    }

    /// The entry of a key.
    #[must_use]
    pub fn entry(self, key: &str) -> Option<&'m Entry<'m>> {
        self.value.entry(key)
    }

    /// The text of a key.
    #[must_use]
    pub fn text(self, key: &str) -> Option<Text<'m>> {
        self.value.text(key)
    }

    /// Whether it is made outside of the project: `external: true`, or the deprecated `external: {name: X}`.
    #[must_use]
    pub fn is_external(self) -> bool {
        self.get("external").is_some_and(|external| external.is_map() || external.as_bool() == Some(true))
    }
}
