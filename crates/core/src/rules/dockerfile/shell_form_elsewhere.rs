//! Other commands in shell form, as hadolint reports them.

use crate::dockerfile::Command;
use crate::model::{Build, exec_form};
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "DL5001",
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["hadolint:DL3025"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for step in build.steps().filter(|step| !step.onbuild && step.is_shell_form()) {
        let chosen =
            (step.instruction.is("CMD") || step.instruction.is("ENTRYPOINT")) && step.has_own_shell();
        if chosen || step.instruction.is("HEALTHCHECK") {
            let found = cx.report(
                step.instruction.arguments,
                "This command is in shell form. A JSON array starts the program itself.",
            );
            let Some(Command::Shell(command)) = step.instruction.command() else { continue };
            let lost = build.file.has_comment_in(command.whole());
            if let Some(array) = exec_form::of(step).filter(|_| !lost) {
                found.unsafe_fix("Write it as a JSON array", [Edit::replace(command.whole(), array)]);
            }
        }
    }
}
