//! A key with characters that only Compose accepts.

use crate::diagnostic::Severity;
use crate::dotenv::Dotenv;
use crate::rules::{Category, Check, Group, Meta, Reporter};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "EV005",
    severity: Severity::Info,
    category: Category::Correctness,
    group: Group::Strict,
    aliases: &["dotenv:IncorrectDelimiter"],
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    for entry in dotenv.entries().filter(|entry| !entry.cut_off) {
        let key = entry.key;
        // How a key begins is a rule of its own.
        let name = key.trim_start_matches(|c: char| !c.is_alphabetic() && c != '_');
        let skipped = key.len() - name.len();
        let Some((at, odd)) = name.char_indices().find(|(_, c)| !c.is_alphanumeric() && *c != '_') else {
            continue;
        };
        let start = key.span.start as usize + skipped + at;
        let message = format!(
            "`{}` cannot stand in the name of a shell variable, so scripts cannot read it. Use letters, digits and `_`.",
            odd.escape_debug()
        );
        cx.report(Span::new(start, start + odd.len_utf8()), message);
    }
}
