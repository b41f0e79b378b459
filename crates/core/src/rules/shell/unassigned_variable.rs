//! A lower-case variable that nothing assigns.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Facts;

pub(super) const META: Meta = Meta {
    code: "SC2154",
    category: Category::Shell,
    aliases: &["hadolint:SC2154"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if facts.open {
        return;
    }
    let variables = &facts.variables;
    for (name, span) in &variables.required {
        let own = name.contains(|c: char| c.is_ascii_lowercase());
        if own && !variables.assigned.contains_key(name) && !variables.is_excused(name) {
            cx.report(
                *span,
                format!("Nothing assigns `{name}`, so it is empty here. Assign it in this RUN, declare it with ARG, or write `${{{name}:-}}`."),
            );
        }
    }
}
