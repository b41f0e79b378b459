//! The instructions of a Dockerfile.

use super::{Completion, Word};
use crate::dockerfile::{self, KEYWORDS};

pub(super) fn completions(word: &Word<'_>) -> Vec<Completion> {
    // In a continued line or a here-document the first word is no instruction.
    let text = word.replaced("RUN");
    let (tree, _) = dockerfile::parse(&text);
    if !tree.instructions.iter().any(|instruction| instruction.span.start == word.span.start) {
        return Vec::new();
    }
    let keyword = |keyword: &dockerfile::Keyword| Completion {
        label: keyword.name,
        suffix: if word.after.is_empty() { " " } else { "" },
        doc: keyword.doc,
        deprecated: keyword.deprecated,
        ..Completion::default()
    };
    KEYWORDS.iter().map(keyword).collect()
}

#[cfg(test)]
mod tests {
    use crate::{FileKind, complete::completions};

    #[test]
    fn instructions_are_offered_where_one_begins() {
        for (text, offered) in [
            ("|", true),
            ("FROM a\n  EXP|", true),
            ("FROM a\n|RUN x", true),
            ("FROM a\nRUN a \\\n  |", false),
            ("FROM a\nRUN <<E\nec|\nE\n", false),
            ("FROM a|", false),
        ] {
            let at = text.find('|').unwrap();
            let found = completions(FileKind::Dockerfile, &text.replace('|', ""), at as u32);
            assert_eq!(found.is_some(), offered, "{text}");
        }
    }
}
