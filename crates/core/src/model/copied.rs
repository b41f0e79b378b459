//! Scripts that COPY and ADD write from here-documents.

use super::environment::{self, is_errexit};
use crate::diagnostic::Diagnostic;
use crate::dockerfile::expand;
use crate::dockerfile::{Dockerfile, Heredoc, Instruction};
use crate::shell::{self, Dialect, Environment, Facts, Script};
use crate::text::{Mapped, MappedBuilder, Span};
use std::ops::Range;

/// A script that a container will run.
#[derive(Debug)]
pub struct Copied<'t> {
    script: Script<'t>,
    environment: Environment<'t>,
    /// Where COPY puts in values of its own; `None` where it copies the text as it is.
    replaced: Option<Vec<Span>>,
}

/// The here-documents of COPY and ADD that begin with `#!` and a shell.
#[must_use]
pub fn copied<'t>(file: &'t Dockerfile<'t>) -> Vec<Copied<'t>> {
    let instructions = file.instructions.iter().map(Instruction::unwrapped).enumerate();
    let bodies = instructions
        .filter(|(_, instruction)| instruction.transfer().is_some())
        .flat_map(|(index, instruction)| instruction.heredocs.iter().map(move |heredoc| (index, heredoc)));
    bodies
        .filter_map(|(index, heredoc)| script(heredoc, environment::of_script(file, index, false)))
        .collect()
}

fn script<'t>(heredoc: &Heredoc<'t>, environment: Environment<'t>) -> Option<Copied<'t>> {
    let body = &heredoc.body;
    let shebang = body.lines().next().filter(|line| line.starts_with("#!"))?;
    let dialect = Dialect::from_shebang(body).filter(|dialect| dialect.is_readable())?;
    let errexit = shebang.split_ascii_whitespace().skip(1).any(is_errexit);
    let environment = Environment { errexit, open: true, ..environment };
    if !heredoc.expand {
        return Some(Copied { script: shell::parse(body, dialect), environment, replaced: None });
    }
    let (references, error) = expand::references_in_body(body);
    if error.is_some() {
        return None;
    }
    let replaced: Vec<Range<usize>> = references.into_iter().map(|reference| reference.range).collect();
    let script = shell::parse(&without_escapes(body, &replaced), dialect);
    let replaced = replaced.into_iter().map(|range| body.span(range)).collect();
    Some(Copied { script, environment, replaced: Some(replaced) })
}

/// The text as COPY writes it: a backslash goes, and what follows it stays. Variables are left as they are.
fn without_escapes<'t>(body: &Mapped<'t>, variables: &[Range<usize>]) -> Mapped<'t> {
    let mut builder = MappedBuilder::new("");
    let mut kept = 0;
    let mut characters = body.char_indices();
    while let Some((at, c)) = characters.next() {
        if c == '\\' && !variables.iter().any(|variable| variable.contains(&at)) {
            builder.push_mapped(body, kept..at);
            kept = at + 1;
            characters.next();
        }
    }
    builder.push_mapped(body, kept..body.len());
    builder.finish(0)
}

impl<'t> Copied<'t> {
    /// The facts about the script.
    #[must_use]
    pub fn facts(&self) -> Facts<'_, 't> {
        Facts::new(&self.script, &self.environment)
    }

    /// Whether a finding is about what the script will hold. Where COPY changes the text, a fix would be written for another.
    pub(crate) fn keeps(&self, found: &mut Diagnostic) -> bool {
        let Some(replaced) = &self.replaced else { return true };
        found.fixes.clear();
        !replaced.iter().any(|variable| variable.overlaps(found.span))
    }
}
