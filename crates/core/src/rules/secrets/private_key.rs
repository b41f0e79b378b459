//! A private key written into a file.

use crate::diagnostic::Severity;
use crate::rules::leaks::{advice, report};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::leaks::Place;
use crate::workspace::SourceFile;

pub(super) const META: Meta = Meta {
    code: "SK002",
    severity: Severity::Error,
    category: Category::Secrets,
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(_: &SourceFile, cx: &mut Reporter<'_>) {
    report(cx, &[Place::PrivateKey], |leak, file| {
        format!(
            "This {} is written into the file, so it is no longer secret. Replace the key pair. {}",
            leak.what,
            advice(file.kind)
        )
    });
}
