//! A .env file that Compose refuses to load, for its keys or quotes.

use crate::diagnostic::Severity;
use crate::dotenv::{Dotenv, Fault};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "EV001",
    severity: Severity::Error,
    category: Category::Correctness,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let source = cx.source();
    let errors = cx.project.file(cx.file).errors.iter();
    for error in errors.filter(|error| dotenv.fault(error, source) == Fault::Other) {
        cx.report(error.span, error.message.as_str());
    }
}
