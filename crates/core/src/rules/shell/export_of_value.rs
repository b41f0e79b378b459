//! `export $name`: exports the variable that name names.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Word};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC2163",
    category: Category::Shell,
    aliases: &["hadolint:SC2163"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.commands.iter().filter(|fact| fact.simple.is_exactly("export")) {
        for word in fact.simple.arguments() {
            if let Some(name) = plain_variable(word) {
                cx.report(
                    word.span,
                    format!("This exports the variable whose name is in `{name}`, not `{name}` itself. Write `export {name}`."),
                )
                .unsafe_fix(format!("Write `export {name}`"), [Edit::replace(word.span, name)]);
            }
        }
    }
}

/// The name, if the word is `$name` and nothing else.
fn plain_variable<'s>(word: &'s Word<'_>) -> Option<&'s str> {
    let mut parts = word.flat_parts();
    let (Some((part, _)), None) = (parts.next(), parts.next()) else { return None };
    let parameter = part.parameter()?;
    let plain = parameter.operator.is_none()
        && parameter.index.is_none()
        && !parameter.is_special()
        && !parameter.length;
    plain.then_some(&parameter.name)
}
