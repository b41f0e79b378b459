//! Where instructions can be put and taken away, and how they are written there.

use super::Build;
use crate::dockerfile::{Instruction, ItemKind};
use crate::text::{Edit, line_end};

impl Build<'_, '_> {
    /// The edit that puts an instruction before the one at `index`: above the comments that belong to that one, indented and in
    /// the same case.
    #[must_use]
    pub fn insert_before(&self, index: usize, keyword: &str, arguments: &str) -> Option<Edit> {
        let text = self.file.text;
        let next = self.file.instructions.get(index)?;
        let end = next.span.range().start;
        let mut start = end;
        let comments: Vec<_> = self.file.comments_before(index).collect();
        for comment in comments.iter().rev() {
            let between = text.get(comment.span.range().end..start)?;
            if between.matches('\n').count() > 1 {
                break;
            }
            start = comment.span.range().start;
        }
        let indent = text.get(line_start(text, end)..end).filter(|indent| indent.trim().is_empty())?;
        let line = format!("{indent}{} {arguments}{}", cased(keyword, &next.keyword), line_end(text));
        Some(Edit::insert(u32::try_from(line_start(text, start)).ok()?, line))
    }

    /// The edit that puts an instruction after the one at `index`, indented and in the same case.
    #[must_use]
    pub fn insert_after(&self, index: usize, keyword: &str, arguments: &str) -> Option<Edit> {
        let text = self.file.text;
        let previous = self.file.instructions.get(index)?;
        let start = previous.span.range().start;
        let indent = text.get(line_start(text, start)..start).filter(|indent| indent.trim().is_empty())?;
        let line = format!("{}{indent}{} {arguments}", line_end(text), cased(keyword, &previous.keyword));
        Some(Edit::insert(previous.span.end, line))
    }

    /// The edit that deletes an instruction with its lines, unless a comment stands within it.
    #[must_use]
    pub fn remove(&self, instruction: &Instruction<'_>) -> Option<Edit> {
        let index = self.file.instructions.iter().position(|other| other.span == instruction.span)?;
        let item = self.file.items.iter().find(|item| item.kind == ItemKind::Instruction(index))?;
        (!self.file.has_comment_in(instruction.span)).then(|| Edit::delete(item.span))
    }
}

/// Where the line of the byte `at` begins.
fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// `keyword` in the case of another one.
#[must_use]
pub(crate) fn cased(keyword: &str, like: &str) -> String {
    if like.chars().any(|c| c.is_ascii_uppercase()) {
        keyword.to_ascii_uppercase()
    } else {
        keyword.to_ascii_lowercase()
    }
}
