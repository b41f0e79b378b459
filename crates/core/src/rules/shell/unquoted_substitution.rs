//! `$(cmd)` without quotes: the shell splits the output and expands globs in it.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, List, quote};

pub(super) const META: Meta = Meta {
    code: "SC2046",
    category: Category::Shell,
    aliases: &["hadolint:SC2046"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.parts {
        let Some(list) = fact.part.substitution() else { continue };
        if fact.whole || fact.names_command || list.items.is_empty() || prints_plain_words(list) {
            continue;
        }
        let found = cx.report(
            fact.part.span,
            "The output stands without quotes, so the shell splits it at blanks and expands `*` in it. Put it in double quotes.",
        );
        if !facts.may_be_list(fact) {
            found.unsafe_fix("Quote the substitution", quote(fact.part.span));
        }
    }
}

/// Commands that print numbers, which are meant to become several words.
fn prints_plain_words(list: &List<'_>) -> bool {
    let name = list.single_simple().and_then(|simple| simple.name());
    matches!(name, Some("seq" | "pgrep"))
}
