//! `ps | grep x`: finds itself, too.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Simple};

pub(super) const META: Meta = Meta {
    code: "SC2009",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2009"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for (ps, grep) in facts.neighbours() {
        let is = |simple: &Simple<'_>, name: &str| simple.words.first().is_some_and(|word| word.is(name));
        if is(ps, "ps") && is(grep, "grep") && !ps.has_flag(&["p", "q", "pid", "ppid", "quick-pid"]) {
            cx.report(ps.span, "`grep` finds itself and other processes that mention the word. Use `pgrep`.");
        }
    }
}
