//! Here-documents of several commands whose failures go unnoticed.

use crate::dockerfile::Heredoc;
use crate::model::{Build, Step};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{AndOr, CommandKind, Logical, Script};
use crate::text::{Edit, line_end};

pub(super) const META: Meta = Meta {
    code: "DL5047",
    category: Category::Correctness,
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// Commands that do not fail, or set things up for those that follow.
const HARMLESS: &[&str] =
    &["echo", "printf", "export", "set", "shopt", "trap", "umask", "true", ":", "alias", "unset", "local"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs() {
        // Here-documents that are input for some other command are none of ours.
        let is_script = |heredoc: &&Heredoc<'_>| heredoc.body.whole().contains(run.script.span);
        let Some(heredoc) = run.instruction.heredocs.first().filter(is_script) else { continue };
        if run.facts().is_none_or(|facts| facts.errexit) || !goes_on_after_failure(run.script) {
            continue;
        }
        let found = cx.report(
            heredoc.opener,
            "If a command in here fails, the build goes on with the next; only the last one counts. Begin with `set -e`.",
        );
        if let Some(edit) = set_errexit(build.file.text, run) {
            found.unsafe_fix("Begin with `set -e`", [edit]);
        }
    }
}

/// Whether a command that is not the last can fail without anybody noticing.
fn goes_on_after_failure(script: &Script<'_>) -> bool {
    let [before @ .., _last] = script.body.items.as_slice() else { return false };
    // Where the script cannot be read, that is what is wrong with it.
    script.dialect.is_readable() && script.failure.is_none() && before.iter().any(can_fail)
}

/// Whether the list can fail and says nothing about that: `a || exit 1` does.
fn can_fail(list: &AndOr<'_>) -> bool {
    let handled = list.operators.iter().any(|operator| operator.value == Logical::Or) || list.background;
    let commands = || list.pipelines.iter().flat_map(|pipeline| &pipeline.commands);
    !handled
        && commands().any(|command| match command.as_simple() {
            Some(simple) => simple.name().is_some_and(|name| !HARMLESS.contains(&name)),
            None => !matches!(command.kind, CommandKind::Function(_)),
        })
}

fn set_errexit(text: &str, run: &Step<'_, '_>) -> Option<Edit> {
    let body = &run.instruction.heredocs.first()?.body;
    let first = if body.starts_with("#!") { body.find('\n')? + 1 } else { 0 };
    let start = body.source_offset(first);
    let before = text.get(..start as usize)?;
    let indent = before.get(before.rfind('\n')? + 1..)?;
    Some(Edit::insert(start, format!("set -e{}{indent}", line_end(text))))
}
