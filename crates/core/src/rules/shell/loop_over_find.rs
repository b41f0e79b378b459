//! `for f in $(find ...)`: names with blanks fall apart.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, loop_over_command};

pub(super) const META: Meta = Meta {
    code: "SC2044",
    category: Category::Shell,
    aliases: &["hadolint:SC2044"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for (part, _) in facts.loops.iter().filter_map(|clause| loop_over_command(clause, "find")) {
        cx.report(
            part.span,
            "File names with blanks fall apart here, and names with `*` are expanded. Use `find ... -exec ... {} +`.",
        );
    }
}
