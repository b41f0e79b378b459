//! cd in a RUN.

use crate::model::Build;
use crate::model::Step;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{CommandKind, Logical};
use crate::text::{Edit, Span, Spanned};

pub(super) const META: Meta = Meta {
    code: "DL3003",
    category: Category::Style,
    aliases: &["hadolint:DL3003"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs().filter(|run| !run.onbuild) {
        let Some(call) = run.calls.iter().find(|call| call.name() == "cd") else { continue };
        let found = cx.report(
            call.name_word.span,
            "`cd` lasts for this RUN only. Use WORKDIR, which lasts and shows where things happen.",
        );
        if let Some((edit, folder)) = leading_cd(run) {
            found.unsafe_fix(format!("Use `WORKDIR {folder}`"), [edit]);
        }
    }
}

/// `RUN cd /x && rest` as `WORKDIR /x` and `RUN rest`.
fn leading_cd(run: &Step<'_, '_>) -> Option<(Edit, String)> {
    let first = run.script.body.items.first()?;
    let [first_pipeline, second_pipeline, ..] = first.pipelines.as_slice() else { return None };
    let (Some(Spanned { value: Logical::And, .. }), [command]) =
        (first.operators.first(), first_pipeline.commands.as_slice())
    else {
        return None;
    };
    let CommandKind::Simple(simple) = &command.kind else { return None };
    let [cd, folder] = simple.words.as_slice() else { return None };
    let folder = folder
        .literal()
        .filter(|folder| folder.starts_with('/') && !folder.contains([' ', '$']))?
        .into_owned();
    let plain = cd.is("cd") && run.instruction.flags.is_empty() && run.is_shell_form();
    let start = run.instruction.keyword.whole();
    let edit = Edit::replace(
        Span { start: start.start, end: second_pipeline.span.start },
        format!("WORKDIR {folder}\n{} ", &*run.instruction.keyword),
    );
    plain.then_some((edit, folder))
}
