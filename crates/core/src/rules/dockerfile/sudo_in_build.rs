//! sudo in a RUN.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3004",
    severity: Severity::Error,
    category: Category::Security,
    aliases: &["hadolint:DL3004"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["sudo"]) {
        cx.report(
            call.name_word.span,
            "`sudo` has nothing to add in a build, and hides which user runs what. Change the user with USER, and change back.",
        );
    }
}
