//! The rules that an ignore comment may name.

use super::{Completion, Word};
use crate::rules;

pub(super) fn completions(word: &Word<'_>) -> Vec<Completion> {
    let Some((_, said)) = word.before.rsplit_once("docklint") else { return Vec::new() };
    let said = said.strip_prefix(':').unwrap_or(said).trim_start();
    if said.is_empty() {
        let scope = |label, doc| Completion { label, suffix: "=", doc, ..Completion::default() };
        return vec![
            scope("ignore", "For the instruction or the line below, or for the line that this comment ends."),
            scope("ignore-file", "For the whole file."),
        ];
    }
    let list = said.strip_prefix("ignore").map(|rest| rest.strip_prefix("-file").unwrap_or(rest));
    match list.and_then(|list| list.strip_prefix('=')) {
        Some(list) if !list.contains(char::is_whitespace) => rules::all()
            .map(|rule| Completion { label: rule.meta.code, detail: rule.name, ..Completion::default() })
            .collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{FileKind, complete::completions};

    #[test]
    fn rules_are_offered_where_they_can_be_named() {
        let count =
            |kind, text: &str| completions(kind, text, text.len() as u32).map_or(0, |c| c.items.len());
        for (text, offered) in [
            ("# docklint ", true),
            ("# docklint ig", true),
            ("# docklint ignore=", true),
            ("A=1 # docklint ignore=EV0", true),
            ("# docklint ignore-file=EV001,E", true),
            ("# docklint ignore=EV001 the reason", false),
            ("# docklint forgive=", false),
            ("# ignore=", false),
            ("docklint ignore=", false),
        ] {
            assert_eq!(count(FileKind::Dotenv, text) > 0, offered, "{text}");
        }
        assert!(count(FileKind::Dockerfile, "# docklint ignore=") > 100);
    }
}
