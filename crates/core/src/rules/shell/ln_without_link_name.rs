//! `ln -s target`: the link's place is left to chance.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Facts;

pub(super) const META: Meta = Meta {
    code: "SC2226",
    category: Category::Shell,
    aliases: &["hadolint:SC2226"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.named("ln") {
        let mut operands = fact.simple.operands();
        let (Some(only), None) = (operands.next(), operands.next()) else { continue };
        // `-t`, `--target`, ... name the directory.
        let names_directory = fact.simple.flags().any(|(flag, _)| "target-directory".starts_with(&flag));
        if !only.may_be_several() && !names_directory {
            cx.report(
                fact.simple.span,
                "With one operand, `ln` makes the link in the current directory. Name the link, or write `.`.",
            );
        }
    }
}
