//! npm install where a lock file is there for npm ci.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;
use crate::workspace::join;

pub(super) const META: Meta = Meta {
    code: "PJ011",
    category: Category::Pins,
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

const LOCKS: &[&str] = &["package-lock.json", "npm-shrinkwrap.json"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let workspace = cx.project.workspace;
    let folder = workspace.file(cx.file).folder();
    let has = |lock: &&&str| join(folder, lock).and_then(|path| workspace.exists(&path)) == Some(true);
    let Some(lock) = LOCKS.iter().find(has) else { return };
    for call in build.calls_named(&["npm"]) {
        let elsewhere = ["g", "global", "prefix", "C", "no-package-lock", "package-lock-only"];
        let mut operands = call.operands(&["loglevel", "registry", "omit", "only", "include"]);
        let (Some(verb), None) = (operands.next(), operands.next()) else { continue };
        if !["install", "i"].contains(&verb.text.as_ref()) || call.has_any_flag(&elsewhere) {
            continue;
        }
        cx.report(
            verb.span(),
            format!("`npm install` may change what `{lock}` says. `npm ci` installs exactly that, or fails."),
        )
        .unsafe_fix("Use `npm ci`", [Edit::replace(verb.span(), "ci")]);
    }
}
