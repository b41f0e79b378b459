//! Archives that stay in the layer after they were unpacked.

use crate::diagnostic::Severity;
use crate::dockerfile::MountKind;
use crate::model::archive::{self, file_name};
use crate::model::{Build, Step, download};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::Call;

pub(super) const META: Meta = Meta {
    code: "DL5055",
    severity: Severity::Info,
    category: Category::Size,
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// How many downloads of a file are followed; each is looked for in all commands after it.
const MAX_DOWNLOADS: usize = 200;

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let runs = build.runs().filter(|run| build.ships_stage(run.stage) && !has_scratch_mount(run));
    let calls = runs.flat_map(|run| run.calls.iter().enumerate().map(move |(at, call)| (run, at, call)));
    for (run, at, fetch) in calls.filter(|(_, _, call)| download::is_fetch(call)).take(MAX_DOWNLOADS) {
        let Some(file) = download::saved_as(fetch) else { continue };
        let later = run.calls.get(at + 1..).unwrap_or_default();
        let name = file_name(&file);
        let unpacking = later.iter().find(|call| archive::unpacks_and_keeps(call, name));
        // What a later RUN deletes is reported there.
        let after = build.runs().filter(|after| after.stage == run.stage && after.index > run.index);
        let mut removers = later.iter().chain(after.flat_map(|after| &after.calls));
        let Some(unpacking) = unpacking.filter(|_| !removers.any(|call| removes(call, name))) else {
            continue;
        };
        let found = cx.report(
            fetch.name_word.span,
            format!("`{name}` stays in this layer after it is unpacked. Delete it in the same RUN, or pipe the download into the unpacker."),
        );
        found.related(unpacking.name_word.span, "unpacked here");
        let removal = if file.contains('$') { format!("rm \"{file}\"") } else { format!("rm {file}") };
        if let Some(edit) = run.append(&removal).filter(|_| file.starts_with('/')) {
            found.unsafe_fix(format!("Add `{removal}`"), [edit]);
        }
    }
}

/// Whether something that this RUN writes may lie outside of the layer.
fn has_scratch_mount(run: &Step<'_, '_>) -> bool {
    run.mounts().iter().any(|mount| matches!(mount.kind, MountKind::Cache | MountKind::Tmpfs))
}

/// Whether the command may remove the file or put it elsewhere.
fn removes(call: &Call<'_, '_>, name: &str) -> bool {
    let may_be = |text: &str| file_name(text) == name || text.contains(['*', '?', '[', '{', '$', '`']);
    match call.name() {
        "rm" | "unlink" => {
            call.has_any_flag(&["r", "R", "recursive"])
                || call.arguments.iter().any(|word| may_be(&word.text))
        }
        "mv" | "shred" => call.arguments.iter().any(|word| may_be(&word.text)),
        "find" | "xargs" | "git" | "" => true,
        _ => false,
    }
}
