//! What must hold of each file on its own: it is a mapping, and not empty.

use super::super::error::{LoadError, LoadErrorKind};
use super::super::file::ComposeFile;
use super::super::value::{Place, Value};
use crate::text::Span;

/// Returns whether the files can be checked any further.
pub(super) fn check(files: &[&ComposeFile<'_>], stack: &[u32], errors: &mut Vec<LoadError>) -> bool {
    let before = errors.len();
    for index in stack {
        let Some(file) = files.get(*index as usize) else { continue };
        let at = |span: Span| Place { file: *index, span };
        let content: Vec<_> = file.documents.iter().filter(|document| !document.is_null()).collect();
        if content.is_empty() && file.yaml.documents().all(|node| node.is_null()) {
            let message = "There is nothing in this file, so Compose refuses it.";
            errors.push(LoadError::new(LoadErrorKind::EmptyFile, at(Span::default()), message));
        }
        for document in content.into_iter().filter(|document: &&Value<'_>| !document.is_map()) {
            let message = "A Compose file is a mapping with keys such as `services`, nothing else.";
            errors.push(LoadError::new(LoadErrorKind::WrongType, at(document.span()), message));
        }
    }
    errors.len() == before
}
