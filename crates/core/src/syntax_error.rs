//! What every parser returns beside its tree.

use crate::text::Span;

/// Something a parser could not make sense of. Parsing goes on after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The smallest place that is wrong.
    pub span: Span,
    /// What is wrong, why, and what to do, in one or two sentences.
    pub message: String,
}

impl SyntaxError {
    /// An error at `span`.
    #[must_use]
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into() }
    }
}
