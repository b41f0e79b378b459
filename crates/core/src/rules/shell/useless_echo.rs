//! `echo "$(cmd)"`: cmd prints by itself.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Word};

pub(super) const META: Meta = Meta {
    code: "SC2005",
    severity: Severity::Style,
    category: Category::Shell,
    aliases: &["hadolint:SC2005"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.commands {
        let [name, argument] = fact.simple.words.as_slice() else { continue };
        if name.is("echo") && is_one_pipeline(argument) {
            cx.report(fact.simple.span, "The command prints its output by itself. Run it without `echo`.");
        }
    }
}

/// Whether the word is the output of one command or pipeline, which is more than a redirection.
fn is_one_pipeline(word: &Word<'_>) -> bool {
    let mut parts = word.flat_parts();
    let (Some((part, _)), None) = (parts.next(), parts.next()) else { return false };
    let Some([and_or]) = part.substitution().map(|list| list.items.as_slice()) else { return false };
    let [pipeline] = and_or.pipelines.as_slice() else { return false };
    let only_redirects = |simple: &crate::shell::Simple<'_>| simple.words.is_empty();
    !matches!(pipeline.commands.as_slice(), [command] if command.as_simple().is_some_and(only_redirects))
}
