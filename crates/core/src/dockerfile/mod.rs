//! Dockerfiles, as BuildKit reads them.

mod ast;
#[cfg(test)]
mod corpus;
mod directive;
pub mod expand;
mod flag;
mod flag_rules;
mod heredoc;
mod instruction;
mod json;
mod keyword;
mod lines;
mod mount;
mod parse;
mod ports;
mod references;
mod scope;
mod scripts;
mod stages;
mod structure;
#[cfg(test)]
mod tests;
mod validate;
mod words;

pub use ast::{
    Assignment, Assignments, BaseImage, Command, Comment, Directive, Dockerfile, Flag, Healthcheck,
    Instruction, InstructionKind, Item, ItemKind, JsonArray, List, Run, Transfer,
};
pub use heredoc::Heredoc;
pub use keyword::{KEYWORDS, Keyword};
pub use mount::{Mount, MountField, MountKey, MountKind};
pub use parse::parse;
pub use ports::{ExposedPort, exposed_ports};
pub use references::StageReference;
pub use scope::{Environment, PLATFORM_ARGS, Variable, VariableKind};
pub use scripts::CommandScript;
pub use stages::{Base, InForce, Stage, Stages};
pub use validate::validate;
