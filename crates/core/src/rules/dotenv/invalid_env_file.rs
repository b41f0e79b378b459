//! A .env file that Compose refuses to load, for its keys or quotes.

use crate::SyntaxError;
use crate::diagnostic::Severity;
use crate::dotenv::Fault;
use crate::project::Tree;
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
    let parsed = cx.project.file(cx.file);
    let is_raw = cx.project.is_raw(cx.file);
    let is_other = |error: &&SyntaxError| match &parsed.tree {
        Tree::Dotenv(dotenv) => !is_raw && dotenv.fault(error, &file.text) == Fault::Other,
        // The file was not read at all.
        _ => true,
    };
    for error in parsed.errors.iter().filter(is_other) {
        cx.report(error.span, error.message.as_str());
    }
}
