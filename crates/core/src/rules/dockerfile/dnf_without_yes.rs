//! dnf install without -y.

use crate::model::{Build, rpm};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3038",
    category: Category::Correctness,
    aliases: &["hadolint:DL3038"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    rpm::report_unconfirmed(build, &["dnf", "microdnf"], cx);
}
