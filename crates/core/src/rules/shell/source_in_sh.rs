//! `source` in sh, which knows only `.`.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::Facts;
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC3046",
    category: Category::Shell,
    aliases: &["hadolint:SC3046"],
    fix: FixSafety::Safe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().is_plain_sh() {
        return;
    }
    for fact in &facts.commands {
        let mut words = fact.simple.words.iter();
        let name = words.find(|word| !word.is("command") && !word.is("builtin"));
        if let Some(word) = name.filter(|word| word.is("source")) {
            cx.report(word.span, "sh knows no `source`; dash ends with \"not found\". Write `.`.")
                .safe_fix("Write `.`", [Edit::replace(word.span, ".")]);
        }
    }
}
