//! What the order of the instructions has to be: ARGs, then stages that begin with FROM.

use super::ast::{Dockerfile, InstructionKind};
use crate::SyntaxError;
use crate::text::Span;

/// Finds files without instructions or stages, and instructions before the first FROM.
pub(super) fn check(tree: &Dockerfile<'_>, errors: &mut Vec<SyntaxError>) {
    let Some(first) = tree.instructions.first() else {
        let message =
            "This file has no instruction, so BuildKit refuses it; a Dockerfile needs at least a FROM.";
        errors.push(SyntaxError::new(Span::empty(tree.text.len()), message));
        return;
    };
    // A line that could not be read may have been the FROM; one word about it is enough.
    let invalid = |kind: &InstructionKind<'_>| matches!(kind, InstructionKind::Invalid);
    let from = |kind: &InstructionKind<'_>| matches!(kind, InstructionKind::From(_));
    let Some(stage) = tree.instructions.iter().position(|instruction| from(&instruction.kind)) else {
        if !tree.instructions.iter().any(|instruction| invalid(&instruction.kind)) {
            let message =
                "This file has no FROM, so there is nothing to build; begin a stage with `FROM image`.";
            errors.push(SyntaxError::new(first.keyword.whole(), message));
        }
        return;
    };
    for instruction in tree.instructions.iter().take(stage) {
        match &instruction.kind {
            InstructionKind::Arg(_) => {}
            InstructionKind::Invalid => return,
            _ => {
                let name = instruction.keyword.to_ascii_uppercase();
                let message = format!(
                    "Only ARG may stand before the first FROM, so BuildKit refuses the file; move {name} behind it."
                );
                errors.push(SyntaxError::new(instruction.keyword.whole(), message));
            }
        }
    }
}
