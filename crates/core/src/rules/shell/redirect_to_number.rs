//! `install a<2`: the shell reads a file named 2.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, RedirectOperator};

pub(super) const META: Meta = Meta {
    code: "SC2210",
    category: Category::Shell,
    aliases: &["hadolint:SC2210"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for redirect in facts.commands.iter().flat_map(|fact| &fact.simple.redirects) {
        let to_file = matches!(
            redirect.operator.value,
            RedirectOperator::Read
                | RedirectOperator::Write
                | RedirectOperator::Append
                | RedirectOperator::WriteBoth
        );
        let name = redirect.target.bare().unwrap_or_default();
        if to_file && !name.is_empty() && name.bytes().all(|b| b.is_ascii_digit()) {
            cx.report(
                redirect.span,
                format!(
                    "This is a redirection: the file is named `{name}`. Quote a comparison, write `&{name}` for a file descriptor."
                ),
            );
        }
    }
}
