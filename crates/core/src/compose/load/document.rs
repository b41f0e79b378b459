//! What must hold of each file on its own: it is a mapping, and not empty.

use super::super::error::{LoadError, LoadErrorKind};
use super::super::file::ComposeFile;
use super::super::value::Place;
use crate::text::Span;

/// Returns whether the files can be checked any further.
pub(super) fn check(files: &[&ComposeFile<'_>], stack: &[u32], errors: &mut Vec<LoadError>) -> bool {
    let before = errors.len();
    let mut files = stack.iter().filter_map(|index| Some((*index, *files.get(*index as usize)?)));
    for (index, file) in files.clone() {
        // Nothing but comments is no document; a `---` with nothing below is one.
        let is_alone = file.documents.len() == 1 && stack.len() == 1;
        let wrong = file.documents.iter().filter(|document| !document.is_map());
        for document in wrong.filter(|document| !is_alone || !document.is_null()) {
            let message = match document.is_null() {
                true => "There is nothing in this document, which Compose refuses; remove its `---`.",
                false => "A Compose file is a mapping with keys such as `services`, nothing else.",
            };
            let place = Place { file: index, span: document.span() };
            errors.push(LoadError::new(LoadErrorKind::WrongType, place, message));
        }
    }
    let is_empty = |file: &ComposeFile<'_>| file.yaml.documents().all(|node| node.is_null());
    if files.clone().all(|(_, file)| is_empty(file))
        && let Some((first, _)) = files.next()
        && errors.len() == before
    {
        errors.push(empty_file(first));
    }
    errors.len() == before
}

pub(super) fn empty_file(file: u32) -> LoadError {
    let message = "There is nothing in this file, so Compose refuses it.";
    LoadError::new(LoadErrorKind::EmptyFile, Place { file, span: Span::default() }, message)
}
