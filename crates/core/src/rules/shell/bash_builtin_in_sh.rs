//! `pushd`, `shopt` and other builtins of bash in sh.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Facts;

pub(super) const META: Meta = Meta {
    code: "SC3044",
    category: Category::Shell,
    aliases: &["hadolint:SC3044"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

const BUILTINS: [&str; 14] = [
    "caller",
    "compgen",
    "complete",
    "declare",
    "dirs",
    "disown",
    "enable",
    "mapfile",
    "popd",
    "pushd",
    "readarray",
    "shopt",
    "suspend",
    "typeset",
];

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().lacks_bashisms() {
        return;
    }
    for fact in &facts.commands {
        let name = fact.simple.words.iter().find(|word| !word.is("command") && !word.is("builtin"));
        let Some(name) =
            name.and_then(|word| word.literal()).filter(|name| BUILTINS.contains(&name.as_ref()))
        else {
            continue;
        };
        cx.report(
            fact.simple.span,
            format!(
                "sh need not know `{name}`; dash ends with \"not found\". Do without, or set SHELL to bash."
            ),
        );
    }
}
