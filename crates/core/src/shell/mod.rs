//! Shell commands inside RUN and its kin: a small model with exact places.
//!
//! [`parse`] reads the text of a RUN instruction (lines already joined) or of a here-document. It never refuses: at a syntax
//! error the tree holds what stood before, and [`Script::failure`] says why. One parser reads every POSIX-like dialect, since
//! they differ in what they allow, which is for rules to judge; PowerShell and cmd give an empty script.
//!
//! ```
//! use docklint_core::{shell, text::Mapped};
//!
//! let source = "RUN sudo apt-get install -yq curl && rm -rf \"$DIR\"/*";
//! let text = Mapped::borrowed(&source[4..], 4);
//! let script = shell::parse(&text, shell::Dialect::Posix);
//!
//! // Commands as rules ask about them, wrapped ones after their wrappers.
//! let calls = shell::calls(&script);
//! let names: Vec<&str> = calls.iter().map(shell::Call::name).collect();
//! assert_eq!(names, ["sudo", "apt-get", "rm"]);
//! assert!(calls[1].has_flag("y"));
//! let packages: Vec<&str> = calls[1].operands(&["t"]).skip(1).map(|argument| &*argument.text).collect();
//! assert_eq!(packages, ["curl"]);
//!
//! // Words in parts, each with its place in the source.
//! let word = calls[2].arguments[1].word;
//! assert_eq!(word.span.of(source), "\"$DIR\"/*");
//! assert!(matches!(word.parts[0].kind, shell::PartKind::Double(_)));
//! assert!(matches!(word.parts[2].kind, shell::PartKind::Glob));
//! ```
//!
//! The parser is our own. General shell parsers for Rust leave words as raw text, forget operators and comments, count in
//! characters, and overflow the stack on deep nesting; what had to be added around one was more than a parser.

mod ast;
mod call;
mod dialect;
mod edit;
mod facts;
mod options;
mod parser;
mod pipes;
#[cfg(test)]
mod tests;
pub mod visit;
mod word;
mod wrapper;

pub use ast::{
    AndOr, ArithmeticFor, Assignment, Case, Command, CommandKind, Comment, Failure, For, Function, HereDoc,
    If, List, Logical, Loop, Pipeline, Redirect, RedirectOperator, Script, Simple,
};
pub use call::{Argument, Call, calls, operands};
pub use dialect::{Dialect, basename};
pub use edit::{printf_for_echo, quote, unwrap};
pub use facts::{
    CommandFact, Comparison, Environment, Facts, PartFact, Removed, Role, Status, Test, TestKind, Variables,
    WordFact, loop_over_command, removed_paths,
};
pub use options::{GivenOption, Options};
pub use pipes::pipes;
pub use word::{BashOperator, Parameter, Part, PartKind, Word, is_name};

use crate::text::Mapped;

/// Parses a script. Spans in the tree are places in the source that `text` was taken from.
#[must_use]
pub fn parse<'t>(text: &Mapped<'t>, dialect: Dialect) -> Script<'t> {
    parse_with_here_docs(text, "", dialect, &[])
}

/// Parses a script whose here-documents stand apart from it, in the order of their `<<`: in a Dockerfile, their bodies
/// follow the instruction. The tree borrows from `source`, which `text` was put together from; of what does not stand there in
/// one piece, it holds a copy.
#[must_use]
pub fn parse_with_here_docs<'t>(
    text: &Mapped<'t>,
    source: &'t str,
    dialect: Dialect,
    bodies: &[&Mapped<'t>],
) -> Script<'t> {
    if !dialect.is_readable() {
        return Script { dialect, span: text.whole(), ..Script::default() };
    }
    parser::parse(text, source, dialect, bodies)
}

/// The shell that `text` starts to run its here-document, where that is all it does: `<<EOF bash`.
#[must_use]
pub fn shell_of_here_doc(text: &Mapped<'_>, dialect: Dialect) -> Option<Dialect> {
    let empty = Mapped::borrowed("", 0);
    let script = parse_with_here_docs(text, "", dialect, &[&empty]);
    let simple = script.body.single_simple()?;
    let [redirect] = simple.redirects.as_slice() else { return None };
    redirect.here_doc.filter(|_| redirect.fd.is_none())?;
    wrapper::reading_shell(&simple.words, dialect)
}

/// The script that an instruction in exec form runs: one command of these words, none of which the shell has seen.
#[must_use]
pub fn from_arguments<'t>(arguments: &[Mapped<'t>]) -> Script<'t> {
    parser::from_arguments(arguments)
}
