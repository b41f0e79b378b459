//! Reads a value once, from left to right.

use super::pattern::Pattern;
use super::{ExpandError, MAX_LENGTH, Modifier, Operator, Reference};
use std::ops::Range;

/// How deep `${a:-${b:-...}}` may nest; BuildKit has no bound, nobody comes near this one.
const MAX_DEPTH: u32 = 64;

/// What becomes of variables.
pub(super) enum Mode<'l> {
    /// They are only found.
    Find,
    /// They stay as written.
    Keep,
    /// They give way to their values.
    Replace(&'l mut dyn FnMut(&str) -> Option<String>),
}

pub(super) struct Lexer<'v, 'l> {
    value: &'v str,
    pub(super) at: usize,
    escape: char,
    mode: Mode<'l>,
    quotes: bool,
    /// Whether escape characters stay, as they do in patterns.
    raw_escapes: bool,
    depth: u32,
    pub(super) references: Vec<Reference>,
}

type Read<T = ()> = Result<T, ExpandError>;

impl<'v, 'l> Lexer<'v, 'l> {
    pub(super) fn new(value: &'v str, escape: char, mode: Mode<'l>) -> Self {
        let references = Vec::new();
        Self { value, at: 0, escape, mode, quotes: true, raw_escapes: false, depth: 0, references }
    }

    pub(super) fn without_quotes(mut self) -> Self {
        self.quotes = false;
        self
    }

    /// The whole value.
    pub(super) fn all(&mut self) -> Read<String> {
        let mut out = String::new();
        while let Some(c) = self.peek() {
            self.unit(c, &mut out)?;
        }
        Ok(out)
    }

    /// What stands before `stop`, which is taken too.
    fn until(&mut self, stop: char, raw_escapes: bool, open: usize) -> Read<String> {
        let outer = std::mem::replace(&mut self.raw_escapes, raw_escapes);
        let mut out = String::new();
        loop {
            match self.peek() {
                Some(c) if c == stop => {
                    self.at += c.len_utf8();
                    self.raw_escapes = outer;
                    return Ok(out);
                }
                Some(c) => self.unit(c, &mut out)?,
                None => return Err(self.error(open..open + 2, format!("is never closed by `{stop}`"))),
            }
        }
    }

    /// One quoted string, variable, escape or character.
    fn unit(&mut self, c: char, out: &mut String) -> Read {
        match c {
            '\'' if self.quotes => self.single_quoted(out),
            '"' if self.quotes => self.double_quoted(out),
            '$' => self.dollar(out),
            c if c == self.escape => {
                self.at += c.len_utf8();
                if self.raw_escapes {
                    out.push(c);
                }
                if let Some(next) = self.next() {
                    out.push(next);
                }
                Ok(())
            }
            c => {
                self.at += c.len_utf8();
                self.push(c, out)
            }
        }
    }

    fn push(&self, c: char, out: &mut String) -> Read {
        out.push(c);
        self.check_length(out)
    }

    fn check_length(&self, out: &str) -> Read {
        let too_long = matches!(self.mode, Mode::Replace(_)) && out.len() > MAX_LENGTH;
        if too_long { Err(self.limit(0..self.value.len(), "becomes too long")) } else { Ok(()) }
    }

    fn single_quoted(&mut self, out: &mut String) -> Read {
        let open = self.at;
        self.at += 1;
        let rest = self.rest();
        let Some(length) = rest.find('\'') else {
            return Err(self.error(open..open + 1, "is a quote that is never closed"));
        };
        out.push_str(rest.get(..length).unwrap_or_default());
        self.at += length + 1;
        self.check_length(out)
    }

    pub(super) fn double_quoted(&mut self, out: &mut String) -> Read {
        let open = self.at;
        self.at += 1;
        loop {
            match self.peek() {
                None => return Err(self.error(open..open + 1, "is a quote that is never closed")),
                Some('"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some('$') => self.dollar(out)?,
                Some(c) if c == self.escape => {
                    self.at += c.len_utf8();
                    match self.peek() {
                        Some(next) if next == '"' || next == '$' || next == self.escape => {
                            if self.raw_escapes {
                                out.push(c);
                            }
                            out.push(next);
                            self.at += next.len_utf8();
                        }
                        Some(_) => {
                            if self.raw_escapes {
                                out.push(c);
                            }
                            out.push(c);
                        }
                        None => {}
                    }
                }
                Some(c) => {
                    self.at += c.len_utf8();
                    self.push(c, out)?;
                }
            }
        }
    }

    /// `$name`, `${...}`, or a lone `$`.
    pub(super) fn dollar(&mut self, out: &mut String) -> Read {
        let start = self.at;
        self.at += 1;
        if self.peek() == Some('{') {
            self.depth += 1;
            if self.depth > MAX_DEPTH {
                return Err(self.limit(start..start + 2, "is nested too deeply"));
            }
            let value = self.braced(start)?;
            self.depth -= 1;
            out.push_str(&value);
            return self.check_length(out);
        }
        let name = self.name();
        if name.is_empty() {
            out.push('$');
            return Ok(());
        }
        let value = self.lookup(&name);
        self.references.push(Reference { range: start..self.at, name, modifier: None });
        match self.mode {
            Mode::Keep => out.push_str(self.value.get(start..self.at).unwrap_or_default()),
            _ => out.push_str(&value.unwrap_or_default()),
        }
        self.check_length(out)
    }

    /// After `$`, at `{`.
    fn braced(&mut self, start: usize) -> Read<String> {
        self.at += 1;
        if let Some(c @ ('{' | '}' | ':')) = self.peek() {
            let range = start..self.at + c.len_utf8();
            return Err(self.error(range, "has no variable name after `${`"));
        }
        let name = self.name();
        let operator_at = self.at;
        let Some(mut c) = self.next() else {
            return Err(self.error(start..start + 2, "is never closed by `}`"));
        };
        if c == '}' {
            let value = self.lookup(&name);
            return Ok(self.finish(start, name, None, value.unwrap_or_default()));
        }
        if c == '/' {
            return self.replacement(start, name);
        }
        let colon = c == ':';
        if colon {
            c = self.next().unwrap_or('}');
        }
        let operator = match c {
            '-' => Some(Operator::Default),
            '+' => Some(Operator::Alternative),
            '?' => Some(Operator::Required),
            '#' => Some(Operator::RemovePrefix),
            '%' => Some(Operator::RemoveSuffix),
            _ => None,
        };
        let Some(operator) = operator else {
            let reason = "is no modifier that Dockerfiles know";
            return Err(self.error(operator_at..self.at, reason));
        };
        let word_start = self.at;
        let raw = matches!(operator, Operator::RemovePrefix | Operator::RemoveSuffix);
        let word = self.until('}', raw, start)?;
        let range = word_start..self.at - 1;
        let value = self.lookup(&name);
        let value = match self.mode {
            Mode::Replace(_) => self.apply(start, &name, operator, colon, &word, value)?,
            _ => String::new(),
        };
        Ok(self.finish(start, name, Some(Modifier { operator, colon, word: range }), value))
    }

    fn apply(
        &self,
        start: usize,
        name: &Range<usize>,
        operator: Operator,
        colon: bool,
        word: &str,
        value: Option<String>,
    ) -> Read<String> {
        let missing = value.is_none() || colon && value.as_deref() == Some("");
        let value = value.unwrap_or_default();
        let invalid = |_| self.error(start..self.at, "has a malformed pattern");
        Ok(match operator {
            Operator::Default if missing => word.to_owned(),
            Operator::Alternative if missing => String::new(),
            Operator::Alternative => word.to_owned(),
            Operator::Required if missing => {
                let name = self.value.get(name.clone()).unwrap_or_default();
                return Err(self.error(start..self.at, format!("requires `{name}`, which is not set")));
            }
            Operator::Default | Operator::Required | Operator::Replace => value,
            Operator::RemovePrefix => {
                let (word, longest) = word.strip_prefix('#').map_or((word, false), |word| (word, true));
                Pattern::parse(word).map_err(invalid)?.trim_prefix(&value, longest).to_owned()
            }
            Operator::RemoveSuffix => {
                let (word, longest) = word.strip_prefix('%').map_or((word, false), |word| (word, true));
                Pattern::parse(word).map_err(invalid)?.trim_suffix(&value, longest).to_owned()
            }
        })
    }

    /// After `${name/`.
    fn replacement(&mut self, start: usize, name: Range<usize>) -> Read<String> {
        let word_start = self.at;
        let all = self.peek() == Some('/');
        if all {
            self.at += 1;
        }
        let pattern = self.until('/', true, start)?;
        let replacement = self.until('}', true, start)?;
        let word = word_start..self.at - 1;
        let mut value = self.lookup(&name).unwrap_or_default();
        if matches!(self.mode, Mode::Replace(_)) {
            let invalid = |_| self.error(start..self.at, "has a malformed pattern");
            value = Pattern::parse(&pattern).map_err(invalid)?.replace(&value, &replacement, all);
        }
        let modifier = Modifier { operator: Operator::Replace, colon: false, word };
        Ok(self.finish(start, name, Some(modifier), value))
    }

    /// Records the reference that ends here and gives what stands for it.
    fn finish(
        &mut self,
        start: usize,
        name: Range<usize>,
        modifier: Option<Modifier>,
        value: String,
    ) -> String {
        self.references.push(Reference { range: start..self.at, name, modifier });
        match self.mode {
            Mode::Keep => self.value.get(start..self.at).unwrap_or_default().to_owned(),
            _ => value,
        }
    }

    /// Letters, digits and `_`; digits alone if it begins with one; or one special character.
    fn name(&mut self) -> Range<usize> {
        let start = self.at;
        let rest = self.rest();
        let length = match rest.chars().next() {
            Some('@' | '*' | '#' | '?' | '-' | '$' | '!' | '0') => 1,
            Some(c) if c.is_numeric() => rest.find(|c: char| !c.is_numeric()).unwrap_or(rest.len()),
            _ => rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len()),
        };
        self.at += length;
        start..self.at
    }

    fn lookup(&mut self, name: &Range<usize>) -> Option<String> {
        match &mut self.mode {
            Mode::Replace(lookup) => lookup(self.value.get(name.clone()).unwrap_or_default()),
            _ => None,
        }
    }

    fn error(&self, range: Range<usize>, reason: impl Into<std::borrow::Cow<'static, str>>) -> ExpandError {
        let range = range.start..range.end.min(self.value.len());
        ExpandError { range, reason: reason.into(), is_limit: false }
    }

    fn limit(&self, range: Range<usize>, reason: &'static str) -> ExpandError {
        ExpandError { is_limit: true, ..self.error(range, reason) }
    }

    fn rest(&self) -> &'v str {
        self.value.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += c.len_utf8();
        Some(c)
    }
}
