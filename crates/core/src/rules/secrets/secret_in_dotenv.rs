//! A secret in a .env file, which must stay out of version control.

use crate::diagnostic::Severity;
use crate::rules::leaks::{advice, report};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::leaks::Place;
use crate::workspace::SourceFile;

pub(super) const META: Meta = Meta {
    code: "SK012",
    severity: Severity::Info,
    category: Category::Secrets,
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(_: &SourceFile, cx: &mut Reporter<'_>) {
    report(cx, &[Place::Dotenv], |leak, file| {
        format!("{} ({}) is a secret. {}", leak.what, leak.masked, advice(file.kind))
    });
}
