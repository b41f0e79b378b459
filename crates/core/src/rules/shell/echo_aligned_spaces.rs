//! `echo a     b`: the shell drops the blanks.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Facts;

pub(super) const META: Meta = Meta {
    code: "SC2291",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2291"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

/// So many columns are no accident.
const MIN_GAP: usize = 4;

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    let source = cx.source();
    let script = source.get(facts.script.span.start as usize..).unwrap_or_default();
    for fact in facts.named("echo") {
        let gap = fact.simple.arguments().windows(2).any(|pair| match pair {
            [first, second] => {
                let offset = |at: u32| at.saturating_sub(facts.script.span.start) as usize;
                columns_between(script, offset(first.span.end), offset(second.span.start)) >= MIN_GAP
            }
            _ => false,
        });
        if gap {
            cx.report(
                fact.simple.span,
                "`echo` prints one blank between its arguments, however many stand here. Quote the text.",
            );
        }
    }
}

/// How many columns of blanks lie between two bytes of the script, with a tab stop every 8; none across lines.
fn columns_between(script: &str, from: usize, to: usize) -> usize {
    let between = script.get(from..to).unwrap_or_default();
    if !between.chars().all(|c| c == ' ' || c == '\t') || !between.contains('\t') {
        return if between.contains(|c| c != ' ') { 0 } else { between.len() };
    }
    let line = script.get(..from).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    let start = line.chars().count();
    let end =
        between.chars().fold(start, |column, c| if c == '\t' { (column / 8 + 1) * 8 } else { column + 1 });
    end - start
}
