//! `[ a -a b ]`: not well defined.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, TestKind, Word};

pub(super) const META: Meta = Meta {
    code: "SC2166",
    category: Category::Shell,
    aliases: &["hadolint:SC2166"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for test in facts.tests.iter().filter(|test| test.kind == TestKind::Bracket) {
        for triple in test.words.windows(3) {
            let [before, operator, _] = triple else { continue };
            let text = operator.bare().unwrap_or_default();
            let joined = match text {
                "-a" => "&&",
                "-o" => "||",
                _ => continue,
            };
            if !expects_operand(before) {
                cx.report(
                    operator.span,
                    format!("`{text}` in `[ ]` is ambiguous and was removed from POSIX. Write `[ p ] {joined} [ q ]`."),
                );
            }
        }
    }
}

/// Whether what follows the word is an operand: then `-a` is one.
fn expects_operand(word: &Word<'_>) -> bool {
    matches!(
        word.bare(),
        Some("=" | "==" | "!=" | "!" | "-a" | "-o" | "(" | "-eq" | "-ne" | "-lt" | "-le" | "-gt" | "-ge")
    ) || word.is("(")
}
