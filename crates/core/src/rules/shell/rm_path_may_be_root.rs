//! `rm -rf "$x"/*`: with an empty x it removes `/*`.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Word, removed_paths};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC2115",
    category: Category::Shell,
    aliases: &["hadolint:SC2115"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.commands {
        for removed in
            removed_paths(fact.simple).filter(|removed| !removed.literal || removed.path.contains('*'))
        {
            if removed.is_system_path() {
                let found = cx.report(
                    removed.word.span,
                    format!("If what is expanded here is empty, this removes `{}`. Write `\"${{x:?}}\"`, which stops instead.", removed.path),
                );
                let edits = guarded(removed.word);
                if !edits.is_empty() {
                    found.unsafe_fix("Stop where it is empty", edits);
                }
            }
        }
    }
}

/// `$x` and `${x}` as `${x:?}`.
fn guarded(word: &Word<'_>) -> Vec<Edit> {
    let parameters = word.flat_parts().filter_map(|(part, _)| Some((part.span, part.parameter()?)));
    let plain = parameters.filter(|(_, parameter)| {
        parameter.operator.is_none()
            && parameter.index.is_none()
            && !parameter.length
            && !parameter.is_special()
    });
    plain.map(|(span, parameter)| Edit::replace(span, format!("${{{}:?}}", parameter.name))).collect()
}
