//! `$UID` in sh, which does not set it.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Facts;

pub(super) const META: Meta = Meta {
    code: "SC3028",
    category: Category::Shell,
    aliases: &["hadolint:SC3028"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

const BASH_ONLY: [&str; 20] = [
    "OSTYPE",
    "MACHTYPE",
    "HOSTTYPE",
    "HOSTNAME",
    "DIRSTACK",
    "EUID",
    "UID",
    "SHLVL",
    "PIPESTATUS",
    "SHELLOPTS",
    "BASHOPTS",
    "BASHPID",
    "EPOCHREALTIME",
    "EPOCHSECONDS",
    "FUNCNAME",
    "GROUPS",
    "MAPFILE",
    "RANDOM",
    "SECONDS",
    "_",
];

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    let dialect = facts.dialect();
    if !dialect.lacks_bashisms() {
        return;
    }
    let expanded = facts.parts.iter().filter_map(|fact| {
        let parameter = fact.part.parameter()?;
        Some((parameter.name.as_ref(), fact.part.span))
    });
    let computed = facts.arithmetic.iter().map(|name| (name.value, name.span));
    for (name, span) in expanded.chain(computed) {
        let array = name.starts_with("BASH_") && name != "BASH_VERSION";
        let assigned = facts.variables.assigned.contains_key(name) || facts.variables.excused.contains(name);
        if !array && !BASH_ONLY.contains(&name) || assigned || (name == "_" && dialect.is_ash()) {
            continue;
        }
        cx.report(
            span,
            format!(
                "sh does not set `{name}`; in dash it is empty. Use a command instead, or set SHELL to bash."
            ),
        );
    }
}
