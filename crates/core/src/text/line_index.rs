//! [`LineIndex`]: the one place where byte offsets become lines and columns.

/// A place for people and for the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, from 1. Only LF ends a line (a CR before it belongs to the line).
    pub line: u32,
    /// Column, from 1, in Unicode scalar values.
    pub column: u32,
}

/// A place for editors that count UTF-16 code units, as CodeMirror and LSP do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16Position {
    /// Line, from 0.
    pub line: u32,
    /// Code units since the start of the line, from 0.
    pub character: u32,
}

/// The offsets at which the lines of one text begin.
#[derive(Clone, Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    starts: Vec<u32>,
}

impl<'a> LineIndex<'a> {
    /// Scans `text` once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let after_newlines = text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1);
        let starts =
            std::iter::once(0).chain(after_newlines).map(|i| u32::try_from(i).unwrap_or(u32::MAX)).collect();
        Self { text, starts }
    }

    /// How many lines there are; an empty text has one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// The byte range of `line` (from 1) without its line ending; `None` past the end.
    #[must_use]
    pub fn line_range(&self, line: u32) -> Option<std::ops::Range<usize>> {
        let index = (line as usize).checked_sub(1)?;
        let start = *self.starts.get(index)? as usize;
        let end = self.starts.get(index + 1).map_or(self.text.len(), |next| *next as usize - 1);
        let end = if self.text.get(start..end).is_some_and(|l| l.ends_with('\r')) { end - 1 } else { end };
        Some(start..end)
    }

    /// The line (from 1) that holds the byte `offset`; offsets past the end belong to the last line.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        let line = self.starts.partition_point(|start| *start <= offset);
        u32::try_from(line.max(1)).unwrap_or(u32::MAX)
    }

    /// Line and column of the byte `offset`. An offset inside a character counts as that character's start.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let (line, before) = self.split(offset);
        Position { line, column: count(before.chars().count()) + 1 }
    }

    /// Line and UTF-16 column of the byte `offset`.
    #[must_use]
    pub fn utf16_position(&self, offset: u32) -> Utf16Position {
        let (line, before) = self.split(offset);
        Utf16Position { line: line - 1, character: count(before.chars().map(char::len_utf16).sum()) }
    }

    /// The line of `offset` and the text of that line before it.
    fn split(&self, offset: u32) -> (u32, &'a str) {
        let line = self.line(offset);
        let start = self.starts.get(line as usize - 1).map_or(0, |s| *s as usize);
        let end = self.text.floor_char_boundary((offset as usize).min(self.text.len()));
        (line, self.text.get(start..end).unwrap_or_default())
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_scalar_values_and_code_units() {
        let index = LineIndex::new("aé\r\n😀b\n");
        assert_eq!(index.position(0), Position { line: 1, column: 1 });
        assert_eq!(index.position(3), Position { line: 1, column: 3 });
        assert_eq!(index.position(9), Position { line: 2, column: 2 });
        assert_eq!(index.utf16_position(9), Utf16Position { line: 1, character: 2 });
        assert_eq!(index.line_count(), 3);
        assert_eq!(index.line_range(1), Some(0..3));
        assert_eq!(index.line_range(3), Some(11..11));
        assert_eq!(index.line_range(4), None);
    }

    #[test]
    fn forgives_offsets_inside_characters_and_past_the_end() {
        let index = LineIndex::new("é");
        assert_eq!(index.position(1), Position { line: 1, column: 1 });
        assert_eq!(index.position(99), Position { line: 1, column: 2 });
    }
}
