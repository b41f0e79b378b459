//! `cat f | cmd`: cmd reads the file by itself.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};
use crate::shell::{Command, Facts};

pub(super) const META: Meta = Meta {
    code: "SC2002",
    severity: Severity::Style,
    category: Category::Shell,
    group: Group::OptIn,
    aliases: &[],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for pipeline in facts.pipelines.iter().filter(|pipeline| pipeline.commands.len() > 1) {
        let Some(simple) = pipeline.commands.first().and_then(Command::as_simple) else { continue };
        let [_, file] = simple.words.as_slice() else { continue };
        let option = file.literal_prefix().starts_with('-');
        if simple.name() == Some("cat") && !option && !file.may_be_several() {
            cx.report(
                file.span,
                "Most commands read a file by themselves: give it as an argument, or with `<`.",
            );
        }
    }
}
