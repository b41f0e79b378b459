//! [`Mapped`]: text that was put together from pieces of a source, and still knows where each byte came from.

use super::Span;
use std::borrow::Cow;
use std::fmt;
use std::ops::{Deref, Range};

/// Text derived from a source by leaving parts out (line continuations, comments, here-document tabs, quotes), with the way
/// back: each byte of it has a place in the source.
///
/// As long as it is one contiguous piece of the source, it is borrowed and nothing is allocated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapped<'a> {
    text: Cow<'a, str>,
    /// Where the text begins in the source.
    start: u32,
    /// The pieces after the first, sorted by `at`; each runs to the start of the next.
    rest: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    /// Where the piece begins in the derived text.
    at: u32,
    /// Where its bytes begin in the source.
    source: u32,
}

impl<'a> Mapped<'a> {
    /// A contiguous slice of the source that begins at byte `offset` there.
    #[must_use]
    pub fn borrowed(slice: &'a str, offset: u32) -> Self {
        Self { text: Cow::Borrowed(slice), start: offset, rest: Vec::new() }
    }

    /// The derived text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The place in the source of the derived byte `at`; past the end, the end of the last piece.
    #[must_use]
    pub fn source_offset(&self, at: usize) -> u32 {
        let at = to_u32(at.min(self.text.len()));
        let index = self.rest.partition_point(|piece| piece.at <= at);
        match index.checked_sub(1).and_then(|i| self.rest.get(i)) {
            Some(piece) => piece.source + (at - piece.at),
            None => self.start + at,
        }
    }

    /// The source span of a range of the derived text, covering whatever was left out inside it.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.source_offset(range.start);
        // The end belongs to the byte before it, not to the piece that may begin there.
        let end = if range.end > range.start { self.source_offset(range.end - 1) + 1 } else { start };
        Span { start, end: end.max(start) }
    }

    /// The source span of the whole text.
    #[must_use]
    pub fn whole(&self) -> Span {
        self.span(0..self.text.len())
    }

    /// A part of this text, mapped to the same source.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> Mapped<'a> {
        let text = match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(range.clone()).unwrap_or_default()),
            Cow::Owned(text) => Cow::Owned(text.get(range.clone()).unwrap_or_default().to_owned()),
        };
        Mapped { text, start: self.source_offset(range.start), rest: self.pieces_within(&range, 0).collect() }
    }

    /// As [`Mapped::slice`], but borrowed from `source`, the text that this one was put together from, where the part is one
    /// contiguous piece of it.
    #[must_use]
    pub fn slice_of(&self, source: &'a str, range: Range<usize>) -> Mapped<'a> {
        if matches!(self.text, Cow::Owned(_)) {
            let span = self.span(range.clone());
            let slice = span.of(source);
            if self.text.get(range.clone()) == Some(slice) {
                return Mapped::borrowed(slice, span.start);
            }
        }
        self.slice(range)
    }

    /// The text of a part, borrowed where it stands in `source` in one piece.
    #[must_use]
    pub fn text_of(&self, source: &'a str, range: Range<usize>) -> Cow<'a, str> {
        match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(range).unwrap_or_default()),
            Cow::Owned(text) => {
                let text = text.get(range.clone()).unwrap_or_default();
                let slice = self.span(range).of(source);
                if slice == text { Cow::Borrowed(slice) } else { Cow::Owned(text.to_owned()) }
            }
        }
    }

    /// The pieces that begin inside `range`, as pieces of a text in which it begins at `at`.
    fn pieces_within(&self, range: &Range<usize>, at: u32) -> impl Iterator<Item = Piece> {
        let (start, end) = (to_u32(range.start), to_u32(range.end));
        let inside = self.rest.iter().filter(move |piece| piece.at > start && piece.at < end);
        inside.map(move |piece| Piece { at: piece.at - start + at, source: piece.source })
    }
}

fn to_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl fmt::Display for Mapped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl Deref for Mapped<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// Puts a [`Mapped`] together piece by piece.
#[derive(Clone, Debug)]
pub struct MappedBuilder<'a> {
    source: &'a str,
    /// The contiguous piece so far, while nothing has been left out.
    run: Option<Range<usize>>,
    text: String,
    pieces: Vec<Piece>,
}

impl<'a> MappedBuilder<'a> {
    /// Starts an empty text whose pieces come from `source`.
    #[must_use]
    pub fn new(source: &'a str) -> Self {
        Self { source, run: None, text: String::new(), pieces: Vec::new() }
    }

    /// Appends the bytes `range` of the source.
    pub fn push(&mut self, range: Range<usize>) {
        match &mut self.run {
            _ if range.is_empty() => {}
            Some(run) if run.end == range.start => run.end = range.end,
            Some(_) => {
                self.flush();
                self.run = Some(range);
            }
            None => self.run = Some(range),
        }
    }

    /// Appends text that stands otherwise in the source (an escape that was decoded), at the place `source`.
    pub fn push_str(&mut self, text: &str, source: usize) {
        self.flush();
        self.add_piece(source);
        self.text.push_str(text);
    }

    /// Appends the bytes `range` of a text that was itself derived, with their places in its source.
    pub fn push_mapped(&mut self, text: &Mapped<'_>, range: Range<usize>) {
        self.flush();
        self.add_piece(text.source_offset(range.start) as usize);
        self.pieces.extend(text.pieces_within(&range, to_u32(self.text.len())));
        self.text.push_str(text.text.get(range).unwrap_or_default());
    }

    /// The finished text; empty text is placed at `fallback`.
    #[must_use]
    pub fn finish(mut self, fallback: usize) -> Mapped<'a> {
        if self.pieces.is_empty() {
            let run = self.run.unwrap_or(fallback..fallback);
            let offset = to_u32(run.start);
            return Mapped::borrowed(self.source.get(run).unwrap_or_default(), offset);
        }
        self.flush();
        let start = self.pieces.first().map_or(0, |piece| piece.source);
        Mapped { text: Cow::Owned(self.text), start, rest: self.pieces.split_off(1) }
    }

    fn flush(&mut self) {
        if let Some(run) = self.run.take() {
            self.add_piece(run.start);
            self.text.push_str(self.source.get(run).unwrap_or_default());
        }
    }

    fn add_piece(&mut self, source: usize) {
        self.pieces.push(Piece { at: to_u32(self.text.len()), source: to_u32(source) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_back_through_what_was_left_out() {
        let source = "RUN a \\\n  b";
        let mut builder = MappedBuilder::new(source);
        builder.push(4..6);
        builder.push(8..11);
        let text = builder.finish(4);
        assert_eq!(&*text, "a   b");
        assert_eq!(text.span(0..1), Span::new(4, 5));
        assert_eq!(text.span(4..5), Span::new(10, 11));
        assert_eq!(text.span(0..5), Span::new(4, 11));
        assert_eq!(text.slice(1..5).span(3..4), Span::new(10, 11));
        assert!(matches!(text.slice_of(source, 2..5).text, Cow::Borrowed("  b")));
        assert_eq!(text.slice_of(source, 1..3), text.slice(1..3));
    }

    #[test]
    fn one_piece_stays_borrowed() {
        let mut builder = MappedBuilder::new("abcdef");
        builder.push(1..3);
        builder.push(3..5);
        let text = builder.finish(0);
        assert!(matches!(text.text, Cow::Borrowed("bcde")));
        assert_eq!(text.whole(), Span::new(1, 5));
    }
}
