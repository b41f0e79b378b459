//! pip's download cache left in a layer.

use crate::model::Build;
use crate::model::{Step, pip};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3042",
    category: Category::Size,
    aliases: &["hadolint:DL3042"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

const ON: &[&str] = &["1", "true", "True", "TRUE", "on", "On", "ON", "yes", "Yes", "YES"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs().filter(|run| !run.mounts_cache(&[".cache/pip"])) {
        if build.env_at(run, "PIP_NO_CACHE_DIR").is_some_and(|value| ON.contains(&value.as_str()))
            || assigned_in(run)
        {
            continue;
        }
        for call in run.calls.iter().filter(|call| pip::is_install(call) && !pip::is_wrapper(call)) {
            let Some(install) = call.arguments.iter().find(|word| word.text == "install") else { continue };
            if call.has_argument("--no-cache-dir") {
                continue;
            }
            cx.report(
                call.name_word.span,
                "`pip install` leaves its download cache in the layer. Add `--no-cache-dir`, or use a cache mount.",
            )
            .safe_fix("Add `--no-cache-dir`", [call.insert_after(install.word, "--no-cache-dir")]);
        }
    }
}

/// `PIP_NO_CACHE_DIR=1` within the RUN itself.
fn assigned_in(run: &Step<'_, '_>) -> bool {
    run.calls.iter().any(|call| {
        let before = call.simple.assignments.iter().any(|assignment| {
            *assignment.name.value == *"PIP_NO_CACHE_DIR"
                && assignment.value.literal().is_some_and(|value| ON.contains(&value.as_ref()))
        });
        let exported = call
            .arguments
            .iter()
            .any(|word| word.text.strip_prefix("PIP_NO_CACHE_DIR=").is_some_and(|value| ON.contains(&value)));
        before || exported
    })
}
