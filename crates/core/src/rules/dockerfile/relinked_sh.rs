//! A RUN that replaces /bin/sh by a link.

use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL4005",
    category: Category::Correctness,
    aliases: &["hadolint:DL4005"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["ln"]).filter(|call| call.has_argument("/bin/sh")) {
        cx.report(
            call.name_word.span,
            "Relinking /bin/sh changes the shell of every script in the image. Use SHELL to choose the shell of the build steps.",
        );
    }
}
