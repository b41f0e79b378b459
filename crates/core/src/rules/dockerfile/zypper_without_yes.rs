//! zypper install without -n.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3034",
    category: Category::Correctness,
    aliases: &["hadolint:DL3034"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

const ASKING: &[&str] = &["install", "in", "remove", "rm", "source-install", "si", "patch"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["zypper"]) {
        if !call.has_any_argument(ASKING) || call.has_any_flag(&["non-interactive", "n", "no-confirm", "y"]) {
            continue;
        }
        let name = call.name_word.span;
        cx.report(name, "`zypper` asks for confirmation, and a build cannot answer. Add `-n`.")
            .safe_fix("Add `-n`", [call.insert_after(call.name_word, "-n")]);
    }
}
