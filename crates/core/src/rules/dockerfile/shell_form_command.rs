//! CMD and ENTRYPOINT in shell form.

use crate::diagnostic::Severity;
use crate::model::{Build, exec_form, json_form};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "DL3025",
    category: Category::Correctness,
    aliases: &["hadolint:DL3025", "buildkit:JSONArgsRecommended"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for step in build.steps().filter(|step| !step.onbuild && !step.has_own_shell()) {
        if !(step.instruction.is("CMD") || step.instruction.is("ENTRYPOINT")) || !step.is_shell_form() {
            continue;
        }
        let (keyword, arguments) = (&step.instruction.keyword, step.instruction.arguments);
        let text = arguments.of(build.file.text);
        let meant = json_form::is_meant(text);
        let found = if meant {
            cx.report(
                keyword.whole(),
                "This is not a JSON array, so a shell looks for a program of that name. Use double quotes, and commas between.",
            )
            .severity(Severity::Error)
        } else {
            cx.report(
                keyword.whole(),
                format!("In shell form a shell stands between Docker and the program, and swallows signals. Write `{} [\"...\"]`.", &**keyword),
            )
        };
        let array = if meant { json_form::repaired(text) } else { exec_form::of(step) };
        if let Some(array) = array.filter(|_| !build.file.has_comment_in(arguments)) {
            found.unsafe_fix("Write it as a JSON array", [Edit::replace(arguments, array)]);
        }
    }
}
