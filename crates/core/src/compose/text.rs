//! [`Text`]: text of a value, or a part of it, with its place.

use super::value::Place;
use crate::text::Span;
use crate::yaml::{Scalar, Style};
use std::fmt;
use std::ops::{Deref, Range};

/// Text of a value or a key, or a part of it. Cheap to copy.
#[derive(Clone, Copy, PartialEq)]
pub struct Text<'m> {
    text: &'m str,
    scalar: &'m Scalar<'m>,
    raw: Option<&'m Scalar<'m>>,
    file: u32,
    /// Where the part begins in the scalar's value.
    offset: usize,
}

impl<'m> Text<'m> {
    pub(super) fn of(scalar: &'m Scalar<'_>, raw: Option<&'m Scalar<'_>>, place: Place) -> Self {
        Self { text: &scalar.value, scalar, raw, file: place.file, offset: 0 }
    }

    /// The text.
    #[must_use]
    pub fn as_str(self) -> &'m str {
        self.text
    }

    /// The whole scalar that it is a part of: its style, its source, its type.
    #[must_use]
    pub fn scalar(self) -> &'m Scalar<'m> {
        self.scalar
    }

    /// The scalar before interpolation, where that changed it.
    #[must_use]
    pub fn raw(self) -> Option<&'m Scalar<'m>> {
        self.raw
    }

    /// How the scalar is written.
    #[must_use]
    pub fn style(self) -> Style {
        self.scalar.style
    }

    /// Where the text stands: a whole scalar with its quotes, a part of one without.
    #[must_use]
    pub fn span(self) -> Span {
        if self.offset == 0 && self.text.len() == self.scalar.value.len() {
            return self.scalar.span;
        }
        self.span_of(0..self.text.len())
    }

    /// Where the text stands, and in which file.
    #[must_use]
    pub fn place(self) -> Place {
        Place { file: self.file, span: self.span() }
    }

    /// Where a byte range of the text stands; the whole scalar where that cannot be told.
    #[must_use]
    pub fn span_of(self, range: Range<usize>) -> Span {
        self.scalar.span_of(self.offset + range.start..self.offset + range.end)
    }

    /// A byte range of the text; empty where the range does not fit.
    #[must_use]
    pub fn slice(self, range: Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or_default();
        Self { text, offset: self.offset + range.start, ..self }
    }

    /// The parts before and after the first `separator`.
    #[must_use]
    pub fn split_once(self, separator: char) -> Option<(Self, Self)> {
        let at = self.text.find(separator)?;
        Some((self.slice(0..at), self.slice(at + separator.len_utf8()..self.text.len())))
    }

    /// Whether nothing is left to expand: no `$`, or one that expansion left.
    #[must_use]
    pub fn is_literal(self) -> bool {
        self.raw.is_some() || !self.text.contains('$')
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.text
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {:?}", self.text, self.span())
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl PartialEq<&str> for Text<'_> {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}
