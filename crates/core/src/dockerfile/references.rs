//! Which stages and images a stage takes files from.

use super::ast::{Dockerfile, InstructionKind};
use crate::text::Mapped;
use std::collections::HashMap;
use std::ops::Range;

/// `COPY --from=...` or `RUN --mount=from=...`.
#[derive(Clone, Debug)]
pub struct StageReference<'a> {
    /// Its index in [`Dockerfile::instructions`].
    pub instruction: usize,
    /// What it names.
    pub target: Mapped<'a>,
    /// The earlier stage that this is; `None` for images, named contexts, and what cannot be right.
    pub stage: Option<usize>,
    /// Whether it stands in COPY, where numbers count stages; in a mount they are names of images.
    pub is_copy: bool,
}

/// The references of the stage with this index, which has these instructions; `names` are those of the stages before it.
pub(super) fn of_stage<'a>(
    tree: &Dockerfile<'a>,
    instructions: Range<usize>,
    index: usize,
    names: &HashMap<String, usize>,
) -> Vec<StageReference<'a>> {
    let mut references = Vec::new();
    let mut add = |instruction: usize, target: &Mapped<'a>, is_copy: bool| {
        let number = if is_copy { target.parse::<usize>().ok() } else { None };
        let stage = match number {
            Some(number) => Some(number).filter(|&number| number < index),
            None => names.get(&target.to_ascii_lowercase()).copied(),
        };
        references.push(StageReference { instruction, target: target.clone(), stage, is_copy });
    };
    let slice = tree.instructions.get(instructions.clone()).unwrap_or_default();
    for (at, instruction) in instructions.zip(slice) {
        match &instruction.kind {
            InstructionKind::Copy(_) => {
                if let Some(from) = instruction.flag_value("from").filter(|from| !from.is_empty()) {
                    add(at, from, true);
                }
            }
            InstructionKind::Run(run) => {
                run.mounts.iter().filter_map(|mount| mount.from()).for_each(|from| add(at, from, false));
            }
            _ => {}
        }
    }
    references
}
