//! docklint-report: from a [`Report`](docklint_core::Report) and the texts it is about to what people and programs read.
//!
//! Each format is a module with pure functions from data to a `String`. Byte offsets become lines and columns here, and only through
//! core's [`LineIndex`](docklint_core::text::LineIndex).

pub mod concise;
pub mod json;
#[cfg(feature = "text")]
mod mask;
mod places;
pub mod resolved;
pub mod rules;
pub mod summary;
#[cfg(feature = "text")]
pub mod text;

pub use places::Places;
