//! CMD behind an ENTRYPOINT in shell form.

use crate::dockerfile::{Command, InstructionKind};
use crate::model::{Build, Step};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5025",
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    for stage in &facts.stages {
        let mut cmds = stage.instructions(build.file).filter(|(_, instruction)| instruction.is("CMD"));
        let (Some((_, cmd)), Some(entrypoint)) = (cmds.next_back(), build.in_effect(stage, "ENTRYPOINT"))
        else {
            continue;
        };
        let InstructionKind::Cmd(command) = &cmd.kind else { continue };
        // `CMD []` takes back the CMD of the base image.
        let is_empty = matches!(command, Command::Exec(words) if words.elements.is_empty());
        if !is_empty && drops_arguments(entrypoint) {
            cx.report(
                cmd.keyword.whole(),
                "This CMD has no effect, since the ENTRYPOINT in shell form takes no arguments. Write the ENTRYPOINT as a JSON array.",
            )
            .related(entrypoint.instruction.keyword.whole(), "in shell form");
        }
    }
}

/// Whether what follows the command is lost: a shell takes it for `$0`, `$1`, and the script does not ask for them. Those of
/// Windows append it.
fn drops_arguments(entrypoint: &Step<'_, '_>) -> bool {
    let Some(Command::Shell(text)) = entrypoint.instruction.command() else { return false };
    let positional = |c: char| c.is_ascii_digit() || matches!(c, '@' | '*' | '#' | '{');
    let asks = text.split('$').skip(1).any(|rest| rest.starts_with(positional));
    entrypoint.script.dialect.is_readable() && !text.trim().is_empty() && !asks
}
