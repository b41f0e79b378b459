//! `echo 'a\nb'`: whether the escape is expanded depends on the shell.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Dialect, Facts, PartKind, Word, printf_for_echo};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC2028",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2028"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !matches!(facts.dialect(), Dialect::Posix | Dialect::Bash | Dialect::Ksh) {
        return;
    }
    for fact in facts.named("echo") {
        if fact.simple.has_flag(&["e"]) {
            continue;
        }
        for word in fact.simple.arguments().iter().filter(|word| has_escape(word)) {
            let found = cx.report(
                word.span,
                "Some shells' `echo` expands backslash escapes and others' prints them as they are. Use `printf` for the escape.",
            );
            let flags = fact.simple.leading_echo_flags().map(|(_, flags)| flags);
            if let Some(edit) = printf_for_echo(fact.simple, flags.as_deref().unwrap_or_default()) {
                // Escapes are meant, whatever the flags say.
                let edit = Edit { text: edit.text.replace("%s", "%b"), ..edit };
                found.unsafe_fix("Use `printf`", [edit]);
            }
        }
    }
}

fn has_escape(word: &Word<'_>) -> bool {
    if word.parts.iter().any(|part| matches!(part.kind, PartKind::AnsiC(_))) {
        return false;
    }
    let text = word.text_with(|_| "".into());
    text.split('\\').skip(1).any(|rest| {
        let mut chars = rest.chars();
        match chars.next() {
            // Two backslashes in a row.
            None => true,
            Some('x') => chars.next().is_some_and(|c| c.is_ascii_hexdigit()),
            Some(c) => matches!(c, 'r' | 'n' | 't' | 'a' | 'b' | 'e' | 'f' | 'v' | '\'' | '0'..='7'),
        }
    })
}
