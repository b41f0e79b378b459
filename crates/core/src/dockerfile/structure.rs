//! That there is something to build. What stands before the first FROM is for a rule.

use super::ast::{Dockerfile, InstructionKind};
use crate::SyntaxError;
use crate::text::Span;

/// Finds files without instructions or stages.
pub(super) fn check(tree: &Dockerfile<'_>, errors: &mut Vec<SyntaxError>) {
    let Some(first) = tree.instructions.first() else {
        let message =
            "This file has no instruction, so BuildKit refuses it; a Dockerfile needs at least a FROM.";
        errors.push(SyntaxError::new(Span::empty(tree.text.len()), message));
        return;
    };
    // A line that could not be read may have been the FROM; one word about it is enough.
    let may_be_from =
        |kind: &InstructionKind<'_>| matches!(kind, InstructionKind::From(_) | InstructionKind::Invalid);
    if !tree.instructions.iter().any(|instruction| may_be_from(&instruction.kind)) {
        let message = "This file has no FROM, so there is nothing to build; begin a stage with `FROM image`.";
        errors.push(SyntaxError::new(first.keyword.whole(), message));
    }
}
