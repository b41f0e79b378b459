//! apk add without versions.

use crate::model::Build;
use crate::model::unpinned;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3018",
    category: Category::Pins,
    aliases: &["hadolint:DL3018"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["apk"]).filter(|call| call.has_argument("add")) {
        let packages = call.operands(&["t", "virtual", "repository", "X"]).filter(|word| word.text != "add");
        unpinned::report(cx, packages.filter(|word| !is_pinned(&word.text)), "name=version or name~version");
    }
}

/// A version constraint or a local file.
fn is_pinned(package: &str) -> bool {
    package.contains(['=', '~', '>', '<']) || package.ends_with(".apk")
}
