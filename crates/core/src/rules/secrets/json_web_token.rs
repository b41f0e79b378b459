//! A signed JSON Web Token.

use crate::diagnostic::Severity;
use crate::rules::leaks::{advice, report};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::leaks::Place;
use crate::workspace::SourceFile;

pub(super) const META: Meta = Meta {
    code: "SK003",
    severity: Severity::Error,
    category: Category::Secrets,
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(_: &SourceFile, cx: &mut Reporter<'_>) {
    report(cx, &[Place::WebToken], |leak, file| {
        format!(
            "This {} ({}) is signed, so it opens what it was made for until it expires. Revoke it. {}",
            leak.what,
            leak.masked,
            advice(file.kind)
        )
    });
}
