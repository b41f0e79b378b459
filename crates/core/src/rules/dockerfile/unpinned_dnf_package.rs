//! dnf install without versions.

use crate::model::Build;
use crate::model::rpm;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3041",
    category: Category::Pins,
    aliases: &["hadolint:DL3041"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs() {
        let calls =
            run.calls.iter().filter(|call| call.is_any(&["dnf", "microdnf"]) && call.has_argument("install"));
        for call in calls {
            rpm::report_unpinned(build, run, call, cx);
        }
    }
}
