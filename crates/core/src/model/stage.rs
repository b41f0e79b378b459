//! Stages: FROM and what follows it.

use crate::dockerfile::{BaseImage, Dockerfile, Instruction, InstructionKind};
use std::ops::Range;

/// A stage of a build.
#[derive(Clone, Debug)]
pub struct Stage<'t> {
    /// Its number, from 0.
    pub index: usize,
    /// The FROM instruction.
    pub instruction: &'t Instruction<'t>,
    /// What FROM says.
    pub from: &'t BaseImage<'t>,
    /// The stage that it is built from, if it is one of this file.
    pub parent: Option<usize>,
    /// The instructions after FROM, as indices into the file's.
    pub instructions: Range<usize>,
}

/// All stages of a file.
pub(crate) fn find<'t>(file: &'t Dockerfile<'t>) -> Vec<Stage<'t>> {
    let mut stages: Vec<Stage<'t>> = Vec::new();
    for (at, instruction) in file.instructions.iter().enumerate() {
        if let InstructionKind::From(from) = &instruction.kind {
            // A reference is exact, against names that BuildKit has put in lower case.
            let is_parent = |stage: &Stage<'_>| {
                stage.from.name.as_ref().is_some_and(|name| name.to_lowercase() == *from.image)
            };
            let parent = stages.iter().rposition(is_parent);
            stages.push(Stage {
                index: stages.len(),
                instruction,
                from,
                parent,
                instructions: at + 1..at + 1,
            });
        } else if let Some(stage) = stages.last_mut() {
            stage.instructions.end = at + 1;
        }
    }
    stages
}
