//! Compose files: typed services over the YAML tree, each value with its place.
//!
//! [`parse`] never refuses: what has an odd shape is simply absent from the typed views. Values are as written, variables not
//! expanded; files that belong together become one [`Value`] by merging, and the same views read that too.

pub mod capability;
pub mod host_path;
pub mod host_ports;
pub mod order;
pub mod outline;
pub mod port;
pub mod published;
pub mod schema;
pub mod volume;
pub mod well_known_port;

mod convert;
mod entries;
mod error;
mod extends;
mod file;
mod interpolate;
mod load;
mod merge;
mod path;
mod port_parts;
mod resource;
mod service;
mod shellwords;
mod stack;
mod surroundings;
mod text;
mod unique;
mod value;

pub use entries::{
    Condition, Dependency, EnvFile, Mount, NetworkUse, Pair, PairValue, PortEntry, Reference, pairs, texts,
};
pub use error::{LoadError, LoadErrorKind, Related};
pub use file::{ComposeFile, File, Include, parse};
pub use load::load;
pub use resource::{Resource, ResourceKind};
pub use service::{Build, Command, Deploy, Extends, Healthcheck, Service};
pub use shellwords::Words;
pub use stack::{Model, merge_stack};
pub use surroundings::{Alone, Found, Surroundings};
pub use text::Text;
pub use value::{Directive, Entry, Expansion, Key, Place, Value, ValueKind};

#[cfg(test)]
mod stack_tests;
#[cfg(test)]
mod tests;
