//! `a && $(b)`: the output of b is run.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, PartKind};

pub(super) const META: Meta = Meta {
    code: "SC2091",
    category: Category::Shell,
    aliases: &["hadolint:SC2091"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.commands {
        let [word] = fact.simple.words.as_slice() else { continue };
        let [part] = word.parts.as_slice() else { continue };
        if matches!(part.kind, PartKind::Substitution(_)) {
            cx.report(
                part.span,
                "This runs what the command prints. Without `$()` it runs the command itself.",
            );
        }
    }
}
