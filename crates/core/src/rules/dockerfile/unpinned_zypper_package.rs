//! zypper install without versions.

use crate::model::Build;
use crate::model::unpinned;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3037",
    category: Category::Pins,
    aliases: &["hadolint:DL3037"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["zypper"]).filter(|call| call.has_any_argument(&["install", "in"])) {
        let packages = call.operands(&[]).filter(|word| !["install", "in"].contains(&word.text.as_ref()));
        unpinned::report(cx, packages.filter(|word| !is_pinned(&word.text)), "name=version");
    }
}

/// A version constraint or a local file.
fn is_pinned(package: &str) -> bool {
    package.contains(['=', '>', '<']) || package.ends_with(".rpm")
}
