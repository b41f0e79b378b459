//! `ls | sort`: names for people, read by a program.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, Simple, Word};

pub(super) const META: Meta = Meta {
    code: "SC2012",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2012"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for pair in facts.pipelines.iter().flat_map(|pipeline| pipeline.commands.windows(2)) {
        let [first, next] = pair else { continue };
        let Some(ls) =
            first.as_simple().filter(|simple| simple.exact_name().is_some_and(|name| name == "ls"))
        else {
            continue;
        };
        let reader = next.as_simple().and_then(Simple::exact_name).unwrap_or_default();
        let raw = |word: &Word<'_>| {
            word.literal_prefix().strip_prefix('-').is_some_and(|flags| flags.contains('N'))
        };
        if !matches!(reader.as_ref(), "grep" | "xargs") && !ls.arguments().iter().any(raw) {
            cx.report(
                ls.span,
                "`ls` changes unusual names, and a name may span lines. Use a glob, or `find`.",
            );
        }
    }
}
