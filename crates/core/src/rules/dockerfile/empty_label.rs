//! Labels of the schema without a value.

use crate::model::{Build, labels};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3051",
    category: Category::Style,
    aliases: &["hadolint:DL3051"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let schema = &cx.options.label_schema;
    for (label, value) in labels::labels(build) {
        let key = labels::key(label);
        if schema.contains_key(key) && value.is_empty() {
            let place = label
                .value
                .as_ref()
                .filter(|value| !value.is_empty())
                .map_or(label.span, |value| value.whole());
            cx.report(place, format!("The schema asks for the label `{key}`, and its value is empty."));
        }
    }
}
