//! Compose files: typed services over the YAML tree, each value with its span.

pub mod port;
mod port_parts;
pub mod volume;
