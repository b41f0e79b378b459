//! yarn's cache left in a layer.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::Call;

pub(super) const META: Meta = Meta {
    code: "DL3060",
    severity: Severity::Info,
    category: Category::Size,
    aliases: &["hadolint:DL3060"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs().filter(|run| build.is_kept(run) && !run.mounts_cache(&[".cache/yarn", "/yarn"])) {
        let yarn =
            |call: &Call<'_, '_>, verbs: &[&str]| call.name() == "yarn" && call.has_any_argument(verbs);
        let Some(install) = run.calls.iter().position(|call| yarn(call, &["install"])) else { continue };
        let Some((installing, later)) = run.calls.get(install..).and_then(<[_]>::split_first) else {
            continue;
        };
        if later.iter().any(|call| yarn(call, &["cache", "clean"])) {
            continue;
        }
        let found = cx.report(
            installing.name_word.span,
            "`yarn install` leaves its package cache in the layer. Add `yarn cache clean` to the same RUN, or use a cache mount.",
        );
        if let Some(edit) = run.append("yarn cache clean") {
            found.safe_fix("Add `yarn cache clean`", [edit]);
        }
    }
}
