//! A key with small letters.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "EV007",
    severity: Severity::Style,
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["dotenv:LowercaseKey"],
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for entry in dotenv.entries().filter(|e| e.key.chars().any(char::is_lowercase)) {
        let key = entry.key.value;
        let message = format!(
            "`{key}` has small letters; environment variables are usually written in capitals. Rename it where it is used, too."
        );
        cx.report(entry.key.span, message);
    }
}
