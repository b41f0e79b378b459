//! apt-get install without -y.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3014",
    category: Category::Correctness,
    aliases: &["hadolint:DL3014"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["apt-get"]) {
        let quiet = call.flags().filter(|(flag, _)| *flag == "q").count();
        let very_quiet = quiet == 2
            || call.flags().filter(|(flag, _)| *flag == "quiet").count() == 2
            || call.has_argument("-q=2");
        let Some(install) = call.arguments.iter().find(|word| word.text == "install") else { continue };
        if very_quiet || call.has_any_flag(&["y", "yes", "assume-yes", "qq"]) {
            continue;
        }
        cx.report(
            call.name_word.span,
            "`apt-get install` asks for confirmation, and a build cannot answer. Add `-y`.",
        )
        .safe_fix("Add `-y`", [call.insert_after(install.word, "-y")]);
    }
}
