//! The commands of RUN and its kin, parsed for the shell that is in force.

use super::ast::{Command, Dockerfile, Instruction};
use crate::shell::{self, Dialect, Script};
use crate::text::Mapped;

/// The command of RUN, CMD, ENTRYPOINT or HEALTHCHECK, also within ONBUILD.
#[derive(Clone, Debug)]
pub struct CommandScript<'a> {
    /// Its instruction, an index into [`Dockerfile::instructions`]; of a command within ONBUILD, the ONBUILD.
    pub instruction: usize,
    /// The command as the shell reads it. In exec form, one command of words that no shell has seen.
    pub script: Script<'a>,
}

/// Parses the commands of all instructions.
pub(super) fn parse<'a>(tree: &Dockerfile<'a>) -> Vec<CommandScript<'a>> {
    let dialect = |index: usize| tree.stages.in_force(index).dialect;
    let instructions = tree.instructions.iter().enumerate();
    let scripts = instructions.filter_map(|(index, instruction)| {
        let script = script(instruction.unwrapped(), tree.text, dialect(index))?;
        Some(CommandScript { instruction: index, script })
    });
    scripts.collect()
}

fn script<'a>(instruction: &Instruction<'a>, source: &'a str, dialect: Dialect) -> Option<Script<'a>> {
    let parse = |text: &Mapped<'a>, dialect| shell::parse_with_here_docs(text, source, dialect, &[]);
    Some(match instruction.command()? {
        Command::Shell(text) => {
            let bodies: Vec<&Mapped<'a>> = instruction.heredocs.iter().map(|heredoc| &heredoc.body).collect();
            let fed = match bodies.as_slice() {
                [body] => shell::shell_of_here_doc(text, dialect).map(|dialect| parse(body, dialect)),
                _ => None,
            };
            fed.unwrap_or_else(|| shell::parse_with_here_docs(text, source, dialect, &bodies))
        }
        Command::Exec(words) => shell::from_arguments(&words.elements),
        Command::Script => {
            let body = &instruction.heredocs.first()?.body;
            parse(body, Dialect::from_shebang(body).unwrap_or(dialect))
        }
    })
}
