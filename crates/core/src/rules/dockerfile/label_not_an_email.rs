//! Labels that should be an e-mail address, and are not.

use crate::config::LabelType;
use crate::model::{Build, labels};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3058",
    category: Category::Style,
    aliases: &["hadolint:DL3058"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    labels::report_misfits(build, cx, LabelType::Email, "an e-mail address");
}
