//! A variable that is assigned and never used.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, is_name};

pub(super) const META: Meta = Meta {
    code: "SC2034",
    category: Category::Shell,
    aliases: &["hadolint:SC2034"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    let variables = &facts.variables;
    for (name, span) in &variables.assigned {
        if name.starts_with('_')
            || !is_name(name)
            || variables.referenced.contains(name)
            || variables.is_excused(name)
        {
            continue;
        }
        cx.report(
            *span,
            format!("`{name}` is never used, and a later instruction or command does not see it. Export it, use ENV, or remove it."),
        );
    }
}
