//! `echo -e` in sh, which need not know the flag.

use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Dialect, Facts, printf_for_echo};

pub(super) const META: Meta = Meta {
    code: "SC3037",
    category: Category::Shell,
    aliases: &["hadolint:SC3037"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if facts.dialect() != Dialect::Posix {
        return;
    }
    for fact in facts.named("echo") {
        let Some((word, text)) = fact.simple.leading_echo_flags() else { continue };
        let found = cx.report(
            word.span,
            format!("Not every sh knows `echo -{text}`; dash prints `-e` as text. Use `printf`, or set SHELL to bash."),
        );
        if let Some(edit) = printf_for_echo(fact.simple, &text) {
            found.unsafe_fix("Use `printf`", [edit]);
        }
    }
}
