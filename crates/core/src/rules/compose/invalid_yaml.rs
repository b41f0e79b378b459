//! Text that is no YAML.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC003",
    severity: Severity::Error,
    aliases: &["dclint:invalid-yaml"],
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(_: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for error in &cx.project.file(cx.file).errors {
        cx.report(error.span, error.message.as_str());
    }
}
