//! A Windows path in double quotes, whose backslashes are escapes there.

use crate::dotenv::{Dotenv, Quote};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "EV025",
    category: Category::Correctness,
    fix: FixSafety::Unsafe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let source = cx.source();
    for value in dotenv.entries().filter_map(|entry| entry.value.as_ref()) {
        let inner = value.inner_span();
        let path = inner.of(source);
        if value.quote != Quote::Double || !is_windows_path(path) {
            continue;
        }
        let Some(at) = eaten_backslash(path) else { continue };
        let start = inner.start as usize + at;
        let escape = Span::new(start, start + 2);
        let message = format!(
            "In double quotes `{}` is a control character, so the path is broken. Use single quotes, or `/` for `\\`.",
            escape.of(source)
        );
        let found = cx.report(escape, message);
        if !path.contains(['\'', '$']) && !path.ends_with('\\') && !path.contains(r"\\") {
            found.unsafe_fix("Use single quotes", [Edit::replace(value.span, format!("'{path}'"))]);
        }
    }
}

/// `c:\` or `\\` and something else than an escaped backslash before it.
fn is_windows_path(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next().is_some_and(|b| b.is_ascii_alphabetic())
        && bytes.next() == Some(b':')
        && bytes.next() == Some(b'\\')
}

/// The first backslash that makes a control character with the letter behind it.
fn eaten_backslash(text: &str) -> Option<usize> {
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        if byte == b'\\' && bytes.next().is_some_and(|(_, next)| b"abfnrtv".contains(&next)) {
            return Some(at);
        }
    }
    None
}
