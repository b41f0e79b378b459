//! The login of a package manager or registry.

use crate::diagnostic::Severity;
use crate::rules::leaks::{advice, report};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::leaks::Place;
use crate::workspace::SourceFile;

pub(super) const META: Meta = Meta {
    code: "SK005",
    severity: Severity::Error,
    category: Category::Secrets,
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(_: &SourceFile, cx: &mut Reporter<'_>) {
    report(cx, &[Place::RegistryLogin], |leak, file| {
        format!(
            "This {} ({}) is written out: whoever reads it can publish in your name. Revoke it. {}",
            leak.what,
            leak.masked,
            advice(file.kind)
        )
    });
}
