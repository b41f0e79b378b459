//! Words: literals, quotes, globs, braces.

use super::{Parser, is_word_end};
use crate::shell::{Part, PartKind, Word};
use std::ops::Range;

/// How many braces may stand open while looking for the end of a brace expansion.
const MAX_OPEN_BRACES: usize = 32;

/// Where unquoted text ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    /// A blank or an operator.
    Delimiter,
    /// The `}` of `${...}`; `quoted` if that stands in double quotes and takes single quotes literally.
    Brace { quoted: bool },
    /// The `]` of an index.
    Bracket,
    /// `,` or `}` of a brace expansion.
    Alternative,
    /// `|` or `)` of an extended glob.
    Pattern,
    /// A blank outside parentheses: the right side of `=~`.
    Regex,
}

impl<'t> Parser<'_, 't> {
    /// Reads a word; `None` where none begins.
    pub(super) fn word(&mut self) -> Option<Word<'t>> {
        let start = self.at;
        let parts = self.unquoted_parts(Until::Delimiter);
        (!parts.is_empty()).then(|| Word { parts, span: self.span_from(start) })
    }

    /// The right side of `=~`.
    pub(super) fn regex(&mut self) -> Option<Word<'t>> {
        let start = self.at;
        let parts = self.unquoted_parts(Until::Regex);
        (!parts.is_empty()).then(|| Word { parts, span: self.span_from(start) })
    }

    /// What was read since `start`, as one literal.
    pub(super) fn literal_word(&self, start: usize) -> Word<'t> {
        self.raw_word(start..self.at)
    }

    pub(super) fn raw_word(&self, range: Range<usize>) -> Word<'t> {
        let span = self.span(range.clone());
        let at = u32::try_from(range.start).unwrap_or(u32::MAX);
        Word { parts: vec![Part { kind: PartKind::Literal, at, raw: self.slice(range), span }], span }
    }

    /// The part from `start` to here.
    pub(super) fn part(&self, start: usize, kind: PartKind<'t>) -> Part<'t> {
        let at = u32::try_from(start).unwrap_or(u32::MAX);
        Part { kind, at, raw: self.slice(start..self.at), span: self.span_from(start) }
    }

    /// Ends the literal that began at `start`.
    pub(super) fn flush(&self, start: usize, parts: &mut Vec<Part<'t>>) {
        if start < self.at {
            parts.push(self.part(start, PartKind::Literal));
        }
    }

    pub(super) fn unquoted_parts(&mut self, until: Until) -> Vec<Part<'t>> {
        let mut parts = super::for_one();
        let begin = self.at;
        let mut literal = begin;
        let mut parentheses = 0_usize;
        while let Some(byte) = self.byte(0) {
            let start = self.at;
            if until == Until::Regex {
                match byte {
                    b'(' => parentheses += 1,
                    b')' => parentheses = parentheses.saturating_sub(1),
                    _ => {}
                }
            }
            let ends = self.ends(until, byte, parentheses);
            let special = matches!(
                byte,
                b'\\' | b'\'' | b'"' | b'$' | b'`' | b'*' | b'?' | b'[' | b'{' | b'~' | b'@' | b'+' | b'!'
            );
            if !ends && !special {
                self.bump();
                continue;
            }
            if let Some(part) = self.special_part(until, byte, begin, ends) {
                // The part was read from `start`; the literal before it ends there.
                if literal < start {
                    let end = std::mem::replace(&mut self.at, start);
                    self.flush(literal, &mut parts);
                    self.at = end;
                }
                parts.extend(part);
                literal = self.at;
            } else if ends {
                break;
            } else {
                self.bump();
            }
        }
        self.flush(literal, &mut parts);
        parts
    }

    fn ends(&self, until: Until, byte: u8, parentheses: usize) -> bool {
        let carriage_return = byte == b'\r' && self.byte(1) == Some(b'\n');
        match until {
            Until::Delimiter => is_word_end(byte) || carriage_return,
            Until::Brace { .. } => byte == b'}',
            Until::Bracket => byte == b']',
            Until::Alternative => matches!(byte, b',' | b'}') || is_word_end(byte),
            Until::Pattern => is_word_end(byte),
            Until::Regex => byte == b'\n' || (matches!(byte, b' ' | b'\t') && parentheses == 0),
        }
    }

    /// Reads the part here, if it is more than a literal character. `Some(None)` for a line continuation, which is nothing.
    fn special_part(&mut self, until: Until, byte: u8, begin: usize, ends: bool) -> Option<Option<Part<'t>>> {
        let start = self.at;
        let in_word = matches!(until, Until::Delimiter | Until::Alternative | Until::Pattern);
        let next = self.byte(1);
        let part = match byte {
            b'<' | b'>' if in_word && next == Some(b'(') => {
                self.at += 2;
                let list = self.nested(start, "process substitution", |p| p.body_until(")"));
                self.part(start, PartKind::Process(list))
            }
            b'(' if until == Until::Delimiter && self.after_declared_name(begin) => self.array(),
            _ if ends => return None,
            b'\\' => {
                let continuation = self.continuation();
                if continuation > 0 {
                    self.at += continuation;
                    return Some(None);
                }
                self.at += 1;
                let Some(escaped) = self.rest().chars().next() else {
                    self.at = start;
                    return None;
                };
                self.bump();
                self.part(start, PartKind::Escaped(escaped))
            }
            b'\'' if until != (Until::Brace { quoted: true }) => self.single_quoted(),
            b'"' => self.double_quoted(start),
            b'$' => return self.dollar(matches!(until, Until::Brace { quoted: true })).map(Some),
            b'`' => self.backticks(matches!(until, Until::Brace { quoted: true })),
            b'~' if start == begin && until == Until::Delimiter => {
                let end = |b: u8| is_word_end(b) || b"/\\'\"$`:".contains(&b);
                self.at += self.rest().bytes().position(end).unwrap_or(self.rest().len());
                self.part(start, PartKind::Tilde)
            }
            b'*' | b'?' | b'@' | b'+' | b'!' if in_word && next == Some(b'(') => self.ext_glob(),
            b'*' | b'?' => {
                self.at += 1;
                self.part(start, PartKind::Glob)
            }
            b'[' if in_word => return self.bracket().map(Some),
            b'{' if in_word => return self.braces().map(Some),
            _ => return None,
        };
        Some(Some(part))
    }

    /// Whether the word read since `begin` is `name=`, as in `export x=(a b)`.
    fn after_declared_name(&self, begin: usize) -> bool {
        let read = self.text.get(begin..self.at).unwrap_or_default();
        let name = read.strip_suffix('=').map(|name| name.strip_suffix('+').unwrap_or(name));
        name.is_some_and(crate::shell::is_name)
    }

    fn single_quoted(&mut self) -> Part<'t> {
        let start = self.at;
        let inside = self.rest().get(1..).unwrap_or_default();
        let Some(len) = inside.find('\'') else {
            self.fail_at(start..start + 1, "this single quote is never closed");
            return self.part(start, PartKind::Single(std::borrow::Cow::Borrowed("")));
        };
        self.at += len + 2;
        self.part(start, PartKind::Single(self.slice(start + 1..start + 1 + len)))
    }

    /// `"..."`, whose opening quote is here; `start` lies before it for `$"..."`.
    pub(super) fn double_quoted(&mut self, start: usize) -> Part<'t> {
        let quote = self.at;
        self.at += 1;
        let parts = self.nested(quote, "double-quoted string", |p| p.quoted_parts(Some(b'"')));
        if !self.eat("\"") {
            self.fail_at(quote..quote + 1, "this double quote is never closed");
        }
        self.part(start, PartKind::Double(parts))
    }

    /// What stands in double quotes, up to `close`, or in a here-document, up to the end.
    pub(super) fn quoted_parts(&mut self, close: Option<u8>) -> Vec<Part<'t>> {
        let mut parts = super::for_one();
        let mut literal = self.at;
        while let Some(byte) = self.byte(0).filter(|byte| Some(*byte) != close) {
            let start = self.at;
            let part = match byte {
                b'\\' if self.continuation() > 0 => {
                    self.flush(literal, &mut parts);
                    self.at += self.continuation();
                    literal = self.at;
                    continue;
                }
                b'\\' => match self.byte(1) {
                    Some(next @ (b'$' | b'`' | b'\\')) => {
                        self.at += 2;
                        Some(self.part(start, PartKind::Escaped(char::from(next))))
                    }
                    Some(b'"') if close.is_some() => {
                        self.at += 2;
                        Some(self.part(start, PartKind::Escaped('"')))
                    }
                    _ => None,
                },
                b'$' => self.dollar(true),
                b'`' => Some(self.backticks(close.is_some())),
                _ => None,
            };
            match part {
                Some(part) => {
                    if literal < start {
                        let end = std::mem::replace(&mut self.at, start);
                        self.flush(literal, &mut parts);
                        self.at = end;
                    }
                    parts.push(part);
                    literal = self.at;
                }
                None => self.bump(),
            }
        }
        self.flush(literal, &mut parts);
        parts
    }

    fn ext_glob(&mut self) -> Part<'t> {
        let start = self.at;
        self.at += 2;
        let words = self.nested(start, "extended glob", |p| p.alternatives(Until::Pattern, b'|'));
        if !self.eat(")") {
            self.fail("the extended glob needs a closing `)` here");
        }
        self.part(start, PartKind::ExtGlob(words))
    }

    fn alternatives(&mut self, until: Until, separator: u8) -> Vec<Word<'t>> {
        let mut words = Vec::new();
        loop {
            let start = self.at;
            let parts = self.unquoted_parts(until);
            words.push(Word { parts, span: self.span_from(start) });
            if self.byte(0) != Some(separator) {
                return words;
            }
            self.at += 1;
        }
    }

    /// `[...]`, where it is closed within the word and holds nothing to expand.
    fn bracket(&mut self) -> Option<Part<'t>> {
        let start = self.at;
        if start < self.no_bracket_before {
            return None;
        }
        let rest = self.rest().as_bytes();
        let mut at = 1;
        if matches!(rest.get(at), Some(b'!' | b'^')) {
            at += 1;
        }
        let first = at;
        loop {
            match rest.get(at) {
                Some(b']') if at > first => break,
                Some(b'[') if matches!(rest.get(at + 1), Some(b':' | b'.' | b'=')) => at += 2,
                Some(b':' | b'.' | b'=') if rest.get(at + 1) == Some(&b']') && at > first => {
                    // The end of `[:alpha:]`, unless no class is open; then the bracket closes anyway.
                    let class = rest.get(first..at).is_some_and(has_open_class);
                    at += if class { 2 } else { 1 };
                }
                Some(b'\\') => at += 2,
                Some(b'$' | b'`' | b'\'' | b'"') | None => {
                    self.no_bracket_before = start + at;
                    return None;
                }
                Some(byte) if is_word_end(*byte) => {
                    self.no_bracket_before = start + at;
                    return None;
                }
                Some(_) => at += 1,
            }
        }
        self.at += at + 1;
        Some(self.part(start, PartKind::Glob))
    }

    /// `{a,b}` or `{1..3}`.
    fn braces(&mut self) -> Option<Part<'t>> {
        let start = self.at;
        if !self.opens_braces() {
            return None;
        }
        self.at += 1;
        let words = self.nested(start, "brace expansion", |p| p.alternatives(Until::Alternative, b','));
        if !self.eat("}") {
            self.fail("the brace expansion needs a closing `}` here");
        }
        Some(self.part(start, PartKind::Braces(words)))
    }

    /// Looks ahead whether the `{` here begins a brace expansion: closed within the word, with `,` or `..` at its own level.
    fn opens_braces(&self) -> bool {
        let rest = self.rest().as_bytes();
        let (mut open, mut parentheses, mut splits, mut at) = (0_usize, 0_usize, false, 0);
        while let Some(byte) = rest.get(at) {
            match byte {
                b'\\' => at += 1,
                b'\'' | b'"' => {
                    let inside = rest.get(at + 1..).unwrap_or_default();
                    match inside.iter().position(|b| b == byte || *b == b'\n') {
                        Some(len) => at += len + 1,
                        None => return false,
                    }
                }
                b'$' if rest.get(at + 1) == Some(&b'(') => {
                    parentheses += 1;
                    at += 1;
                }
                b'(' if parentheses > 0 => parentheses += 1,
                b')' if parentheses > 0 => parentheses -= 1,
                _ if parentheses > 0 => {}
                b'{' if open < MAX_OPEN_BRACES => open += 1,
                b'{' => return false,
                b'}' if open == 1 => return splits,
                b'}' => open -= 1,
                b',' if open == 1 => splits = true,
                b'.' if open == 1 && rest.get(at + 1) == Some(&b'.') => splits = true,
                _ if is_word_end(*byte) => return false,
                _ => {}
            }
            at += 1;
        }
        false
    }
}

fn has_open_class(inside: &[u8]) -> bool {
    let open = |pair: &[u8]| matches!(pair, [b'[', b':' | b'.' | b'=']);
    let close = |pair: &[u8]| matches!(pair, [b':' | b'.' | b'=', b']']);
    let opened = inside.windows(2).rposition(open);
    let closed = inside.windows(2).rposition(close);
    opened.is_some() && opened > closed
}
