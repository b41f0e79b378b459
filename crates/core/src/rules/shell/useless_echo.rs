//! `echo "$(cmd)"`: cmd prints by itself.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, PartKind, Word, unwrap};

pub(super) const META: Meta = Meta {
    code: "SC2005",
    severity: Severity::Style,
    category: Category::Shell,
    aliases: &["hadolint:SC2005"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.commands {
        let [name, argument] = fact.simple.words.as_slice() else { continue };
        if name.is("echo") && is_one_pipeline(argument) {
            let source = cx.source();
            let found = cx
                .report(fact.simple.span, "The command prints its output by itself. Run it without `echo`.");
            let outer = name.span.to(argument.span);
            let inner = argument.flat_parts().find_map(|(part, _)| match &part.kind {
                PartKind::Substitution(list) => Some(list.span),
                _ => None,
            });
            if let Some(edits) = inner.and_then(|inner| unwrap(source, outer, inner)) {
                found.unsafe_fix("Run the command itself", edits);
            }
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
