//! npm install without versions.

use crate::model::Build;
use crate::model::unpinned;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3016",
    category: Category::Pins,
    aliases: &["hadolint:DL3016"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["npm"]) {
        let mut operands = call.operands(&["loglevel", "registry"]);
        if operands.next().is_some_and(|verb| verb.text == "install") {
            unpinned::report(cx, operands.filter(|word| !is_pinned(&word.text)), "name@version");
        }
    }
}

/// A version, a commit, a tarball or a path. What `npm install` takes: <https://docs.npmjs.com/cli/commands/npm-install>.
fn is_pinned(package: &str) -> bool {
    let git = ["git://", "git+ssh://", "git+http://", "git+https://"];
    if git.iter().any(|scheme| package.starts_with(scheme)) {
        return package.contains('#');
    }
    [".tar", ".tar.gz", ".tgz"].iter().any(|end| package.ends_with(end))
        || ["/", "./", "../", "~/"].iter().any(|start| package.starts_with(start))
        || package.strip_prefix('@').unwrap_or(package).contains('@')
}
