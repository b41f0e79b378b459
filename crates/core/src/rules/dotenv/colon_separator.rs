//! `KEY: value` in a .env file.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV016",
    severity: Severity::Info,
    category: Category::Correctness,
    aliases: &["dotenv:IncorrectDelimiter", "dotenv:KeyWithoutValue"],
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for entry in dotenv.entries() {
        let (Some(separator), Some(value)) = (entry.separator, &entry.value) else { continue };
        if separator.of(cx.source()) != ":" {
            continue;
        }
        let message =
            "Only Compose reads a colon as the separator; shells and `docker run --env-file` want `=`.";
        let found = cx.report(separator, message);
        // The comment sign of an empty value must not move up to the separator.
        let end = if value.span.is_empty() { separator.end } else { value.span.start };
        found.safe_fix("Write `=`", [Edit::replace(Span { start: entry.key.span.end, end }, "=")]);
    }
}
