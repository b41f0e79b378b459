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

fn check(_: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for (_, error) in cx.project.faults(cx.file).filter(|(fault, _)| *fault == Fault::Substitution) {
        cx.report(error.span, error.message.as_str());
    }
}
