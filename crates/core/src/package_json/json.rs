//! JSON with the place of each value, as little of it as package.json needs.

use crate::SyntaxError;
use crate::text::{Span, Spanned};
use std::borrow::Cow;

/// How deep values may nest.
const MAX_DEPTH: u32 = 128;

/// A value. Numbers, booleans and null are all the same here: nothing in package.json that we read is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json<'a> {
    String(Spanned<Cow<'a, str>>),
    Object(Vec<Member<'a>>),
    Array,
    Other,
}

/// A key and its value. The places of strings are those between the quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Member<'a> {
    pub(super) key: Spanned<Cow<'a, str>>,
    pub(super) value: Json<'a>,
}

/// Reads the members of the object that `text` is, up to the first error.
pub(super) fn parse_object(text: &str) -> (Vec<Member<'_>>, Option<SyntaxError>) {
    let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut reader = Reader { text, at };
    let mut members = Vec::new();
    let result = reader.object(0, &mut members).and_then(|()| match reader.peek() {
        None => Ok(()),
        Some(_) => Err(reader.error("Nothing may follow the end of the object.")),
    });
    (members, result.err())
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// Adds to `members` as it reads, so that those before an error are kept.
    fn object(&mut self, depth: u32, members: &mut Vec<Member<'a>>) -> Result<(), SyntaxError> {
        self.expect(b'{', "An object begins with `{`.")?;
        if self.take(b'}') {
            return Ok(());
        }
        loop {
            let key = self.string()?;
            self.expect(b':', "A `:` belongs between a key and its value.")?;
            let value = self.value(depth + 1)?;
            members.push(Member { key, value });
            if !self.take(b',') {
                return self.expect(b'}', "Members are separated by `,`, and an object ends with `}`.");
            }
        }
    }

    fn value(&mut self, depth: u32) -> Result<Json<'a>, SyntaxError> {
        if depth > MAX_DEPTH {
            return Err(self.error("Values are nested too deeply here to be followed."));
        }
        match self.peek() {
            Some(b'"') => self.string().map(Json::String),
            Some(b'{') => {
                let mut members = Vec::new();
                self.object(depth, &mut members)?;
                Ok(Json::Object(members))
            }
            Some(b'[') => self.array(depth),
            _ => self.word(),
        }
    }

    fn array(&mut self, depth: u32) -> Result<Json<'a>, SyntaxError> {
        self.at += 1;
        if self.take(b']') {
            return Ok(Json::Array);
        }
        loop {
            self.value(depth + 1)?;
            if !self.take(b',') {
                self.expect(b']', "Values are separated by `,`, and an array ends with `]`.")?;
                return Ok(Json::Array);
            }
        }
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Result<Json<'a>, SyntaxError> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let len =
            rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.')).count();
        let word = rest.get(..len).unwrap_or_default();
        if !matches!(word, "true" | "false" | "null")
            && !word.starts_with(|c: char| c == '-' || c.is_ascii_digit())
        {
            return Err(
                self.error("A value is a string, a number, an object, an array, `true`, `false` or `null`.")
            );
        }
        self.at += len;
        Ok(Json::Other)
    }

    fn string(&mut self) -> Result<Spanned<Cow<'a, str>>, SyntaxError> {
        self.expect(b'"', "A string in double quotes belongs here.")?;
        let start = self.at;
        let mut decoded: Option<String> = None;
        loop {
            let from = self.at;
            let rest = self.text.get(from..).unwrap_or_default();
            let len = rest.find(['"', '\\', '\n']).unwrap_or(rest.len());
            self.at += len;
            let plain = rest.get(..len).unwrap_or_default();
            if let Some(decoded) = &mut decoded {
                decoded.push_str(plain);
            }
            match self.text.as_bytes().get(self.at) {
                Some(b'"') => {
                    let span = Span::new(start, self.at);
                    self.at += 1;
                    let text = decoded.map_or(Cow::Borrowed(span.of(self.text)), Cow::Owned);
                    return Ok(Spanned::new(text, span));
                }
                Some(b'\\') => {
                    let c = self.escape()?;
                    decoded
                        .get_or_insert_with(|| {
                            self.text.get(start..from + len).unwrap_or_default().to_owned()
                        })
                        .push(c);
                }
                _ => {
                    return Err(SyntaxError::new(
                        Span::new(start - 1, start),
                        "This string is never closed.",
                    ));
                }
            }
        }
    }

    /// Takes `\n`, `\u00e9` and the like. Halves of surrogate pairs become the replacement character.
    fn escape(&mut self) -> Result<char, SyntaxError> {
        let kind = self.text.as_bytes().get(self.at + 1);
        let simple = match kind {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let digits = self.text.get(self.at + 2..self.at + 6);
                let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
                let code = code.ok_or_else(|| self.error("`\\u` needs four hexadecimal digits."))?;
                self.at += 6;
                return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            _ => return Err(self.error("JSON does not know this escape.")),
        };
        self.at += 2;
        Ok(simple)
    }

    /// The next byte that is no white space, which is skipped.
    fn peek(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        self.at += rest.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')).count();
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8, message: &str) -> Result<(), SyntaxError> {
        if self.take(byte) { Ok(()) } else { Err(self.error(message)) }
    }

    /// An error at the next character.
    fn error(&self, message: &str) -> SyntaxError {
        let len = self.text.get(self.at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        SyntaxError::new(Span::new(self.at, self.at + len), message)
    }
}
