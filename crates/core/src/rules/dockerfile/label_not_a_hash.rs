//! Labels that should be a git commit of 7 or 40 hexadecimal digits, and are not.

use crate::config::LabelType;
use crate::model::{Build, labels};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3055",
    category: Category::Style,
    aliases: &["hadolint:DL3055"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    labels::report_misfits(build, cx, LabelType::Hash, "a git commit of 7 or 40 hexadecimal digits");
}
