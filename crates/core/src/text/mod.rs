//! Positions in source text and changes to it. Everything in core speaks in byte offsets; [`LineIndex`] converts once, at
//! the edge.

mod edit;
mod line_index;
mod mapped;
mod span;

pub use edit::{Edit, Edits, OverlappingEdits, line_end};
pub use line_index::{LineIndex, Position, Utf16Position};
pub use mapped::{Mapped, MappedBuilder};
pub use span::{Span, Spanned};
