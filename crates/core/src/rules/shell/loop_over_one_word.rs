//! `for x in /a; do`: the loop runs once.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, PartKind, Word};

pub(super) const META: Meta = Meta {
    code: "SC2043",
    category: Category::Shell,
    aliases: &["hadolint:SC2043"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for clause in &facts.loops {
        let Some([word]) = clause.words.as_deref() else { continue };
        if is_one_word(word) {
            cx.report(word.span, "The list has one word, so the loop runs once. Check for quotes around a list, or a missing `$` or `*`.");
        }
    }
}

/// Whether the word can not become several, and was not meant as a list in quotes (which is another mistake).
fn is_one_word(word: &Word<'_>) -> bool {
    let quoted_list = matches!(word.parts.as_slice(), [part] if matches!(part.kind, PartKind::Single(_)));
    let expands = word.flat_parts().any(|(part, _)| part.is_expansion());
    let comma = word.bare().is_some_and(|text| text.contains(','));
    !quoted_list
        && !expands
        && !comma
        && !word.may_be_several()
        && !word.parts.iter().any(|part| matches!(part.kind, PartKind::ExtGlob(_)))
}
