//! `"a "b" c"`: the inner quotes end the outer ones.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Part, PartKind};

pub(super) const META: Meta = Meta {
    code: "SC2140",
    category: Category::Shell,
    aliases: &["hadolint:SC2140"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.words {
        for three in fact.word.parts.windows(3) {
            let [before, middle, after] = three else { continue };
            let (PartKind::Double(first), PartKind::Double(second)) = (&before.kind, &after.kind) else {
                continue;
            };
            let joins = matches!(middle.raw.as_ref(), "=" | ":" | "/");
            if !matches!(middle.kind, PartKind::Literal)
                || joins
                || (is_expansion(first) && is_expansion(second))
            {
                continue;
            }
            cx.report(
                middle.span,
                "This stands outside the quotes, which the quote before it has ended. Use single quotes around, or escape the inner ones.",
            );
        }
    }
}

fn is_expansion(parts: &[Part<'_>]) -> bool {
    matches!(parts, [part] if part.is_expansion())
}
