//! Services at the top of the file, the layout of the first version.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC010",
    severity: Severity::Error,
    aliases: &["dclint:invalid-schema"],
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let Some(view) = file.view().filter(|view| view.is_legacy_layout()) else { return };
    let Some(first) = view.value.entries().first() else { return };
    cx.report(
        first.key.place.span,
        "The services stand at the top of the file, as in the first version of the format, which Compose no longer loads. Indent them below `services:`.",
    );
}
