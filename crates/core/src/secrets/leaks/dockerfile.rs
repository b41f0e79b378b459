//! Credentials in a Dockerfile: variables, defaults of arguments, labels and commands.

use super::command::in_script;
use super::{Found, Place};
use crate::dockerfile::{Assignment, Dockerfile, Instruction, InstructionKind};

/// Adds the credentials of all instructions.
pub(super) fn in_dockerfile(file: &Dockerfile<'_>, found: &mut Found) {
    for instruction in file.instructions.iter().map(Instruction::unwrapped) {
        match &instruction.kind {
            InstructionKind::Env(env) => add(Place::Env, &env.pairs, found),
            InstructionKind::Arg(arguments) => add(Place::BuildArg, arguments, found),
            InstructionKind::Label(labels) => add(Place::Label, &labels.pairs, found),
            _ => {}
        }
    }
    for command in &file.commands {
        in_script(&command.script, &|span| span, found);
    }
}

fn add(place: Place, pairs: &[Assignment<'_>], found: &mut Found) {
    let another = pairs.iter().filter(|pair| super::names_another(&pair.name));
    let beside: Vec<&str> = another.filter_map(|pair| pair.value.as_deref()).collect();
    for pair in pairs {
        if let Some(value) = &pair.value {
            found.weigh(place, &pair.name, value, &beside, |range| value.span(range));
        }
    }
}
