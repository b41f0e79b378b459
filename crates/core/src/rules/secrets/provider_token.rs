//! A provider's token, told by its shape.

use crate::diagnostic::Severity;
use crate::rules::leaks::{advice, report};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::leaks::Place;
use crate::workspace::SourceFile;

pub(super) const META: Meta = Meta {
    code: "SK001",
    severity: Severity::Error,
    category: Category::Secrets,
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(_: &SourceFile, cx: &mut Reporter<'_>) {
    report(cx, &[Place::Token], |leak, file| {
        format!(
            "This is a {} ({}), and it works for whoever reads it. Revoke it now. {}",
            leak.what,
            leak.masked,
            advice(file.kind)
        )
    });
}
