//! yum's cache left in a layer.

use crate::model::Build;
use crate::model::rpm;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3032",
    category: Category::Size,
    aliases: &["hadolint:DL3032"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs() {
        let install = run.calls.iter().position(|call| call.name() == "yum" && call.has_argument("install"));
        let Some(install) = install.filter(|at| !run.cleans_after(*at, &["yum"], &["/var/cache/yum"])) else {
            continue;
        };
        rpm::report_cache(run, install, "yum clean all", cx);
    }
}
