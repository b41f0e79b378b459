//! Edits that several rules offer.

use crate::text::{Edit, Span};

/// Puts double quotes around a piece of a word.
#[must_use]
pub fn quote(span: Span) -> [Edit; 2] {
    [Edit::insert(span.start, "\""), Edit::insert(span.end, "\"")]
}
