//! `find | xargs`: names with blanks or quotes fall apart.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Simple};

pub(super) const META: Meta = Meta {
    code: "SC2038",
    category: Category::Shell,
    aliases: &["hadolint:SC2038"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for (find, xargs) in facts.neighbours() {
        let pair = find.words.first().is_some_and(|word| word.is("find"))
            && xargs.words.first().is_some_and(|word| word.is("xargs"));
        if pair && !ends_names_safely(find) && !ends_names_safely(xargs) {
            cx.report(
                find.span,
                "File names with blanks or quotes fall apart between `find` and `xargs`. Use `find -print0 | xargs -0`, or `find -exec ... {} +`.",
            );
        }
    }
}

/// Whether an option says that names end with a null byte, or are printed in another way.
fn ends_names_safely(simple: &Simple<'_>) -> bool {
    simple.arguments().iter().any(|word| {
        let text = word.literal_prefix();
        let name = text.trim_start_matches('-');
        text.starts_with('-')
            && (text.contains('0') || ["null", "print0", "printf"].iter().any(|p| name.starts_with(p)))
    })
}
