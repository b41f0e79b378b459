//! apt-get install without versions.

use crate::model::Build;
use crate::model::unpinned;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3008",
    category: Category::Pins,
    aliases: &["hadolint:DL3008"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["apt-get"]).filter(|call| call.has_argument("install")) {
        let packages = call.operands(&["t", "target-release"]).filter(|word| word.text != "install");
        unpinned::report(cx, packages.filter(|word| !is_pinned(&word.text)), "name=version");
    }
}

/// A version, a release (`name/stable`) or a local file.
fn is_pinned(package: &str) -> bool {
    package.contains(['=', '/']) || package.ends_with(".deb")
}
