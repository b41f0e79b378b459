//! `{a,b}` in sh, which takes it literally.

use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, PartKind};

pub(super) const META: Meta = Meta {
    code: "SC3009",
    category: Category::Shell,
    aliases: &["hadolint:SC3009"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    if !facts.dialect().lacks_bashisms() {
        return;
    }
    for fact in
        facts.parts.iter().filter(|fact| matches!(fact.part.kind, PartKind::Braces(_)) && !fact.in_parameter)
    {
        cx.report(
            fact.part.span,
            "sh does not expand braces: it uses a name that contains them. Write the words out, or set SHELL to bash.",
        );
    }
}
