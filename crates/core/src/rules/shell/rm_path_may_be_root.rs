//! `rm -rf "$x"/*`: with an empty x it removes `/*`.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, removed_paths};

pub(super) const META: Meta = Meta {
    code: "SC2115",
    category: Category::Shell,
    aliases: &["hadolint:SC2115"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.commands {
        for removed in
            removed_paths(fact.simple).filter(|removed| !removed.literal || removed.path.contains('*'))
        {
            if removed.is_system_path() {
                cx.report(
                    removed.word.span,
                    format!("If what is expanded here is empty, this removes `{}`. Write `\"${{x:?}}\"`, which stops instead.", removed.path),
                );
            }
        }
    }
}
