//! A literal secret in `environment` of a Compose file.

use crate::diagnostic::Severity;
use crate::rules::leaks::{advice, report};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::leaks::Place;
use crate::workspace::SourceFile;

pub(super) const META: Meta = Meta {
    code: "SK010",
    severity: Severity::Warning,
    category: Category::Secrets,
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(_: &SourceFile, cx: &mut Reporter<'_>) {
    report(cx, &[Place::Environment], |leak, file| {
        format!("{} is written out ({}). {}", leak.what, leak.masked, advice(file.kind))
    });
}
