//! CMD and ENTRYPOINT in shell form.

use crate::model::Build;
use crate::model::exec_form;
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
        let keyword = &step.instruction.keyword;
        let found = cx.report(
            keyword.whole(),
            format!("In shell form a shell stands between Docker and the program, and swallows signals. Write `{} [\"...\"]`.", &**keyword),
        );
        let lost = build.file.has_comment_in(step.instruction.arguments);
        if let Some(array) = exec_form::of(step).filter(|_| !lost) {
            found.unsafe_fix("Write it as a JSON array", [Edit::replace(step.instruction.arguments, array)]);
        }
    }
}
