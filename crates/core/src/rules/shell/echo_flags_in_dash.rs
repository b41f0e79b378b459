//! `echo -e` in dash, which prints the flag.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Dialect, Facts, printf_for_echo};

pub(super) const META: Meta = Meta {
    code: "SC3036",
    severity: Severity::Error,
    category: Category::Shell,
    aliases: &["hadolint:SC3036"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    let allowed = match facts.dialect() {
        Dialect::Dash => "n",
        Dialect::Busybox => "en",
        _ => return,
    };
    for fact in facts.named("echo") {
        let Some((word, text)) = fact.simple.leading_echo_flags() else { continue };
        if !text.chars().all(|c| allowed.contains(c)) {
            let found = cx.report(word.span, format!("This shell prints `-{text}` as text. Use `printf`."));
            if let Some(edit) = printf_for_echo(fact.simple, &text) {
                found.unsafe_fix("Use `printf`", [edit]);
            }
        }
    }
}
