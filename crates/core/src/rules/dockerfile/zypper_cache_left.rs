//! zypper's cache left in a layer.

use crate::model::Build;
use crate::model::rpm;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3036",
    category: Category::Size,
    aliases: &["hadolint:DL3036"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs().filter(|run| !run.mounts_cache(&["/var/cache/zypp"])) {
        let install = run
            .calls
            .iter()
            .position(|call| call.name() == "zypper" && call.has_any_argument(&["install", "in"]));
        let Some(install) = install.filter(|at| !run.cleans_after(*at, &["zypper"], &["/var/cache/zypp"]))
        else {
            continue;
        };
        rpm::report_cache(run, install, "zypper clean", cx);
    }
}
