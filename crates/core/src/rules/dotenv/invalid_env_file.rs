//! A .env file that Compose refuses to load.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "EV001",
    severity: Severity::Error,
    category: Category::Correctness,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(_: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for error in &cx.project.file(cx.file).errors {
        cx.report(error.span, error.message.as_str());
    }
}
