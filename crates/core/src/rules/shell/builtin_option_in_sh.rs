//! An option of a builtin that only bash knows.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Dialect, Facts, Simple, Word};

pub(super) const META: Meta = Meta {
    code: "SC3045",
    category: Category::Shell,
    aliases: &["hadolint:SC3045"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    let dialect = facts.dialect();
    if !dialect.lacks_bashisms() {
        return;
    }
    for fact in &facts.commands {
        let Some((name, allowed)) = fact.simple.exact_name().and_then(|name| allowed(&name, dialect)) else {
            continue;
        };
        if let Some((flag, word)) = unknown_flag(fact.simple, allowed) {
            cx.report(word.span, format!("sh need not know `{name} -{flag}`; only bash is sure to. Do without it, or set SHELL to bash."));
        }
    }
}

/// The letters that each builtin must know.
fn allowed(name: &str, dialect: Dialect) -> Option<(&'static str, &'static str)> {
    let ash = dialect.is_ash();
    Some(match name {
        "cd" => ("cd", "LP"),
        "export" => ("export", "p"),
        "hash" => ("hash", if ash { "rv" } else { "r" }),
        "jobs" => ("jobs", "lp"),
        "printf" => ("printf", ""),
        "read" => ("read", if ash { "rp" } else { "r" }),
        "readonly" => ("readonly", "p"),
        "trap" => ("trap", ""),
        "type" => ("type", if dialect == Dialect::Busybox { "p" } else { "" }),
        "ulimit" if dialect != Dialect::Dash => ("ulimit", "f"),
        "umask" => ("umask", "S"),
        "unset" => ("unset", "fv"),
        "wait" => ("wait", ""),
        _ => return None,
    })
}

/// The first flag letter before the operands that is not allowed.
fn unknown_flag<'s, 't>(simple: &'s Simple<'t>, allowed: &str) -> Option<(char, &'s Word<'t>)> {
    for word in simple.arguments() {
        let text = word.literal_prefix();
        let letters = text.strip_prefix('-').filter(|letters| !letters.is_empty() && *letters != "-")?;
        if let Some(flag) = letters.chars().find(|c| !allowed.contains(*c)) {
            return Some((flag, word));
        }
    }
    None
}
