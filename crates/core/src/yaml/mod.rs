//! YAML (and so JSON): text to a spanned tree that keeps what linting needs, that is comments, styles, anchors, tags and the
//! text as written.
//!
//! The events come from `saphyr-parser`; nothing outside this module sees that crate. [`parse`] never refuses: after the first
//! error the tree holds what was read until then. Plain scalars are resolved as the loader of Compose does it (go-yaml v4):
//! `yes` is text, `010` is eight, `22:22` is text.
//!
//! The tree is an arena, so that neither building nor dropping recurses; [`Node`] is the handle to walk it.

mod base60;
pub mod block;
mod build;
mod comments;
mod decode;
mod lenient;
mod locate;
mod node;
mod resolve;
mod scalar;
mod strict;

pub use base60::base_60;
pub use build::parse;
pub use node::{DuplicateKey, Entry, Merged, Node, NodeId, Yaml};
pub use resolve::resolve_plain;
pub use scalar::{Resolved, Scalar, Style};

/// How deep collections may nest. Real files stay below twenty.
pub const MAX_DEPTH: usize = 128;

/// How many nodes one text may hold: a bound on memory, far above any real file.
pub const MAX_NODES: usize = 500_000;

#[cfg(test)]
mod tests;
