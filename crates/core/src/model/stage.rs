//! A stage with its nodes.

use crate::dockerfile::{BaseImage, Dockerfile, Instruction, InstructionKind};
use std::collections::HashSet;
use std::ops::Range;

/// A stage of a build: what most rules ask of [`crate::dockerfile::Stage`], with the nodes in place of indices.
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
    /// Whether a later stage is built from it.
    pub is_parent: bool,
    /// Whether its file system is in the image that a build without a target makes: it is the last stage, or one that the last is
    /// built from.
    pub ships: bool,
    /// The instructions after FROM, as indices into the file's.
    pub instructions: Range<usize>,
}

/// All stages of a file.
pub(super) fn all<'t>(file: &'t Dockerfile<'t>) -> Vec<Stage<'t>> {
    let parent = |stage| file.stages.parent(stage).map(|parent| parent.index);
    let parents: HashSet<usize> = file.stages.stages.iter().filter_map(parent).collect();
    let last = file.stages.last().into_iter();
    let shipped: HashSet<usize> =
        last.flat_map(|last| file.stages.lineage(last)).map(|stage| stage.index).collect();
    let stages = file.stages.stages.iter().filter_map(|stage| {
        let instruction = file.instructions.get(stage.from)?;
        let InstructionKind::From(from) = &instruction.kind else { return None };
        Some(Stage {
            index: stage.index,
            instruction,
            from,
            parent: parent(stage),
            ships: shipped.contains(&stage.index),
            is_parent: parents.contains(&stage.index),
            instructions: stage.instructions.clone(),
        })
    });
    stages.collect()
}
