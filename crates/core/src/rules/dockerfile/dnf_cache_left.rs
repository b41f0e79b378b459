//! dnf's cache left in a layer.

use crate::model::Build;
use crate::model::rpm;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3040",
    category: Category::Size,
    aliases: &["hadolint:DL3040"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

const CHANGING: &[&str] =
    &["install", "in", "upgrade", "up", "upgrade-minimal", "up-min", "reinstall", "rei"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let cached = ["/var/cache/libdnf5", ".cache/libdnf5", "/var/cache/dnf"];
    for run in build.runs().filter(|run| !run.mounts_cache(&cached)) {
        for name in ["dnf", "microdnf"] {
            let install =
                run.calls.iter().position(|call| call.name() == name && call.has_any_argument(CHANGING));
            let folders = ["/var/cache/dnf", "/var/cache/libdnf5", "/var/cache/yum"];
            let Some(install) = install.filter(|at| !run.cleans_after(*at, &[name], &folders)) else {
                continue;
            };
            rpm::report_cache(run, install, &format!("{name} clean all"), cx);
        }
    }
}
