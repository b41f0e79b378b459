//! .env files line by line, as dotenv-linter sees them. It is not how any program loads them, but it is how people look at them, and
//! so what rules about style ask.

use crate::text::{Span, Spanned};

/// A line, or the lines of a quoted value together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The text without its last line end.
    pub text: Spanned<&'a str>,
    /// The line end: LF, CRLF, or empty at the end of the file.
    pub line_end: Span,
}

impl<'a> Line<'a> {
    /// Whether there is nothing but white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether the first thing on the line is a `#`.
    #[must_use]
    pub fn is_comment(&self) -> bool {
        self.text.trim_start().starts_with('#')
    }

    /// Whether it is neither blank nor a comment.
    #[must_use]
    pub fn is_entry(&self) -> bool {
        !self.is_blank() && !self.is_comment()
    }

    /// The line without leading blanks and without `export `, up to the first `=`, or whole where there is none. Blanks before the `=`
    /// are part of it. `None` on blank lines and comments.
    #[must_use]
    pub fn key(&self) -> Option<Spanned<&'a str>> {
        if !self.is_entry() {
            return None;
        }
        let trimmed = self.text.trim();
        let rest = trimmed.strip_prefix("export ").unwrap_or(trimmed);
        let start = self.text.len() - self.text.trim_start().len() + (trimmed.len() - rest.len());
        let key = rest.split('=').next().unwrap_or_default();
        let start = self.text.span.start as usize + start;
        Some(Spanned::new(key, Span::new(start, start + key.len())))
    }

    /// Everything after the first `=`.
    #[must_use]
    pub fn value(&self) -> Option<Spanned<&'a str>> {
        if !self.is_entry() {
            return None;
        }
        let (_, value) = self.text.value.split_once('=')?;
        let end = self.text.span.end as usize;
        Some(Spanned::new(value, Span::new(end - value.len(), end)))
    }

    /// The whole of it, its line end included.
    #[must_use]
    pub fn full_span(&self) -> Span {
        self.text.span.to(self.line_end)
    }
}

/// The lines of `text`. The lines of a value that opens with a quote are joined up to the next line that holds this quote.
#[must_use]
pub fn lines(text: &str) -> Vec<Line<'_>> {
    let mut joined: Vec<Line<'_>> = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for line in physical_lines(text) {
        joined.push(line);
        match open {
            None => open = opening_quote(&line).map(|quote| (joined.len() - 1, quote)),
            Some((first, quote)) if holds_unescaped(&line.text, quote) => {
                open = None;
                if let Some(start) = joined.get(first).map(|first| first.text.span.start) {
                    let span = Span { start, end: line.text.span.end };
                    joined.truncate(first);
                    joined.push(Line { text: Spanned::new(span.of(text), span), line_end: line.line_end });
                }
            }
            Some(_) => {}
        }
    }
    joined
}

fn physical_lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    // The byte order mark belongs to the file, and stays where it is when lines move.
    let marked = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut start = text.len() - marked.len();
    marked.split_inclusive('\n').map(move |full| {
        let line = full.strip_suffix('\n').unwrap_or(full);
        let line = if line.len() < full.len() { line.strip_suffix('\r').unwrap_or(line) } else { line };
        let (from, end, full_end) = (start, start + line.len(), start + full.len());
        start = full_end;
        Line { text: Spanned::new(line, Span::new(from, end)), line_end: Span::new(end, full_end) }
    })
}

/// The quote that the value of `line` opens with, and that does not close it.
fn opening_quote(line: &Line<'_>) -> Option<char> {
    let value = line.value()?.value.trim();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let closed = value.get(1..)?.strip_suffix(quote).is_some_and(|before| !ends_in_escape(before));
    (!closed).then_some(quote)
}

fn holds_unescaped(text: &str, quote: char) -> bool {
    text.match_indices(quote).any(|(at, _)| !ends_in_escape(text.get(..at).unwrap_or_default()))
}

/// Whether the character behind `text` is escaped: an odd number of backslashes stands before it.
#[must_use]
pub fn ends_in_escape(text: &str) -> bool {
    text.bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn finds_key_and_value() {
        let text = "\n # c\n  export A =b # c\r\nB\nC=='";
        let pairs: Vec<_> =
            lines(text).iter().map(|l| (l.key().map(|k| k.value), l.value().map(|v| v.value))).collect();
        assert_eq!(
            pairs,
            [
                (None, None),
                (None, None),
                (Some("A "), Some("b # c")),
                (Some("B"), None),
                (Some("C"), Some("='"))
            ]
        );
    }

    #[test]
    fn joins_the_lines_of_a_quoted_value() {
        let texts = |text| lines(text).iter().map(|l| l.text.value).collect::<Vec<_>>();
        assert_eq!(texts("A=\"1\n2\\\"\n3\"\nB=1\n"), ["A=\"1\n2\\\"\n3\"", "B=1"]);
        assert_eq!(texts("A='1\nB=1\n"), ["A='1", "B=1"]);
        assert_eq!(texts("A='1'\nB='\n'"), ["A='1'", "B='\n'"]);
        assert_eq!(texts("\u{feff}B=1\nA=2"), ["B=1", "A=2"]);
    }

    proptest! {
        #[test]
        fn lines_cover_any_text(text in "([A-Bé \t\r\n=#\"'\\\\]|export |\u{2003}){0,24}") {
            let mut at = 0;
            for line in lines(&text) {
                prop_assert_eq!((line.text.span.start, line.line_end.start), (at, line.text.span.end));
                at = line.line_end.end;
                for part in [Some(line.text), line.key(), line.value()].into_iter().flatten() {
                    prop_assert_eq!(part.span.of(&text), part.value);
                }
            }
            prop_assert_eq!(at as usize, text.len());
        }
    }
}
