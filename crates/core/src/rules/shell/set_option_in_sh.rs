//! `set -o pipefail` in sh, which need not know it.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Dialect, Facts, Simple, Word};

pub(super) const META: Meta = Meta {
    code: "SC3040",
    category: Category::Shell,
    aliases: &["hadolint:SC3040"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

const KNOWN: [&str; 12] = [
    "allexport",
    "errexit",
    "ignoreeof",
    "monitor",
    "noclobber",
    "noexec",
    "noglob",
    "nolog",
    "notify",
    "nounset",
    "verbose",
    "vi",
];

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if facts.dialect() != Dialect::Posix {
        return;
    }
    for fact in facts.commands.iter().filter(|fact| fact.simple.is_exactly("set")) {
        if let Some((word, name)) = unknown_option(fact.simple) {
            cx.report(
                word.span,
                format!("sh need not know `set -o {name}`; older dash ends with \"Illegal option\". Set SHELL to a shell that knows it."),
            );
        }
    }
}

fn unknown_option<'s, 't>(simple: &'s Simple<'t>) -> Option<(&'s Word<'t>, String)> {
    let mut words = simple.arguments().iter();
    while let Some(word) = words.next() {
        let flag = word.literal()?;
        if flag == "--" || !flag.starts_with(['-', '+']) {
            return None;
        }
        if !flag.ends_with('o') {
            continue;
        }
        let name = words.next()?;
        let text = name.literal()?;
        if !KNOWN.contains(&text.as_ref()) && text != "xtrace" {
            return Some((name, text.into_owned()));
        }
    }
    None
}
