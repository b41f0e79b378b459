//! Labels that a strict schema does not know.

use crate::diagnostic::Severity;
use crate::model::{Build, labels};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3050",
    severity: Severity::Info,
    category: Category::Style,
    aliases: &["hadolint:DL3050"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    if !cx.options.strict_labels {
        return;
    }
    let schema = &cx.options.label_schema;
    for (label, _) in labels::labels(build) {
        let key = labels::key(label);
        if !schema.contains_key(key) {
            cx.report(label.name.whole(), format!("The schema does not know the label `{key}`."));
        }
    }
}
