//! Labels that should be a date and time (RFC 3339), and are not.

use crate::config::LabelType;
use crate::model::{Build, labels};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3053",
    category: Category::Style,
    aliases: &["hadolint:DL3053"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    labels::report_misfits(build, cx, LabelType::Rfc3339, "a date and time (RFC 3339)");
}
