//! [`completions`]: what could be written at a place of a file, for editors.

mod ignore_comment;
mod keyword;
mod word;

use crate::text::Span;
use crate::{FileKind, compose};
use serde::Serialize;

pub(crate) use word::Word;

/// What could stand at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completions {
    /// The word that stands there, which each of them would replace; empty where none does.
    pub span: Span,
    /// All of them, whatever the word begins with.
    pub items: Vec<Completion>,
}

/// Something that could be written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Completion {
    /// The text itself.
    pub label: &'static str,
    /// What belongs behind it, such as a colon.
    pub suffix: &'static str,
    /// What it is, in a word or two.
    pub detail: &'static str,
    /// One sentence about it.
    pub doc: &'static str,
    /// What to use instead, where it is out of date.
    pub deprecated: Option<&'static str>,
    /// The version of Docker Compose that brought it.
    pub since: Option<&'static str>,
}

/// What could stand at the byte `offset` of a file's text: keys and values of Compose files, the instructions of Dockerfiles, and the
/// rules that an ignore comment may name. `None` where nobody knows.
#[must_use]
pub fn completions(kind: FileKind, text: &str, offset: u32) -> Option<Completions> {
    let word = Word::at(text, offset)?;
    let items = match kind {
        _ if word.before.contains('#') => ignore_comment::completions(&word),
        FileKind::Compose => compose::schema::completions(&word),
        FileKind::Dockerfile => keyword::completions(&word),
        _ => Vec::new(),
    };
    (!items.is_empty()).then_some(Completions { span: word.span, items })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_place_can_be_asked_about(text in "(services:|a:|ports:|- |  |\n|\\{|\\}|\\[|x|é|\"|&a|\\*a|FROM|# docklint ignore=){0,20}", offset in 0_u32..80) {
            for kind in [FileKind::Compose, FileKind::Dockerfile, FileKind::Dotenv] {
                if let Some(found) = completions(kind, &text, offset) {
                    prop_assert!(text.get(found.span.range()).is_some());
                }
            }
        }
    }
}
