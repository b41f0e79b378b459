//! zypper dist-upgrade in a RUN.

use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3035",
    category: Category::Correctness,
    aliases: &["hadolint:DL3035"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["zypper"]).filter(|call| call.has_any_argument(&["dist-upgrade", "dup"]))
    {
        cx.report(
            call.name_word.span,
            "Upgrading the distribution makes the image depend on the day of the build and stores changed files twice. Take a newer base image.",
        );
    }
}
