//! A literal secret in a label.

use crate::diagnostic::Severity;
use crate::rules::leaks::{advice, report};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::leaks::Place;
use crate::workspace::SourceFile;

pub(super) const META: Meta = Meta {
    code: "SK009",
    severity: Severity::Error,
    category: Category::Secrets,
    check: Check::File(check),
    ..Meta::DEFAULT
};

fn check(_: &SourceFile, cx: &mut Reporter<'_>) {
    report(cx, &[Place::Label], |leak, file| {
        format!(
            "The label {} holds the literal {}. Labels are public: registries, `docker inspect` and monitoring show them. {}",
            leak.what,
            leak.masked,
            advice(file.kind)
        )
    });
}
