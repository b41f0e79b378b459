//! One requirement: name, extras, versions or URL, marker, hashes.

use super::line::trimmed;
use super::{Requirement, Source, Specifier, is_archive};
use crate::SyntaxError;
use crate::text::Mapped;
use std::ops::Range;

/// Longest first, so that `===` is not taken for `==`.
const OPERATORS: [&str; 8] = ["===", "==", "~=", "!=", "<=", ">=", "<", ">"];

/// Reads the requirement that begins at byte `start` of the logical `line`.
pub(super) fn requirement<'a>(
    line: &Mapped<'a>,
    start: usize,
    editable: bool,
) -> Result<Requirement<'a>, SyntaxError> {
    let (body, options) = split_options(line, start);
    let hashes = hashes(line, options);
    let (body, marker) = split_marker(line, body);
    let end = marker.as_ref().map_or(body.end, |marker| marker.end);
    let span = line.span(body.start..end);
    let marker = marker.map(|range| line.slice(range));
    let mut cursor = Cursor { line, at: body.start, end: body.end };

    if is_url(cursor.rest()) {
        let url = line.slice(body);
        let name = egg_name(&url);
        return Ok(Requirement {
            span,
            editable,
            name,
            extras: Vec::new(),
            source: Source::Url(url),
            marker,
            hashes,
        });
    }
    let name = cursor.name();
    let extras = if name.is_some() { cursor.extras() } else { Ok(Vec::new()) };
    if name.is_some() && cursor.rest().starts_with('@') {
        let url = line.slice(trimmed(line, cursor.at + 1..body.end));
        let extras = extras?;
        return Ok(Requirement { span, editable, name, extras, source: Source::Url(url), marker, hashes });
    }
    if editable || is_path(line.get(body.clone()).unwrap_or_default()) {
        let source = Source::Path(line.slice(body));
        return Ok(Requirement { span, editable, name: None, extras: Vec::new(), source, marker, hashes });
    }
    if name.is_none() {
        let message = "A requirement begins with the name of a package, a URL or a path.";
        return Err(cursor.error(message));
    }
    let extras = extras?;
    let source = Source::Index(cursor.specifiers()?);
    Ok(Requirement { span, editable, name, extras, source, marker, hashes })
}

/// Options begin at the first word with a dash in front.
fn split_options(line: &str, start: usize) -> (Range<usize>, Range<usize>) {
    let rest = line.get(start..).unwrap_or_default();
    let dash = rest
        .match_indices('-')
        .map(|(at, _)| at)
        .find(|at| rest.get(..*at).is_some_and(|before| before.ends_with(char::is_whitespace)));
    let end = start + dash.unwrap_or(rest.len());
    (trimmed(line, start..end), end..line.len())
}

/// A marker follows a `;`; behind a URL, which may hold one, only a `; `.
fn split_marker(line: &str, body: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let text = line.get(body.clone()).unwrap_or_default();
    let separator = if text.contains("://") { "; " } else { ";" };
    match text.find(separator) {
        Some(at) => {
            let at = body.start + at;
            (trimmed(line, body.start..at), Some(trimmed(line, at + 1..body.end)))
        }
        None => (body, None),
    }
}

fn hashes<'a>(line: &Mapped<'a>, options: Range<usize>) -> Vec<Mapped<'a>> {
    let text = line.get(options.clone()).unwrap_or_default();
    let after = text.match_indices("--hash").map(|(at, name)| options.start + at + name.len());
    after
        .filter_map(|at| {
            let rest = line.get(at..)?;
            let value = rest.trim_start_matches(|c: char| c == '=' || c.is_whitespace());
            let start = at + (rest.len() - value.len());
            let len = value.find(char::is_whitespace).unwrap_or(value.len());
            (len > 0).then(|| line.slice(start..start + len))
        })
        .collect()
}

/// Whether it begins with a scheme: `https://`, `git+ssh://`, `file:`.
fn is_url(text: &str) -> bool {
    let scheme = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'.' | b'-'))
    };
    text.split_once("://").is_some_and(|(before, _)| scheme(before)) || text.starts_with("file:")
}

fn is_path(text: &str) -> bool {
    let without_extras = text.split('[').next().unwrap_or(text).trim_end();
    text.starts_with('.') || text.contains(['/', '\\']) || is_archive(without_extras)
}

/// The name in `#egg=name`.
fn egg_name<'a>(url: &Mapped<'a>) -> Option<Mapped<'a>> {
    let start = url.find("#egg=").or_else(|| url.find("&egg="))? + "#egg=".len();
    let name = url.get(start..)?;
    let len = name.find(['&', '[']).unwrap_or(name.len());
    (len > 0).then(|| url.slice(start..start + len))
}

/// Reads on in a part of a line; between steps it stands behind blanks.
struct Cursor<'l, 'a> {
    line: &'l Mapped<'a>,
    at: usize,
    end: usize,
}

impl<'a> Cursor<'_, 'a> {
    fn rest(&self) -> &str {
        self.line.get(self.at..self.end).unwrap_or_default()
    }

    fn take(&mut self, len: usize) -> Range<usize> {
        let taken = self.at..self.at + len;
        self.at = taken.end;
        self.at += self.rest().len() - self.rest().trim_start().len();
        taken
    }

    fn error(&self, message: &str) -> SyntaxError {
        SyntaxError::new(self.line.span(self.at..self.end), message)
    }

    /// Letters, digits, and between them `.`, `_` and `-`.
    fn name(&mut self) -> Option<Mapped<'a>> {
        let rest = self.rest();
        let len =
            rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-')).count();
        let name = rest.get(..len)?;
        let fits = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
        if !fits(name.bytes().next()) || !fits(name.bytes().next_back()) {
            return None;
        }
        let range = self.take(len);
        Some(self.line.slice(range))
    }

    fn extras(&mut self) -> Result<Vec<Mapped<'a>>, SyntaxError> {
        if !self.rest().starts_with('[') {
            return Ok(Vec::new());
        }
        let Some(len) = self.rest().find(']') else {
            return Err(self.error("The list of extras has no `]`."));
        };
        let inner = self.at + 1..self.at + len;
        self.take(len + 1);
        let mut extras = Vec::new();
        let mut start = inner.start;
        for extra in self.line.get(inner).unwrap_or_default().split(',') {
            let range = trimmed(self.line, start..start + extra.len());
            start += extra.len() + 1;
            if !range.is_empty() {
                extras.push(self.line.slice(range));
            }
        }
        Ok(extras)
    }

    fn specifiers(&mut self) -> Result<Vec<Specifier<'a>>, SyntaxError> {
        let mut specifiers = Vec::new();
        if self.rest().starts_with('(') && self.rest().ends_with(')') {
            self.take(1);
            self.end -= 1;
        }
        while !self.rest().is_empty() {
            specifiers.push(self.specifier()?);
            match self.rest().bytes().next() {
                Some(b',') => {
                    self.take(1);
                }
                Some(_) => return Err(self.error("Between two version conditions stands a comma.")),
                None => {}
            }
        }
        Ok(specifiers)
    }

    fn specifier(&mut self) -> Result<Specifier<'a>, SyntaxError> {
        let Some(operator) = OPERATORS.iter().find(|op| self.rest().starts_with(**op)).copied() else {
            return Err(self.error(
                "A version condition begins with one of `==`, `===`, `~=`, `!=`, `<=`, `>=`, `<`, `>`.",
            ));
        };
        let start = self.at;
        let wrong = self.error("A version is missing here.");
        self.take(operator.len());
        let len = self.rest().find(|c: char| c == ',' || c.is_whitespace()).unwrap_or(self.rest().len());
        if len == 0 {
            return Err(wrong);
        }
        let version = self.take(len);
        let span = self.line.span(start..version.end);
        Ok(Specifier { span, operator, version: self.line.slice(version) })
    }
}
