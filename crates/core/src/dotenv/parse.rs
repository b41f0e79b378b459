//! Text to [`Dotenv`].

use super::decode::{double_quoted, single_quoted};
use super::lines::lines;
use super::{Dotenv, Entry, Item, Quote, Value};
use crate::SyntaxError;
use crate::interpolation;
use crate::text::{Mapped, Span, Spanned};

/// Reads a .env file. Compose refuses the whole file for each error; reading goes on in the next line here.
#[must_use]
pub fn parse(text: &str) -> (Dotenv<'_>, Vec<SyntaxError>) {
    let mut parser = Parser { text, at: 0, errors: Vec::new() };
    let bom = parser.skip("\u{feff}");
    let mut items = Vec::new();
    while let Some(item) = parser.item() {
        items.push(item);
    }
    (Dotenv { bom, items, lines: lines(text) }, parser.errors)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    errors: Vec<SyntaxError>,
}

/// White space that never ends a line.
fn is_blank(c: char) -> bool {
    matches!(c, '\t' | '\u{b}' | '\u{c}' | '\r' | ' ' | '\u{85}' | '\u{a0}')
}

impl<'a> Parser<'a> {
    /// The next comment or statement; `None` at the end of the file.
    fn item(&mut self) -> Option<Item<'a>> {
        self.skip_while(char::is_whitespace);
        let start = self.at;
        if self.rest().starts_with('#') {
            return Some(Item::Comment(self.comment()));
        }
        if self.rest().is_empty() {
            return None;
        }
        match self.entry() {
            Ok(entry) => Some(Item::Entry(entry)),
            Err(error) => {
                self.errors.push(error);
                self.at = self.line_end(self.at);
                Some(Item::Invalid(Span::new(start, self.at)))
            }
        }
    }

    fn entry(&mut self) -> Result<Entry<'a>, SyntaxError> {
        let start = self.at;
        let export = self.export();
        if self.rest().is_empty() {
            let message =
                "Nothing follows `export`, so Compose refuses the file. Add a variable or remove the word.";
            return Err(SyntaxError::new(Span::new(start, start + "export".len()), message));
        }
        let key_start = self.at;
        let stop = self.key_stop()?;
        let key = self.trimmed(key_start, stop);
        let separator = match self.text.as_bytes().get(stop) {
            Some(b'=' | b':') => Some(Span::new(stop, stop + 1)),
            _ => None,
        };
        let cut_off = stop == self.text.len();
        if key.contains(' ') && !cut_off {
            let message = format!(
                "The key `{}` has a space in it, so Compose refuses the file. Remove the space.",
                key.value
            );
            return Err(SyntaxError::new(key.span, message));
        }
        self.at = stop;
        if separator.is_none() {
            let span = Span::new(start, key.span.end as usize);
            return Ok(Entry { span, export, key, separator, value: None, comment: None, cut_off });
        }
        self.at = stop + 1;
        self.skip_while(is_blank);
        let (value, comment) = self.value();
        let span = Span::new(start, (value.span.end as usize).max(stop + 1));
        Ok(Entry { span, export, key, separator, value: Some(value), comment, cut_off: false })
    }

    /// Takes `export` with the blanks behind it. A line end counts as one of them here, but stays.
    fn export(&mut self) -> Option<Span> {
        let after = self.rest().strip_prefix("export")?;
        if !after.starts_with([' ', '\t', '\n', '\u{c}', '\r']) {
            return None;
        }
        let span = self.skip("export");
        self.skip_while(is_blank);
        span
    }

    /// Where the key ends: at `=`, `:`, a line feed or the end of the file.
    fn key_stop(&self) -> Result<usize, SyntaxError> {
        for (i, c) in self.rest().char_indices() {
            let at = self.at + i;
            match c {
                '=' | ':' | '\n' => return Ok(at),
                '_' | '.' | '-' | '[' | ']' => {}
                c if is_blank(c) || c.is_alphabetic() || c.is_numeric() => {}
                c => {
                    let message = format!(
                        "`{c}` cannot stand in a key, so Compose refuses the file. Keys have letters, digits and `_`, and a comment needs a line of its own here."
                    );
                    return Err(SyntaxError::new(Span::new(at, at + c.len_utf8()), message));
                }
            }
        }
        Ok(self.text.len())
    }

    fn value(&mut self) -> (Value<'a>, Option<Spanned<&'a str>>) {
        let start = self.at;
        let (quote, quoted) = match self.rest().as_bytes().first() {
            Some(b'"') => (Quote::Double, double_quoted(self.text, start)),
            Some(b'\'') => (Quote::Single, single_quoted(self.text, start)),
            _ => return self.unquoted(),
        };
        let Some((text, end)) = quoted else {
            let message = "This quote is never closed, so Compose refuses the file. Close it, or quote the value differently if it \
                           ends in a backslash.";
            self.errors.push(SyntaxError::new(Span::new(start, start + 1), message));
            self.at = self.line_end(start);
            let span = Span::new(start, self.at);
            let text = Mapped::borrowed(span.of(self.text), span.start);
            return (Value { span, quote: Quote::None, text }, None);
        };
        self.at = end;
        let value = Value { span: Span::new(start, end), quote, text };
        self.check_template(&value);
        self.skip_while(is_blank);
        let comment = self.rest().starts_with('#').then(|| self.comment());
        (value, comment)
    }

    /// Up to the end of the line, without what follows the first ` #` and without white space at the end.
    fn unquoted(&mut self) -> (Value<'a>, Option<Spanned<&'a str>>) {
        let start = self.at;
        let line_end = self.line_end(start);
        let line = self.text.get(start..line_end).unwrap_or_default();
        let hash = line.find(" #").map(|i| start + i + 1);
        let part = self.trimmed(start, hash.unwrap_or(line_end));
        let text = Mapped::borrowed(part.value, part.span.start);
        let value = Value { span: part.span, quote: Quote::None, text };
        self.check_template(&value);
        self.at = hash.unwrap_or(line_end);
        let comment = hash.map(|_| self.comment());
        (value, comment)
    }

    fn check_template(&mut self, value: &Value<'_>) {
        if value.quote == Quote::Single {
            return;
        }
        let (_, errors) = interpolation::parse(value.text.as_str());
        let mapped = errors.into_iter().map(|e| SyntaxError::new(value.text.span(e.span.range()), e.message));
        self.errors.extend(mapped);
    }

    /// Takes the rest of the line, which is a comment.
    fn comment(&mut self) -> Spanned<&'a str> {
        let comment = self.trimmed(self.at, self.line_end(self.at));
        self.at = self.line_end(self.at);
        comment
    }

    /// The text from `start` to `end` without white space at its end.
    fn trimmed(&self, start: usize, end: usize) -> Spanned<&'a str> {
        let text = self.text.get(start..end).unwrap_or_default().trim_end();
        Spanned::new(text, Span::new(start, start + text.len()))
    }

    fn line_end(&self, from: usize) -> usize {
        let rest = self.text.get(from..).unwrap_or_default();
        rest.find('\n').map_or(self.text.len(), |i| from + i)
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_while(&mut self, skipped: fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(skipped).len();
    }

    fn skip(&mut self, prefix: &str) -> Option<Span> {
        let start = self.at;
        self.rest().starts_with(prefix).then(|| {
            self.at += prefix.len();
            Span::new(start, self.at)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(text: &str) -> Vec<(String, String)> {
        let (tree, _) = parse(text);
        let pair = |e: &Entry<'_>| {
            (e.key.value.to_owned(), e.value.as_ref().map_or("-".to_owned(), |v| v.text.as_str().to_owned()))
        };
        tree.entries().map(pair).collect()
    }

    #[test]
    fn keeps_the_place_of_each_part() {
        let text = "export  A : \"x\\ty\"  # why\n";
        let (tree, errors) = parse(text);
        assert_eq!(errors, []);
        let entry = tree.entries().next().unwrap();
        assert_eq!(entry.export.map(|s| s.of(text)), Some("export"));
        assert_eq!(entry.separator.map(|s| s.of(text)), Some(":"));
        assert_eq!(entry.span.of(text), "export  A : \"x\\ty\"");
        let value = entry.value.as_ref().unwrap();
        assert_eq!((value.span.of(text), value.inner_span().of(text)), ("\"x\\ty\"", "x\\ty"));
        assert_eq!((value.quote, value.text.as_str()), (Quote::Double, "x\ty"));
        assert_eq!(entry.comment.map(|c| c.value), Some("# why"));
    }

    #[test]
    fn knows_its_own_lines() {
        let text = "A=1\n\tB='2\n3' # c \r\nC=\"4\" D=5";
        let (tree, _) = parse(text);
        let lines: Vec<_> = tree.entries().map(|e| e.own_lines(text).map(|s| s.of(text))).collect();
        assert_eq!(lines, [Some("A=1\n"), Some("\tB='2\n3' # c \r\n"), None, None]);
    }

    #[test]
    fn reads_on_after_a_quote() {
        let pair = |k: &str, v: &str| (k.to_owned(), v.to_owned());
        assert_eq!(keys("A=\"1\" B='2'\nC\n"), [pair("A", "1"), pair("B", "2"), pair("C", "-")]);
        assert_eq!(keys("A='l1\nl2'rest=3"), [pair("A", "l1\nl2"), pair("rest", "3")]);
        let (tree, errors) = parse("EXT");
        assert_eq!(errors, []);
        assert!(tree.entries().all(|e| e.cut_off && e.key.value == "EXT"));
    }

    #[test]
    fn errors_stand_where_it_went_wrong_and_reading_goes_on() {
        for (text, wrong) in [
            ("A=\"x\nB=1\n", "\""),
            ("A B=1\nB=1\n", "A B"),
            ("A/B=1\nB=1\n", "/"),
            ("A=${X\nB=1\n", "${X"),
            ("A=\"\\t${X:=1}\"\nB=1\n", "${X:=1}"),
            ("KEY # note\nB=1\n", "#"),
        ] {
            let (tree, errors) = parse(text);
            let spans: Vec<_> = errors.iter().map(|e| e.span.of(text)).collect();
            assert_eq!(spans, [wrong], "{text}");
            assert!(tree.entries().any(|e| e.key.value == "B"), "{text}");
        }
    }

    proptest! {
        #[test]
        fn items_are_ordered_and_fit_any_text(text in "([A-Cé \t\r\n=:#\"'\\\\$/\u{85}\u{2003}]|export |[$][{]A|\\\\0101|\u{feff}){0,24}") {
            let (tree, errors) = parse(&text);
            let mut at = tree.bom.map_or(0, |bom| bom.end);
            for item in &tree.items {
                let spans = match item {
                    Item::Comment(comment) => vec![comment.span],
                    Item::Invalid(span) => vec![*span],
                    Item::Entry(entry) => {
                        let value = entry.value.as_ref();
                        let mapped = value.map(|v| v.text.whole());
                        prop_assert!(value.is_none_or(|v| entry.span.contains(v.span)));
                        prop_assert!(value.zip(mapped).is_none_or(|(v, m)| v.span.contains(m)), "{:?} {:?}", text, value);
                        prop_assert_eq!(entry.key.span.of(&text), entry.key.value);
                        [entry.export, Some(entry.key.span), entry.separator, value.map(|v| v.span), entry.comment.map(|c| c.span)]
                            .into_iter().flatten().collect()
                    }
                };
                for span in spans {
                    prop_assert!(span.start >= at && text.get(span.range()).is_some(), "{:?} {:?}", text, item);
                    at = span.end;
                }
            }
            for error in errors {
                prop_assert!(text.get(error.span.range()).is_some());
            }
        }
    }
}
