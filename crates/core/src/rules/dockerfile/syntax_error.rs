//! What Docker cannot read.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::workspace::{FileKind, SourceFile};

pub(super) const META: Meta = Meta {
    code: "DL1000",
    severity: Severity::Error,
    category: Category::Correctness,
    aliases: &["hadolint:DL1000"],
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(file: &SourceFile, cx: &mut Reporter<'_>) {
    if file.kind != FileKind::Dockerfile {
        return;
    }
    for error in &cx.project.file(cx.file).errors {
        cx.report(error.span, error.message.as_str());
    }
}
