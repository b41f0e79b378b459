//! A file beside the Dockerfile that the program reading it refuses.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::workspace::{FileKind, SourceFile};

pub(super) const META: Meta =
    Meta { code: "PJ204", category: Category::Correctness, check: Check::File(check), ..Meta::DEFAULT };

fn check(file: &SourceFile, cx: &mut Reporter<'_>) {
    let kinds = [FileKind::Requirements, FileKind::PackageJson, FileKind::Dockerignore, FileKind::Gitignore];
    if !kinds.contains(&file.kind) {
        return;
    }
    for error in &cx.project.file(cx.file).errors {
        cx.report(error.span, error.message.as_str());
    }
}
