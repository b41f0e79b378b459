//! `sudo a > f`: the redirection is not that of sudo.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, RedirectOperator};

pub(super) const META: Meta = Meta {
    code: "SC2024",
    category: Category::Shell,
    aliases: &["hadolint:SC2024"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.commands.iter().filter(|fact| fact.simple.is_exactly("sudo")) {
        for redirect in fact.simple.redirects.iter().filter(|redirect| redirect.fd.is_none()) {
            let opens = matches!(
                redirect.operator.value,
                RedirectOperator::Read
                    | RedirectOperator::Write
                    | RedirectOperator::Append
                    | RedirectOperator::WriteBoth
            );
            if opens && !redirect.target.is("/dev/null") {
                cx.report(
                    redirect.operator.span,
                    "The shell opens this file without the rights of `sudo`. Write `... | sudo tee file`, or `sudo sh -c '...'`.",
                );
            }
        }
    }
}
