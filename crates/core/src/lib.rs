//! docklint-core: parse, link, check and fix Dockerfiles, compose files and .env files as one project.
//!
//! Two entries, [`lint`] and [`fix`]; both take a [`Workspace`] of texts and a [`Config`]. Core opens no file, reads no clock and no
//! environment, starts no thread and never panics on any input, so that the same code runs in a terminal and in a browser.
//!
//! The way of the data, module by module: `workspace` -> `dockerfile`, `shell`, `yaml`, `compose`, `dotenv` ... (text to tree) ->
//! `project` (links) -> `rules` (findings) -> `lint` (order, severities).
#![forbid(unsafe_code)]

pub mod complete;
pub mod compose;
pub mod config;
pub mod diagnostic;
pub mod dockerfile;
pub mod dotenv;
mod fix;
pub mod ignorefile;
pub mod image;
pub mod interpolation;
mod lint;
pub mod model;
#[cfg(test)]
mod oracle;
pub mod package_json;
mod pinning;
pub mod project;
pub mod requirements;
pub mod rules;
pub mod secrets;
pub mod shell;
pub mod sorting;
mod suggest;
mod suppress;
mod syntax_error;
pub mod text;
pub mod workspace;
pub mod yaml;

pub use config::Config;
pub use diagnostic::{Applicability, Diagnostic, Fix, Related, Report, Severity};
pub use fix::{Fixed, fix};
pub use lint::{Linter, lint};
pub use pinning::Pinning;
pub use syntax_error::SyntaxError;
pub use workspace::{FileId, FileKind, SourceFile, Workspace};
