//! Flags that have to fit their instruction.

use super::super::ast::{Instruction, Transfer};
use super::values::{is_git, is_http};
use crate::SyntaxError;

/// `--from` of COPY is taken as it stands.
pub(super) fn variable_in_from(instruction: &Instruction<'_>) -> Option<SyntaxError> {
    let from = instruction.flag_value("from")?;
    let dollar = from.find('$')?;
    let message = "Variables are not expanded in `--from`, so this can be no stage and no image; give a stage a name with `FROM ... AS name`, and name that.";
    Some(SyntaxError::new(from.span(dollar..from.len()), message))
}

/// `--checksum` of ADD: for one source, which is remote.
pub(super) fn checksum(instruction: &Instruction<'_>, transfer: &Transfer<'_>) -> Option<SyntaxError> {
    let flag = instruction
        .flag("checksum")
        .filter(|flag| flag.value.as_ref().is_some_and(|value| !value.is_empty()))?;
    let problem = match transfer.sources.as_slice() {
        [source] if source.contains('$') || is_http(source) || is_git(source) => return None,
        [_] => "is for sources that are fetched; remove it from one that is a file.",
        _ => "is for one source; add the others in instructions of their own.",
    };
    Some(SyntaxError::new(flag.span, format!("`--checksum` {problem}")))
}
