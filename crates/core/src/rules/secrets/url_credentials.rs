//! A password in a URL or connection string.

use crate::diagnostic::Severity;
use crate::rules::leaks::{advice, report};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::leaks::Place;
use crate::workspace::SourceFile;

pub(super) const META: Meta = Meta {
    code: "SK004",
    severity: Severity::Warning,
    category: Category::Secrets,
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(_: &SourceFile, cx: &mut Reporter<'_>) {
    report(cx, &[Place::Url], |leak, file| {
        format!(
            "The {} ({}) is written out. URLs also end up in logs and in error messages. {}",
            leak.what,
            leak.masked,
            advice(file.kind)
        )
    });
}
