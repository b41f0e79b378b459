//! A file mode that is read as a decimal number.

use crate::compose::ComposeFile;
use crate::compose::Value;
use crate::diagnostic::Severity;
use crate::rules::{Check, FixSafety, Meta, Reporter};
use crate::text::Edit;
use crate::yaml::{Resolved, Style};

pub(super) const META: Meta = Meta {
    code: "DC507",
    severity: Severity::Error,
    fix: FixSafety::Safe,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

/// Modes that people mean when they write these digits.
const MODES: [&str; 13] =
    ["400", "440", "444", "500", "550", "555", "600", "640", "644", "660", "700", "750", "755"];

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        let references = service.secrets().into_iter().chain(service.configs());
        let tmpfs = service.mounts().filter_map(|mount| mount.value.at(&["tmpfs", "mode"]));
        for mode in references.filter_map(|reference| reference.value.get("mode")).chain(tmpfs) {
            report(mode, cx);
        }
    }
}

fn report(mode: &Value<'_>, cx: &mut Reporter<'_>) {
    let Some(scalar) = mode.as_scalar() else { return };
    let Resolved::Int(number) = scalar.resolved else { return };
    if scalar.style != Style::Plain || !MODES.contains(&scalar.source) {
        return;
    }
    let message = format!(
        "`{source}` is a decimal number, so the mode is {number:04o} in octal. Write `0{source}`.",
        source = scalar.source
    );
    cx.report(mode.span(), message).safe_fix("Make the mode octal", [Edit::insert(mode.span().start, "0")]);
}
