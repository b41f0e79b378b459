//! .env files as `docker run --env-file` reads them, and Compose for `env_file` entries with `format: raw`: one line, one variable,
//! nothing quoted, escaped or expanded.

use crate::SyntaxError;
use crate::text::{Span, Spanned};

/// The longest line that is read, in bytes.
const MAX_LINE: usize = 64 * 1024;

/// A line that is no comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawEntry<'a> {
    /// Up to the first `=`.
    pub key: Spanned<&'a str>,
    /// The rest of the line, byte for byte. `None` takes the value from the environment.
    pub value: Option<Spanned<&'a str>>,
}

/// Reads the lines of `text`. Docker refuses the whole file for each error.
#[must_use]
pub fn parse(text: &str) -> (Vec<RawEntry<'_>>, Vec<SyntaxError>) {
    let mut entries = Vec::new();
    let mut errors = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let start = offset;
        offset += line.len();
        let line = line.strip_suffix('\n').unwrap_or(line);
        let line = line.strip_suffix('\r').unwrap_or(line);
        let marked = if start == 0 { line.strip_prefix('\u{feff}').unwrap_or(line) } else { line };
        let trimmed = marked.trim_start();
        let start = start + (line.len() - trimmed.len());
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        match entry(trimmed, start) {
            Ok(entry) => entries.push(entry),
            Err(error) => errors.push(error),
        }
    }
    (entries, errors)
}

fn entry(line: &str, start: usize) -> Result<RawEntry<'_>, SyntaxError> {
    let part = |from: usize, text| Spanned::new(text, Span::new(start + from, start + from + str::len(text)));
    let (key, value) = match line.split_once('=') {
        Some((key, value)) => (part(0, key), Some(part(key.len() + 1, value))),
        None => (part(0, line), None),
    };
    let fail = |message: &str| Err(SyntaxError::new(key.span, message));
    if line.len() > MAX_LINE {
        return fail("This line is longer than the 64 KiB that `docker run --env-file` reads.");
    }
    if key.is_empty() {
        return fail("No name stands before the `=`.");
    }
    if key.contains([' ', '\t']) {
        return fail(
            "For `docker run --env-file` a name holds no blanks: no `export`, no blanks before the `=`.",
        );
    }
    Ok(RawEntry { key, value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn takes_values_as_they_are() {
        let (entries, errors) =
            parse("\u{feff}A=\"x\" # c \r\n  # no\n\n B='a\nC=$X=\nexport D=1\nE =1\nA: 1\n=x\nK");
        let pairs: Vec<_> = entries.iter().map(|e| (e.key.value, e.value.map(|v| v.value))).collect();
        assert_eq!(pairs, [("A", Some("\"x\" # c ")), ("B", Some("'a")), ("C", Some("$X=")), ("K", None)]);
        assert_eq!(errors.len(), 4);
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in "([A-Bé \t\r\n=#]|\u{feff}|\u{2003}){0,24}") {
            let (entries, errors) = parse(&text);
            for entry in entries {
                prop_assert_eq!(entry.key.span.of(&text), entry.key.value);
                prop_assert_eq!(entry.value.map(|v| v.span.of(&text)), entry.value.map(|v| v.value));
            }
            for error in errors {
                prop_assert!(text.get(error.span.range()).is_some());
            }
        }
    }
}
