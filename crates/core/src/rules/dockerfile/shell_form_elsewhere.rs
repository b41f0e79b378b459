//! Other commands in shell form, as hadolint reports them.

use crate::model::Build;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5001",
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["hadolint:DL3025"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for step in build.steps().filter(|step| !step.onbuild && step.is_shell_form()) {
        let chosen =
            (step.instruction.is("CMD") || step.instruction.is("ENTRYPOINT")) && step.has_own_shell();
        if chosen || step.instruction.is("HEALTHCHECK") {
            cx.report(
                step.instruction.arguments,
                "This command is in shell form. A JSON array starts the program itself.",
            );
        }
    }
}
