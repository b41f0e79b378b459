//! The JSON form of arguments.

use super::ast::JsonArray;
use crate::SyntaxError;
use crate::text::{Mapped, MappedBuilder, Span};
use serde::de::IgnoredAny;

/// Reads `text` as a JSON array of strings. `None` where it is not a JSON array at all, which makes it shell form.
pub(super) fn array<'a>(source: &'a str, text: &Mapped<'a>) -> Option<Result<JsonArray<'a>, SyntaxError>> {
    if !text.starts_with('[') {
        return None;
    }
    let mut reader = Reader { source, text, at: 1, places: Vec::new() };
    match reader.strings() {
        Ok(elements) => Some(Ok(JsonArray { span: text.whole(), elements, places: reader.places })),
        Err(at) => {
            // Valid JSON with something else than a string in it is an error; anything else falls back to the shell form.
            serde_json::from_str::<Vec<IgnoredAny>>(text).ok()?;
            let message = "An instruction in JSON form takes strings alone, so BuildKit refuses the file; put this element into double quotes.";
            Some(Err(SyntaxError::new(element_at(text, at), message)))
        }
    }
}

/// The element that begins at byte `at` of valid JSON, as far as its first separator.
fn element_at(text: &Mapped<'_>, at: usize) -> Span {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.find([',', ']', ' ', '\t', '\r']).unwrap_or(rest.len()).max(1);
    text.span(at..at + end)
}

struct Reader<'t, 'a> {
    source: &'a str,
    text: &'t Mapped<'a>,
    at: usize,
    places: Vec<Span>,
}

impl<'a> Reader<'_, 'a> {
    /// The strings up to the closing bracket, after which nothing follows; or where it is something else.
    fn strings(&mut self) -> Result<Vec<Mapped<'a>>, usize> {
        let mut elements = Vec::new();
        if self.peek() == Some(b']') {
            return self.end().map(|()| elements);
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(self.at);
            }
            let start = self.at;
            elements.push(self.string()?);
            self.places.push(self.text.span(start..self.at));
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => return self.end().map(|()| elements),
                _ => return Err(self.at),
            }
        }
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        self.at += rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
        self.text.as_bytes().get(self.at).copied()
    }

    fn end(&mut self) -> Result<(), usize> {
        self.at += 1;
        self.peek().map_or(Ok(()), |_| Err(self.at))
    }

    /// The string whose opening quote is next.
    fn string(&mut self) -> Result<Mapped<'a>, usize> {
        let start = self.at + 1;
        let mut piece = start;
        let mut decoded: Option<MappedBuilder<'a>> = None;
        self.at = start;
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b'"') => {
                    let last = piece..self.at;
                    let end = self.at;
                    self.at += 1;
                    let Some(mut builder) = decoded else {
                        return Ok(self.text.slice_of(self.source, start..end));
                    };
                    builder.push_mapped(self.text, last);
                    return Ok(builder.finish(self.text.source_offset(start) as usize));
                }
                Some(b'\\') => {
                    let builder = decoded.get_or_insert_with(|| MappedBuilder::new(self.source));
                    builder.push_mapped(self.text, piece..self.at);
                    let place = self.text.source_offset(self.at) as usize;
                    let (c, length) = escape(self.text.get(self.at..).unwrap_or_default()).ok_or(self.at)?;
                    builder.push_str(c.encode_utf8(&mut [0; 4]), place);
                    self.at += length;
                    piece = self.at;
                }
                Some(0..0x20) | None => return Err(self.at),
                Some(_) => self.at += 1,
            }
        }
    }
}

/// The character that an escape at the start of `text` stands for, and the escape's length in bytes. Half a surrogate pair
/// becomes U+FFFD, as in Go.
fn escape(text: &str) -> Option<(char, usize)> {
    let c = match text.as_bytes().get(1)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => {
            let first = unit(text)?;
            if let Some(c) = char::from_u32(first) {
                return Some((c, 6));
            }
            let second = text.get(6..).filter(|rest| rest.starts_with("\\u")).and_then(unit);
            return Some(match (first, second) {
                (0xd800..0xdc00, Some(low @ 0xdc00..0xe000)) => {
                    let c = char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (low - 0xdc00));
                    (c.unwrap_or(char::REPLACEMENT_CHARACTER), 12)
                }
                _ => (char::REPLACEMENT_CHARACTER, 6),
            });
        }
        _ => return None,
    };
    Some((c, 2))
}

/// The four hexadecimal digits after `\u`.
fn unit(text: &str) -> Option<u32> {
    let digits = text.get(2..6).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Option<Result<Vec<String>, String>> {
        let read = array(source, &Mapped::borrowed(source, 0))?;
        Some(match read {
            Ok(array) => Ok(array.elements.iter().map(ToString::to_string).collect()),
            Err(error) => Err(error.span.of(source).to_owned()),
        })
    }

    #[test]
    fn decodes_strings() {
        let strings = |source| read(source).unwrap().unwrap();
        assert_eq!(strings(r#"[ "a" ,"b\\c", "\u00e9\ud83d\ude00\ud83d." ]"#), ["a", "b\\c", "é😀\u{fffd}."]);
        assert_eq!(strings("[]"), [""; 0]);
    }

    #[test]
    fn tells_errors_from_shell_form() {
        assert_eq!(read("[ \"a\", 12 ]"), Some(Err("12".to_owned())));
        assert_eq!(read("[null]"), Some(Err("null".to_owned())));
        assert_eq!(read("[[\"a\"]]"), Some(Err("[\"a\"".to_owned())));
        for source in
            ["['a']", "[\"a\",]", "[\"a\"] x", "[\"a\tb\"]", "[\"a", "[", "[\"\\x\"]", "[\"a\", 'b', 1]", "a"]
        {
            assert_eq!(read(source), None, "{source}");
        }
    }

    #[test]
    fn maps_back() {
        let source = r#"["a\tb\\", "c"]"#;
        let read = array(source, &Mapped::borrowed(source, 0)).unwrap().unwrap();
        assert_eq!(read.places[0].of(source), r#""a\tb\\""#);
        assert_eq!(read.elements[0].span(2..3).of(source), "b");
        assert_eq!(read.elements[1].whole().of(source), "c");
    }
}
