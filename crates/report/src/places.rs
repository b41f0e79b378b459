//! [`Places`]: the line index of each file, made when first asked for.

use docklint_core::text::{LineIndex, Position};
use docklint_core::{FileId, Workspace};
use std::cell::OnceCell;

/// Turns byte offsets into lines and columns for all files of a workspace.
#[derive(Debug)]
pub struct Places<'a> {
    workspace: &'a Workspace,
    indexes: Vec<OnceCell<LineIndex<'a>>>,
}

impl<'a> Places<'a> {
    /// Scans nothing yet.
    #[must_use]
    pub fn new(workspace: &'a Workspace) -> Self {
        Self { workspace, indexes: workspace.files().map(|_| OnceCell::new()).collect() }
    }

    /// The path of `file`.
    #[must_use]
    pub fn path(&self, file: FileId) -> &'a str {
        &self.workspace.file(file).path
    }

    /// Line and column of the byte `offset` in `file`.
    #[must_use]
    pub fn position(&self, file: FileId, offset: u32) -> Position {
        self.line_index(file).position(offset)
    }

    /// The line index of `file`.
    ///
    /// # Panics
    /// Where `file` comes from another workspace.
    #[must_use]
    pub fn line_index(&self, file: FileId) -> &LineIndex<'a> {
        let Some(index) = self.indexes.get(file.index()) else {
            unreachable!("a file of another workspace");
        };
        index.get_or_init(|| LineIndex::new(&self.workspace.file(file).text))
    }
}
