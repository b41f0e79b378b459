//! Arguments split into words: at white space alone (FROM, EXPOSE, COPY ...), or with regard to quotes (ENV, LABEL, ARG).

use super::lines::is_blank;
use std::ops::Range;

/// The stretches of `text` between white space; quotes mean nothing.
pub(super) fn plain(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.as_bytes().get(at..)?;
        let start = at + rest.iter().position(|&byte| !is_blank(byte))?;
        let rest = text.as_bytes().get(start..)?;
        at = rest.iter().position(|&byte| is_blank(byte)).map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}

/// The words of `text` between white space that is neither quoted nor escaped. They keep their quotes and escapes; an escape at
/// the very end is dropped.
pub(super) fn quoted(text: &str, escape: char) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    let mut quote = None;
    let mut end = text.len();
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        if start.is_none() {
            if c.is_whitespace() {
                continue;
            }
            start = Some(at);
        }
        match quote {
            None if c.is_whitespace() => words.extend(start.take().map(|start| start..at)),
            None if c == '\'' || c == '"' => quote = Some(c),
            Some(open) if c == open => quote = None,
            Some('\'') => {}
            _ if c == escape && characters.next().is_none() => end = at,
            _ => {}
        }
    }
    words.extend(start.filter(|&start| start < end).map(|start| start..end));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted_words(text: &str) -> Vec<&str> {
        quoted(text, '\\').into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn plain_words_end_at_white_space() {
        let text = " a\t\"b c\"\u{b}\u{c}d\u{a0}e ";
        let words: Vec<&str> = plain(text).map(|range| &text[range]).collect();
        assert_eq!(words, ["a", "\"b", "c\"", "d\u{a0}e"]);
    }

    #[test]
    fn quotes_and_escapes_protect_white_space() {
        assert_eq!(quoted_words(r#"a="x y" b='x \' c=d\ e f"#), ["a=\"x y\"", r"b='x \'", r"c=d\ e", "f"]);
        assert_eq!(quoted_words(r#"a="x\" y" b"#), [r#"a="x\" y""#, "b"]);
        assert_eq!(quoted_words(r#"a="x y"#), ["a=\"x y"]);
        assert_eq!(quoted_words("a=b\\"), ["a=b"]);
        assert_eq!(quoted_words("a \\"), ["a"]);
        assert_eq!(quoted_words("a=\"\\"), ["a=\""]);
    }
}
