//! A .env file that Compose refuses to load, for its keys or quotes.

use crate::diagnostic::Severity;
use crate::dotenv::Fault;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::workspace::{FileKind, SourceFile};

pub(super) const META: Meta = Meta {
    code: "EV001",
    severity: Severity::Error,
    category: Category::Correctness,
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(file: &SourceFile, cx: &mut Reporter<'_>) {
    if file.kind != FileKind::Dotenv {
        return;
    }
    for (_, error) in cx.project.faults(cx.file).filter(|(fault, _)| *fault == Fault::Other) {
        cx.report(error.span, error.message.as_str());
    }
}
