//! chown -R or chmod -R of what COPY has put into an earlier layer.

use crate::diagnostic::Severity;
use crate::model::made::{self, Made};
use crate::model::{Build, Step, paths};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Call;
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "DL5035",
    severity: Severity::Info,
    category: Category::Size,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.facts().stages.iter().filter(|stage| build.ships_stage(stage.index)) {
        let mut folders: Vec<Made> = Vec::new();
        for (index, instruction) in stage.instructions(build.file) {
            let Some(run) = build.run_at(index) else {
                folders.extend(made::copied(build, index, instruction).into_iter().filter(Made::is_folder));
                folders.truncate(made::MOST);
                continue;
            };
            // One word for each RUN is enough, although it may change the owner and the mode.
            if let Some((call, word, folder)) =
                run.calls.iter().find_map(|call| changed(build, run, call, &folders))
            {
                let message = format!(
                    "This stores every file a second time, in a new layer. Use `COPY --{}` where the files are copied.",
                    call.name()
                );
                cx.report(word, message).related(folder.span, "copied here");
            }
        }
    }
}

/// The word of a recursive chown or chmod that names one of these folders, or one above it.
fn changed<'c, 'b, 't, 'm>(
    build: &Build<'b, 't>,
    run: &Step<'b, 't>,
    call: &'c Call<'b, 't>,
    folders: &'m [Made],
) -> Option<(&'c Call<'b, 't>, Span, &'m Made)> {
    if !call.is_any(&["chown", "chmod"]) || !call.has_any_flag(&["R", "recursive"]) {
        return None;
    }
    call.operands(&[]).skip(1).find_map(|word| {
        let path = made::path_in(build, run, call, &word.text)?;
        let covered = |made: &&Made| made.paths.iter().any(|folder| paths::covers(&path, folder, true));
        Some((call, word.span(), folders.iter().find(covered)?))
    })
}
