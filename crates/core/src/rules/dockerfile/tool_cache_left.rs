//! Caches of npm, conda, Composer and others left in a layer.

use crate::diagnostic::Severity;
use crate::model::{Build, tool_cache};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5048",
    severity: Severity::Info,
    category: Category::Size,
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs().filter(|run| build.ships_stage(run.stage)) {
        for (install, clean) in tool_cache::left(build, run) {
            let found = cx.report(
                install.name_word.span,
                format!(
                    "`{}` leaves its download cache in the layer. Run `{clean}` in the same RUN, or use a cache mount.",
                    install.name()
                ),
            );
            if let Some(edit) = run.append(&clean) {
                found.safe_fix(format!("Add `{clean}`"), [edit]);
            }
        }
    }
}
