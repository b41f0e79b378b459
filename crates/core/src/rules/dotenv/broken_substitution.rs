//! A `${` in a value that Compose does not understand.

use crate::diagnostic::Severity;
use crate::dotenv::{Dotenv, Fault};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "EV028",
    severity: Severity::Error,
    category: Category::Correctness,
    aliases: &["dotenv:SubstitutionKey"],
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    if cx.project.is_raw(cx.file) {
        return;
    }
    let source = cx.source();
    let errors = cx.project.file(cx.file).errors.iter();
    for error in errors.filter(|error| dotenv.fault(error, source) == Fault::Substitution) {
        cx.report(error.span, error.message.as_str());
    }
}
