//! Text that is no YAML.

use crate::diagnostic::Severity;
use crate::rules::{Check, Meta, Reporter};
use crate::workspace::{FileKind, SourceFile};

pub(super) const META: Meta = Meta {
    code: "DC003",
    severity: Severity::Error,
    aliases: &["dclint:invalid-yaml"],
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(file: &SourceFile, cx: &mut Reporter<'_>) {
    if file.kind != FileKind::Compose {
        return;
    }
    for error in &cx.project.file(cx.file).errors {
        cx.report(error.span, error.message.as_str());
    }
}
