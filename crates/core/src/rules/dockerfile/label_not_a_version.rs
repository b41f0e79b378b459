//! Labels that should be a semantic version, and are not.

use crate::config::LabelType;
use crate::model::{Build, labels};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3056",
    category: Category::Style,
    aliases: &["hadolint:DL3056"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    labels::report_misfits(build, cx, LabelType::Semver, "a semantic version");
}
