//! Files that one instruction makes and a later RUN deletes.

use crate::diagnostic::Severity;
use crate::model::made::{self, Made};
use crate::model::{Build, archive, paths};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Call;

pub(super) const META: Meta = Meta {
    code: "DL5028",
    severity: Severity::Info,
    category: Category::Size,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// Endings of files that are too small to matter.
const SMALL: [&str; 17] = [
    ".asc", ".cfg", ".conf", ".gpg", ".ini", ".json", ".key", ".list", ".lock", ".md", ".patch", ".py",
    ".sh", ".toml", ".txt", ".yaml", ".yml",
];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.facts().stages.iter().filter(|stage| build.ships_stage(stage.index)) {
        let mut earlier: Vec<Made> = Vec::new();
        for (index, instruction) in stage.instructions(build.file) {
            let Some(run) = build.run_at(index) else {
                earlier.extend(made::copied(build, index, instruction));
                earlier.truncate(made::MOST);
                continue;
            };
            for call in run.calls.iter().filter(|call| call.name() == "rm" && !call.in_string) {
                let deep = call.has_any_flag(&["r", "R", "recursive"]);
                for word in call.operands(&[]) {
                    let Some(path) = made::path_in(build, run, call, &word.text) else { continue };
                    let deleted = |made: &&Made| {
                        // Without -r it is a file, and one whose name has no dot is small: `crontab`.
                        (deep || !made.is_folder())
                            && made.paths.iter().any(|file| paths::covers(&path, file, deep))
                    };
                    let Some(made) = earlier.iter().filter(deleted).find(|made| matters(build, cx, made))
                    else {
                        continue;
                    };
                    cx.report(
                        word.span(),
                        "This frees no space: what an earlier instruction has made stays in its layer. Delete it there, or mount it for the RUN.",
                    )
                    .related(made.span, "made here");
                }
            }
            earlier.extend(made::by_run(build, run));
        }
    }
}

/// Whether the file takes space worth a word, and no other rule tells that it stays.
fn matters(build: &Build<'_, '_>, cx: &Reporter<'_>, made: &Made) -> bool {
    let is_secret = || {
        let mut shipped = cx.project.shipped().iter();
        shipped.any(|file| file.dockerfile == cx.file && file.source == made.span)
    };
    let name = made.name.trim_end_matches('*').to_ascii_lowercase();
    let is_small =
        !made.is_folder() && (!name.contains('.') || SMALL.iter().any(|ending| name.ends_with(ending)));
    !is_small && !is_secret() && !is_unpacked(build, made)
}

/// Whether it is an archive that ADD unpacks, or that DL3010 asks to unpack with ADD.
fn is_unpacked(build: &Build<'_, '_>, made: &Made) -> bool {
    let instruction = build.file.instructions.get(made.index);
    let from_context = instruction.is_some_and(|by| by.transfer().is_some() && by.flag("from").is_none());
    let unpacked = |call: &Call<'_, '_>| archive::unpacks(call, &made.name);
    archive::is_archive(&made.name)
        && from_context
        && (instruction.is_some_and(|by| by.is("ADD"))
            || build.runs_in(made.index..usize::MAX).any(|run| run.calls.iter().any(unpacked)))
}
