//! `cd x; ...; cd ..`: back from where?

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{AndOr, Facts, Simple};

pub(super) const META: Meta = Meta {
    code: "SC2103",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2103"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for list in facts.lists().into_iter().filter(|_| !facts.errexit) {
        let mut commands = list.items.iter().filter_map(AndOr::single_simple);
        let mut goes =
            |back: bool| commands.find(|simple| simple.is_exactly("cd") && leads_back(simple) == back);
        if let Some(back) = goes(false).and_then(|_| goes(true)) {
            cx.report(
                back.span,
                "If the `cd` before failed, this leaves the wrong directory. Use `( cd ... && ... )`, or WORKDIR.",
            );
        }
    }
}

/// `cd ..`, `cd -`
fn leads_back(simple: &Simple<'_>) -> bool {
    matches!(simple.arguments(), [word] if word.is("..") || word.is("-"))
}
