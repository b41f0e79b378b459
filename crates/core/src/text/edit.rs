//! Changes to a text: [`Edit`], and [`Edits`], which keeps itself sorted and disjoint.

use super::Span;
use crate::sorting::sort_by_key;
use std::fmt;

/// Replaces the bytes under `span` by `text`; an empty span inserts, an empty text deletes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

impl Edit {
    /// Replaces what stands under `span`.
    #[must_use]
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// Inserts `text` before the byte `offset`.
    #[must_use]
    pub fn insert(offset: u32, text: impl Into<String>) -> Self {
        Self { span: Span { start: offset, end: offset }, text: text.into() }
    }

    /// Deletes what stands under `span`.
    #[must_use]
    pub fn delete(span: Span) -> Self {
        Self { span, text: String::new() }
    }
}

/// The line end that a text uses: that of its first line, so that a long text is not read through for each edit.
#[must_use]
pub fn line_end(text: &str) -> &'static str {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if first.ends_with("\r\n") { "\r\n" } else { "\n" }
}

/// Edits of one text, sorted by place and disjoint by construction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits(Vec<Edit>);

/// The refused edits of [`Edits::try_add`] touched bytes that an earlier edit changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OverlappingEdits;

impl fmt::Display for OverlappingEdits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the edits overlap edits that are already there")
    }
}

impl std::error::Error for OverlappingEdits {}

impl Edits {
    /// Adds all of `edits` or, where one of them conflicts with those already here, none.
    ///
    /// Two edits conflict when they share a byte, or insert at the same place.
    ///
    /// # Errors
    /// [`OverlappingEdits`] on a conflict; nothing has been added then.
    pub fn try_add(&mut self, edits: &[Edit]) -> Result<(), OverlappingEdits> {
        let mut merged = self.0.clone();
        merged.extend_from_slice(edits);
        sort_by_key(&mut merged, |e| (e.span.start, e.span.end));
        let conflict = |a: &Edit, b: &Edit| a.span.end > b.span.start || a.span == b.span;
        if merged.windows(2).any(|pair| matches!(pair, [a, b] if conflict(a, b))) {
            return Err(OverlappingEdits);
        }
        self.0 = merged;
        Ok(())
    }

    /// The edits in the order of their places.
    pub fn iter(&self) -> impl Iterator<Item = &Edit> {
        self.0.iter()
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text after all edits. Edits that do not fit `text` are left out.
    #[must_use]
    pub fn apply(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for edit in &self.0 {
            let range = edit.span.range();
            if let (Some(kept), true) = (text.get(done..range.start), text.get(range.clone()).is_some()) {
                out.push_str(kept);
                out.push_str(&edit.text);
                done = range.end;
            }
        }
        out.push_str(text.get(done..).unwrap_or_default());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn applies_in_order_of_place() {
        let mut edits = Edits::default();
        edits.try_add(&[Edit::replace(Span::new(4, 7), "two")]).unwrap();
        edits.try_add(&[Edit::insert(0, "<"), Edit::delete(Span::new(7, 8))]).unwrap();
        assert_eq!(edits.apply("one 222!"), "<one two");
    }

    #[test]
    fn refuses_overlaps_as_a_whole() {
        let mut edits = Edits::default();
        edits.try_add(&[Edit::delete(Span::new(2, 5))]).unwrap();
        assert_eq!(
            edits.try_add(&[Edit::insert(0, "x"), Edit::delete(Span::new(4, 6))]),
            Err(OverlappingEdits)
        );
        assert_eq!(edits.iter().count(), 1);
        assert_eq!(edits.try_add(&[Edit::insert(5, "y")]), Ok(()));
        assert_eq!(edits.try_add(&[Edit::insert(5, "z")]), Err(OverlappingEdits));
    }

    #[test]
    fn the_first_line_tells_the_line_end() {
        for (text, expected) in [("a\r\nb\n", "\r\n"), ("a\nb\r\n", "\n"), ("a", "\n"), ("", "\n")] {
            assert_eq!(line_end(text), expected, "{text:?}");
        }
    }
}
