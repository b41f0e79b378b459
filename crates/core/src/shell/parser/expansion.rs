//! Everything that `$` and the backtick begin.

use super::Parser;
use super::word::Until;
use crate::shell::{Parameter, Part, PartKind, Word};
use crate::text::Spanned;

/// The operators of `${x...}`, longer ones first.
const OPERATORS: [&str; 22] = [
    ":-", ":=", ":?", ":+", "##", "%%", "//", "/#", "/%", "^^", ",,", "-", "=", "?", "+", "#", "%", "/", "^",
    ",", "@", ":",
];

/// How many bytes of arithmetic are looked through for its end.
const MAX_ARITHMETIC: usize = 2048;

const SPECIAL: &[u8] = b"@*#?-$!";

impl<'t> Parser<'_, 't> {
    /// Reads the expansion that the `$` here begins; `None`, without moving, where it is a plain dollar sign.
    pub(super) fn dollar(&mut self, quoted: bool) -> Option<Part<'t>> {
        let start = self.at;
        let part = match self.byte(1)? {
            b'(' if self.byte(2) == Some(b'(') && self.closes_arithmetic(start + 3) => {
                self.at += 3;
                let parts = self.nested(start, "arithmetic expansion", |p| p.arithmetic_parts("))"));
                self.part(start, PartKind::Arithmetic(parts))
            }
            b'(' => {
                self.at += 2;
                let list = self.nested(start, "command substitution", |p| p.body_until(")"));
                self.part(start, PartKind::Substitution(list))
            }
            b'{' if matches!(self.byte(2), Some(b' ' | b'\t' | b'\n')) => {
                self.at += 2;
                let list = self.nested(start, "command substitution", |p| p.body_until("}"));
                self.part(start, PartKind::Substitution(list))
            }
            b'{' => {
                let parameter = self.nested(start, "parameter expansion", |p| p.braced(quoted));
                self.part(start, PartKind::Parameter(parameter))
            }
            b'[' if self.closes_old_arithmetic() => {
                self.at += 2;
                let parts = self.nested(start, "arithmetic expansion", |p| p.arithmetic_parts("]"));
                self.part(start, PartKind::Arithmetic(parts))
            }
            b'\'' if !quoted => self.ansi_c(),
            b'"' if !quoted => {
                self.at += 1;
                self.double_quoted(start)
            }
            byte if byte.is_ascii_alphabetic() || byte == b'_' => {
                self.at += 1;
                self.at += self.name_len();
                self.plain(start)
            }
            byte if byte.is_ascii_digit() || SPECIAL.contains(&byte) => {
                self.at += 2;
                self.plain(start)
            }
            _ => return None,
        };
        Some(part)
    }

    fn plain(&self, start: usize) -> Part<'t> {
        let name = self.slice(start + 1..self.at);
        self.part(start, PartKind::Parameter(Parameter { name, ..Parameter::default() }))
    }

    fn name_len(&self) -> usize {
        let end = |b: u8| !(b.is_ascii_alphanumeric() || b == b'_');
        self.rest().bytes().position(end).unwrap_or(self.rest().len())
    }

    /// `${...}`
    fn braced(&mut self, quoted: bool) -> Parameter<'t> {
        let start = self.at;
        self.at += 2;
        let mut parameter = Parameter { braced: true, ..Parameter::default() };
        let begins_name = |b: u8| b.is_ascii_alphanumeric() || b"_@*?$!#-".contains(&b);
        let names_next = self.byte(1).is_some_and(begins_name) && self.byte(2).is_some();
        if self.byte(0) == Some(b'#') && names_next {
            parameter.length = true;
            self.at += 1;
        } else if self.byte(0) == Some(b'!')
            && self.byte(1).is_some_and(|b| b.is_ascii_alphanumeric() || b == b'_')
        {
            parameter.indirect = true;
            self.at += 1;
        }
        let name = self.at;
        match self.byte(0) {
            Some(byte) if byte.is_ascii_alphabetic() || byte == b'_' => self.at += self.name_len(),
            Some(byte) if byte.is_ascii_digit() => {
                self.at += self.rest().bytes().take_while(u8::is_ascii_digit).count();
            }
            Some(byte) if SPECIAL.contains(&byte) => self.at += 1,
            _ => {}
        }
        parameter.name = self.slice(name..self.at);
        if self.byte(0) == Some(b'[') {
            parameter.index = Some(self.index());
        }
        let prefix_list = parameter.indirect && self.looking_at("*}");
        let operator = OPERATORS.into_iter().find(|text| self.looking_at(text));
        if let Some(operator) = operator.or(prefix_list.then_some("*")).filter(|_| name < self.at) {
            let at = self.at;
            self.at += operator.len();
            parameter.operator = Some(Spanned::new(self.slice(at..self.at), self.span_from(at)));
            let literal_quotes = quoted && operator.ends_with(['-', '=', '?', '+']);
            let begin = self.at;
            let parts = self.unquoted_parts(Until::Brace { quoted: literal_quotes });
            parameter.argument = Some(Word { parts, span: self.span_from(begin) });
        }
        if !self.eat("}") || name == start + 2 && parameter.name.is_empty() {
            self.fail_at(start..self.at.max(start + 2), "the shell cannot read this parameter expansion");
        }
        parameter
    }

    fn index(&mut self) -> Word<'t> {
        self.at += 1;
        let begin = self.at;
        let parts = self.unquoted_parts(Until::Bracket);
        let word = Word { parts, span: self.span_from(begin) };
        if !self.eat("]") {
            self.fail("the index needs a closing `]` here");
        }
        word
    }

    fn ansi_c(&mut self) -> Part<'t> {
        let start = self.at;
        let inside = self.rest().get(2..).unwrap_or_default();
        let mut escaped = false;
        let len = inside.bytes().position(|byte| {
            let closes = byte == b'\'' && !escaped;
            escaped = byte == b'\\' && !escaped;
            closes
        });
        let Some(len) = len else {
            self.fail_at(start..start + 2, "this quote is never closed");
            return self.part(start, PartKind::AnsiC(std::borrow::Cow::Borrowed("")));
        };
        self.at += len + 3;
        self.part(start, PartKind::AnsiC(self.slice(start + 2..start + 2 + len)))
    }

    /// Whether the `$[` here is closed on its line, not too far away.
    fn closes_old_arithmetic(&self) -> bool {
        let near = self.rest().bytes().take(MAX_ARITHMETIC);
        near.take_while(|byte| *byte != b'\n').any(|byte| byte == b']')
    }

    /// Whether the parentheses opened before `from` are closed by `))`: then it is arithmetic, else a subshell in a subshell.
    pub(super) fn closes_arithmetic(&self, from: usize) -> bool {
        let end = self.end.min(from.saturating_add(MAX_ARITHMETIC));
        let bytes = self.text.as_bytes().get(from..end).unwrap_or_default();
        let mut open = 0_usize;
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'\\' => at += 1,
                b'(' => open += 1,
                b')' if open == 0 => return bytes.get(at + 1) == Some(&b')'),
                b')' => open -= 1,
                b'\'' | b'"' => {
                    let inside = bytes.get(at + 1..).unwrap_or_default();
                    match inside.iter().position(|b| b == byte) {
                        Some(len) => at += len + 1,
                        None => return false,
                    }
                }
                _ => {}
            }
            at += 1;
        }
        false
    }

    /// Arithmetic up to `close`, which is moved over.
    pub(super) fn arithmetic_parts(&mut self, close: &str) -> Vec<Part<'t>> {
        let mut parts = Vec::new();
        let mut literal = self.at;
        let mut open = 0_usize;
        while let Some(byte) = self.byte(0) {
            if open == 0 && self.looking_at(close) {
                break;
            }
            let start = self.at;
            let part = match byte {
                b'$' => self.dollar(false),
                b'`' => Some(self.backticks(false)),
                b'"' => Some(self.double_quoted(start)),
                b'(' => {
                    open += 1;
                    None
                }
                b')' => {
                    open = open.saturating_sub(1);
                    None
                }
                _ => None,
            };
            let Some(part) = part else {
                self.bump();
                continue;
            };
            let end = std::mem::replace(&mut self.at, start);
            self.flush(literal, &mut parts);
            self.at = end;
            parts.push(part);
            literal = self.at;
        }
        self.flush(literal, &mut parts);
        if !self.eat(close) {
            self.fail(format!("the arithmetic needs a closing `{close}` here"));
        }
        parts
    }

    /// `` `...` ``; in double quotes, `\"` stands for a quote.
    pub(super) fn backticks(&mut self, quoted: bool) -> Part<'t> {
        let start = self.at;
        let mut pieces = Vec::new();
        let mut literal = start + 1;
        self.at += 1;
        loop {
            match (self.byte(0), self.byte(1)) {
                (Some(b'`'), _) => break,
                (Some(b'\\'), Some(next))
                    if matches!(next, b'$' | b'`' | b'\\') || quoted && next == b'"' =>
                {
                    pieces.push(literal..self.at);
                    literal = self.at + 1;
                    self.at += 2;
                }
                (Some(_), _) => self.bump(),
                (None, _) => {
                    self.fail_at(start..start + 1, "this backtick is never closed");
                    break;
                }
            }
        }
        pieces.push(literal..self.at);
        let list = if self.failure.is_none() { self.inner_list(&pieces) } else { Default::default() };
        self.eat("`");
        self.part(start, PartKind::Backticks(list))
    }
}
