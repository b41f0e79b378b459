//! `echo done`: a keyword where it is only a word.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Role};

pub(super) const META: Meta = Meta {
    code: "SC1010",
    category: Category::Shell,
    aliases: &["hadolint:SC1010"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.words.iter().filter(|fact| fact.role == Role::Argument) {
        let Some(keyword @ ("do" | "done" | "then" | "fi" | "esac")) = fact.word.bare() else { continue };
        cx.report(
            fact.word.span,
            format!("Here `{keyword}` is an argument. Put a `;` or newline before it if it is the keyword, or quote it."),
        );
    }
}
