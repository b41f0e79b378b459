//! apt-get install that pulls in recommended packages.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3015",
    severity: Severity::Info,
    category: Category::Size,
    aliases: &["hadolint:DL3015"],
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["apt-get"]) {
        let Some(install) = call.arguments.iter().find(|word| word.text == "install") else { continue };
        let off = ["APT::Install-Recommends=false", "APT::Install-Recommends=0"];
        if call.has_flag("no-install-recommends") || call.has_any_argument(&off) {
            continue;
        }
        cx.report(
            call.name_word.span,
            "`apt-get install` also installs recommended packages that nothing needs. Add `--no-install-recommends` and name what is missing.",
        )
        .unsafe_fix(
            "Add `--no-install-recommends`",
            [call.insert_after(install.word, "--no-install-recommends")],
        );
    }
}
