//! [`Word`]: the word at a place, and what stands around it.

use crate::text::Span;

/// A word that is being written, perhaps still empty.
pub(crate) struct Word<'a> {
    /// The text of the file.
    pub(crate) text: &'a str,
    /// Where it stands.
    pub(crate) span: Span,
    /// What stands before it in its line.
    pub(crate) before: &'a str,
    /// What follows it in its line.
    pub(crate) after: &'a str,
}

impl<'a> Word<'a> {
    /// The word that the byte `offset` is in, or at an end of.
    pub(crate) fn at(text: &'a str, offset: u32) -> Option<Self> {
        let (head, tail) = text.split_at_checked(offset as usize)?;
        let line = head.rsplit('\n').next()?;
        let before = line.trim_end_matches(is_in_word);
        let after = tail.trim_start_matches(is_in_word);
        let start = head.len() - line.len() + before.len();
        let end = text.len() - after.len();
        Some(Self { text, span: Span::from(start..end), before, after: after.split('\n').next()? })
    }

    /// The text with something else in the word's place.
    pub(crate) fn replaced(&self, stand_in: &str) -> String {
        let (head, tail) = (self.text.get(..self.start()), self.text.get(self.span.end as usize..));
        [head.unwrap_or_default(), stand_in, tail.unwrap_or_default()].concat()
    }

    /// The byte that it begins at.
    pub(crate) fn start(&self) -> usize {
        self.span.start as usize
    }
}

fn is_in_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_-+/.\"'".contains(c)
}
