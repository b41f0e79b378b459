//! Labels and the schema that the configuration gives for them.

use super::Build;
use super::label_values::fits;
use crate::config::LabelType;
use crate::dockerfile::{self, Assignment, InstructionKind};
use crate::rules::Reporter;

/// All labels of the file, with their values without quotes.
pub(crate) fn labels<'t>(build: &Build<'_, 't>) -> Vec<(&'t Assignment<'t>, String)> {
    let escape = build.file.escape;
    let labels = build.instructions().filter_map(|instruction| match &instruction.kind {
        InstructionKind::Label(labels) => Some(&labels.pairs),
        _ => None,
    });
    let value = |label: &Assignment<'_>| {
        let raw = label.value.as_ref().map_or("", |value| value.as_str());
        dockerfile::expand::unquote(raw, escape).map_or_else(|_| raw.to_owned(), |value| value.into_owned())
    };
    labels.flatten().map(|label| (label, value(label))).collect()
}

/// The key of a label without quotes.
pub(crate) fn key<'l>(label: &'l Assignment<'_>) -> &'l str {
    label.name.trim_matches(['"', '\''])
}

/// Reports the labels that the schema gives this type and whose value does not fit it.
pub(crate) fn report_misfits(build: &Build<'_, '_>, cx: &mut Reporter<'_>, kind: LabelType, what: &str) {
    let schema = &cx.options.label_schema;
    for (label, value) in labels(build) {
        let key = key(label);
        if schema.get(key) == Some(&kind) && !value.is_empty() && !fits(kind, &value) {
            let place = label.value.as_ref().map_or(label.span, |value| value.whole());
            cx.report(place, format!("The schema says that the label `{key}` is {what}, and this is none."));
        }
    }
}
