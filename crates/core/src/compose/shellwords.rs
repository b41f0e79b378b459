//! How Compose splits a `command` or `entrypoint` that is one string: into words, as go-shellwords does it, without a shell.

use crate::SyntaxError;
use crate::text::{Span, Spanned};

/// A string split into words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The words without quotes, each with the place it was read from; spans count from the start of the string.
    pub words: Vec<Spanned<String>>,
    /// From the first unquoted `;`, `&`, `|`, `<` or `>` on: Compose drops it without a word.
    pub dropped: Option<Span>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Quote {
    Single,
    Double,
    Backtick,
    /// `$(...)`
    Dollar,
}

/// Splits `text`.
///
/// # Errors
/// Where Compose refuses it: a quote or `$(` that is not closed, or a `(` that follows no `$`.
pub(super) fn split(text: &str) -> Result<Words, SyntaxError> {
    let mut out = Words::default();
    let mut word = Word::default();
    let mut quote: Option<(Quote, usize)> = None;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        let inside = quote.map(|(quote, _)| quote);
        match c {
            '\\' if inside != Some(Quote::Single) => {
                let Some((_, escaped)) = chars.next() else {
                    return Err(SyntaxError::new(
                        Span::new(at, at + 1),
                        "The backslash at the end escapes nothing, so Compose cannot split this.",
                    ));
                };
                let escaped = match escaped {
                    't' => '\t',
                    'n' => '\n',
                    other => other,
                };
                word.push(escaped, at);
            }
            ' ' | '\t' | '\r' | '\n' if inside.is_none() => word.finish(at, &mut out.words),
            '`' if matches!(inside, None | Some(Quote::Backtick)) => {
                quote = if inside.is_none() { Some((Quote::Backtick, at)) } else { None };
                word.push(c, at);
            }
            ')' if matches!(inside, None | Some(Quote::Dollar)) => {
                quote = if inside.is_none() { Some((Quote::Dollar, at)) } else { None };
                word.push(c, at);
            }
            '(' if matches!(inside, None | Some(Quote::Dollar)) => {
                if inside.is_some() || !word.text.ends_with('$') {
                    return Err(SyntaxError::new(
                        Span::new(at, at + 1),
                        "Compose splits this without a shell and takes a `(` only after `$`; quote it, or use the list form.",
                    ));
                }
                quote = Some((Quote::Dollar, at));
                word.push(c, at);
            }
            '"' | '\''
                if matches!(
                    (inside, c),
                    (None, _) | (Some(Quote::Double), '"') | (Some(Quote::Single), '\'')
                ) =>
            {
                let kind = if c == '"' { Quote::Double } else { Quote::Single };
                quote = if inside.is_none() { Some((kind, at)) } else { None };
                word.begin(at);
            }
            ';' | '&' | '|' | '<' | '>' if inside.is_none() => {
                let is_descriptor = c == '>' && word.text.starts_with(|c: char| c.is_ascii_digit());
                let start = word.start.filter(|_| is_descriptor).unwrap_or(at);
                if !is_descriptor {
                    word.finish(at, &mut out.words);
                }
                out.dropped = Some(Span::new(start, text.len()));
                return Ok(out);
            }
            c => word.push(c, at),
        }
    }
    if let Some((_, open)) = quote {
        return Err(SyntaxError::new(
            Span::new(open, open + 1),
            "This quote is never closed, so Compose cannot split the string into words.",
        ));
    }
    word.finish(text.len(), &mut out.words);
    Ok(out)
}

/// The word that is being read.
#[derive(Default)]
struct Word {
    text: String,
    start: Option<usize>,
}

impl Word {
    fn begin(&mut self, at: usize) {
        self.start.get_or_insert(at);
    }

    fn push(&mut self, c: char, at: usize) {
        self.begin(at);
        self.text.push(c);
    }

    fn finish(&mut self, end: usize, words: &mut Vec<Spanned<String>>) {
        if let Some(start) = self.start.take() {
            words.push(Spanned::new(std::mem::take(&mut self.text), Span::new(start, end)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn splits_without_a_shell() {
        for (text, want, dropped) in [
            ("migrate && serve", &["migrate"][..], Some("&& serve")),
            ("tail -f x | grep y", &["tail", "-f", "x"], Some("| grep y")),
            ("run 2>&1", &["run"], Some("2>&1")),
            ("a>b", &["a"], Some(">b")),
            (r#"sh -c "a && b""#, &["sh", "-c", "a && b"], None),
            (r"a 'b c'd \e '' x\ y", &["a", "b cd", "e", "", "x y"], None),
            ("a $(b c) `d e`", &["a", "$(b c)", "`d e`"], None),
            ("  a\n  b ", &["a", "b"], None),
            ("", &[], None),
        ] {
            let out = split(text).unwrap();
            let words: Vec<_> = out.words.iter().map(|w| w.value.as_str()).collect();
            assert_eq!(words, want, "{text}");
            assert_eq!(out.dropped.map(|s| s.of(text)), dropped, "{text}");
        }
        for text in ["a (b)", "a \"b", "a 'b", "a $(b", "a `b", "a\\", "a)"] {
            assert!(split(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_fit(text in r#"([ ab$()`'"\\;>|0é]){0,16}"#) {
            if let Ok(out) = split(&text) {
                for word in &out.words {
                    prop_assert!(text.get(word.span.range()).is_some());
                }
            }
        }
    }
}
