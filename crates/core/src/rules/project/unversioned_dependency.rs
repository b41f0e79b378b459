//! A dependency in package.json that takes any version.

use crate::Pinning;
use crate::package_json::{PackageJson, Section};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::workspace::join;

pub(super) const META: Meta =
    Meta { code: "PJ203", category: Category::Pins, check: Check::PackageJson(check), ..Meta::DEFAULT };

/// Files that hold the exact versions.
const LOCKS: [&str; 6] =
    ["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb"];

fn check(package: &PackageJson<'_>, cx: &mut Reporter<'_>) {
    let workspace = &cx.project.workspace;
    // The lock of a monorepo stands in one of the folders above.
    let mut folders = std::iter::successors(Some(workspace.file(cx.file).folder()), |folder| parent(folder));
    let exists =
        |folder: &str, name: &str| join(folder, name).and_then(|path| workspace.exists(&path)) == Some(true);
    let locked = folders.any(|folder| LOCKS.iter().any(|name| exists(folder, name)));
    let installed = package.dependencies.iter().filter(|d| d.section != Section::Peer);
    for dependency in installed.filter(|d| d.pinning() == Pinning::None && !locked) {
        let message = format!(
            "`{}` takes any version, so the same build may install another one tomorrow. Name one.",
            dependency.name.value
        );
        cx.report(dependency.range.span, message);
    }
}

/// The folder above; `None` above the root.
fn parent(folder: &str) -> Option<&str> {
    if folder.is_empty() { None } else { Some(folder.rsplit_once('/').map_or("", |(parent, _)| parent)) }
}
