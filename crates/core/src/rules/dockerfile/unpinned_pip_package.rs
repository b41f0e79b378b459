//! pip install without versions.

use crate::model::Build;
use crate::model::{pip, unpinned};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3013",
    category: Category::Pins,
    aliases: &["hadolint:DL3013"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.runs().flat_map(|run| &run.calls).filter(|call| pip::is_install(call)) {
        let given_elsewhere =
            call.has_any_argument(&["--requirement", "-r", "."]) || call.has_any_flag(&["constraint", "c"]);
        if !given_elsewhere {
            unpinned::report(
                cx,
                pip::packages(call).into_iter().filter(|word| !is_pinned(&word.text)),
                "name==version",
            );
        }
    }
}

/// A version specifier, a commit, a file or a path.
fn is_pinned(package: &str) -> bool {
    let specifier =
        ["==", ">=", "<=", ">", "<", "!=", "~="].iter().any(|operator| package.contains(operator));
    let vcs = ["git", "hg+", "svn", "bzr+"].iter().any(|scheme| package.starts_with(scheme))
        && package.contains("://");
    specifier
        || [".whl", ".tar.gz"].iter().any(|end| package.ends_with(end))
        || if vcs { package.contains('@') } else { package.contains('/') || package.starts_with(".[") }
}
