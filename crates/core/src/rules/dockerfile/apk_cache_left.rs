//! apk add that leaves the index in the layer.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3019",
    severity: Severity::Info,
    category: Category::Size,
    aliases: &["hadolint:DL3019"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs().filter(|run| !run.mounts_cache(&["/var/cache/apk"])) {
        for call in run.calls.iter().filter(|call| call.name() == "apk" && !call.has_flag("no-cache")) {
            let Some(add) = call.arguments.iter().find(|word| word.text == "add") else { continue };
            cx.report(
                call.name_word.span,
                "`apk add` leaves the package index in the layer. Add `--no-cache`.",
            )
            .safe_fix("Add `--no-cache`", [call.insert_after(add.word, "--no-cache")]);
        }
    }
}
