//! A key without `=`.

use crate::diagnostic::Severity;
use crate::dotenv::{Dotenv, Entry};
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "EV015",
    severity: Severity::Info,
    category: Category::Correctness,
    group: Group::OptIn,
    aliases: &["dotenv:KeyWithoutValue"],
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let bare = |entry: &Entry<'_>| entry.separator.is_none() && !entry.cut_off && !entry.key.is_empty();
    for entry in dotenv.entries().filter(|entry| bare(entry)) {
        let key = entry.key.value;
        let message = format!(
            "`{key}` takes its value from whoever runs Compose, and is not set at all where they have none. Write `{key}=` if empty is meant."
        );
        cx.report(entry.key.span, message);
    }
}
