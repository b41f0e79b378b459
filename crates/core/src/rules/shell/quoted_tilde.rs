//! `"~/x"`: the shell leaves it as it is.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, PartKind, Simple};

pub(super) const META: Meta = Meta {
    code: "SC2088",
    category: Category::Shell,
    aliases: &["hadolint:SC2088"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.words {
        let word = fact.word;
        let first = word.parts.first();
        // `export A="~/x"` hands the value over as it is, too.
        let value = word
            .assigned_name()
            .filter(|_| word.parts.first().is_some_and(|part| part.raw.ends_with('=')))
            .and_then(|_| word.parts.get(1));
        let exports = || {
            facts
                .command_of(fact.command)
                .and_then(Simple::name)
                .is_some_and(|name| matches!(name, "export" | "readonly" | "local" | "declare" | "typeset"))
        };
        let quoted = first.into_iter().chain(value.filter(|_| exports()));
        for part in quoted {
            let text = match &part.kind {
                PartKind::Single(text) => text.as_ref(),
                PartKind::Double(parts) => parts.first().map_or("", |part| part.raw.as_ref()),
                _ => continue,
            };
            if text.starts_with("~/") {
                cx.report(
                    part.span,
                    "Quotes keep the shell from replacing `~`. Write it outside the quotes, or `$HOME`.",
                );
            }
        }
    }
}
