//! Where another command can be added to the end of a RUN, in the style in which it is written.

use crate::dockerfile::{Command, Instruction, InstructionKind};
use crate::shell::{AndOr, Script};
use crate::text::{Edit, line_end};

/// The edit that runs `command` after all others of the script, if they succeeded.
///
/// `None` where that is not certain: in JSON form, after `&`, with here-documents, or behind a comment.
pub(super) fn command(
    text: &str,
    instruction: &Instruction<'_>,
    script: &Script<'_>,
    command: &str,
) -> Option<Edit> {
    let InstructionKind::Run(run) = &instruction.kind else { return None };
    let last = script.body.items.last()?;
    if script.failure.is_some() || last.background || leaves(last) {
        return None;
    }
    let end = last.span.end;
    match &run.command {
        Command::Shell(_) if instruction.heredocs.is_empty() => {
            Some(Edit::insert(end, joined(instruction.head.of(text), command)))
        }
        // Its here-document would swallow the command.
        Command::Script if script.here_docs.iter().any(|body| body.span.end > end) => None,
        Command::Script => {
            let before = text.get(..last.span.start as usize)?;
            let indent = before.rsplit('\n').next().filter(|line| line.trim().is_empty()).unwrap_or_default();
            Some(Edit::insert(end, format!("{}{indent}{command}", line_end(text))))
        }
        _ => None,
    }
}

/// Whether the shell ends with the last command, so that nothing behind it would run.
fn leaves(list: &AndOr<'_>) -> bool {
    let last = list.pipelines.last().and_then(|pipeline| pipeline.commands.last());
    let name = last.and_then(|command| command.as_simple()?.name());
    name.is_some_and(|name| ["exit", "exec", "return"].contains(&name))
}

/// `&& command`, on a line of its own where the instruction has several lines.
fn joined(instruction: &str, command: &str) -> String {
    let mut lines = instruction.lines();
    let first = lines.next().unwrap_or_default();
    let Some(second) = lines.find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
    else {
        return format!(" && {command}");
    };
    let escape = if first.trim_end().ends_with('`') { '`' } else { '\\' };
    let line_end = line_end(instruction);
    let indent: String = second.chars().take_while(|c| c.is_whitespace()).collect();
    if first.trim_end().trim_end_matches(escape).trim_end().ends_with("&&") {
        format!(" && {escape}{line_end}{indent}{command}")
    } else {
        let indent = second_and(instruction).unwrap_or(&indent);
        format!(" {escape}{line_end}{indent}&& {command}")
    }
}

/// The indentation of the first line that begins with `&&`.
fn second_and(instruction: &str) -> Option<&str> {
    let line = instruction.lines().find(|line| line.trim_start().starts_with("&&"))?;
    line.get(..line.len() - line.trim_start().len())
}
