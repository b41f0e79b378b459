//! cd in a RUN.

use crate::model::Build;
use crate::model::{Step, workdir};
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
        let mut changes = run.calls.iter().filter(|call| call.name() == "cd");
        let Some(call) = changes.next() else { continue };
        let found = cx.report(
            call.name_word.span,
            "`cd` lasts for this RUN only. Use WORKDIR, which lasts and shows where things happen.",
        );
        let leading = leading_cd(build, run).filter(|_| changes.next().is_none());
        if let Some((removed, folder)) = leading {
            let edits = [Some(Edit::delete(removed))].into_iter().chain(workdirs(build, run, &folder));
            if let Some(edits) = edits.collect::<Option<Vec<_>>>() {
                found.unsafe_fix(format!("Use `WORKDIR {folder}`"), edits);
            }
        }
    }
}

/// The place of `cd /x &&` at the start of a RUN, and the folder.
fn leading_cd(build: &Build<'_, '_>, run: &Step<'_, '_>) -> Option<(Span, String)> {
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
    let removed = Span { start: first.span.start, end: second_pipeline.span.start };
    let plain = cd.is("cd") && run.is_shell_form() && run.instruction.heredocs.is_empty();
    (plain && !build.file.has_comment_in(removed)).then_some((removed, folder))
}

/// WORKDIR before the RUN and, where it is known what was in force, behind it.
fn workdirs(build: &Build<'_, '_>, run: &Step<'_, '_>, folder: &str) -> Vec<Option<Edit>> {
    let before = workdir::in_force(build, run.index);
    if before == Some(folder) {
        return Vec::new();
    }
    let mut edits = vec![build.insert_before(run.index, "WORKDIR", folder)];
    let next = build.file.instructions.get(run.index + 1);
    let lasts = next.is_some_and(|next| !next.is("WORKDIR") && !next.is("FROM"));
    if let Some(before) = before.filter(|_| lasts) {
        edits.push(build.insert_after(run.index, "WORKDIR", before));
    }
    edits
}
