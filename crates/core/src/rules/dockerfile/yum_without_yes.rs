//! yum install without -y.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3030",
    category: Category::Correctness,
    aliases: &["hadolint:DL3030"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["yum"]) {
        let installs = ["install", "groupinstall", "localinstall"];
        let Some(verb) = call.arguments.iter().find(|word| installs.contains(&word.text.as_ref())) else {
            continue;
        };
        if call.has_any_flag(&["y", "assumeyes"]) {
            continue;
        }
        let name = call.name();
        cx.report(
            call.name_word.span,
            format!("`{name} {}` asks for confirmation, and a build cannot answer. Add `-y`.", verb.text),
        )
        .safe_fix("Add `-y`", [call.insert_after(verb.word, "-y")]);
    }
}
