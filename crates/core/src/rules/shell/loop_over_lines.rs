//! `for x in $(cat f)`: words, not lines.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Command, Facts, List};

pub(super) const META: Meta = Meta {
    code: "SC2013",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2013"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

const PROGRAMS: [&str; 8] = ["awk", "cat", "cut", "egrep", "fgrep", "grep", "sed", "sort"];

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for words in facts.loops.iter().filter_map(|clause| clause.words.as_deref()) {
        let [word] = words else { continue };
        let [part] = word.parts.as_slice() else { continue };
        if part.substitution().is_some_and(prints_lines) {
            cx.report(
                part.span,
                "The loop goes word by word, not line by line. Write `while read -r ...; do ...; done < file`.",
            );
        }
    }
}

/// Whether the commands are one pipeline of programs that work on lines.
fn prints_lines(list: &List<'_>) -> bool {
    let [item] = list.items.as_slice() else { return false };
    let [pipeline] = item.pipelines.as_slice() else { return false };
    let name =
        |command: &Command<'_>| command.as_simple().and_then(|simple| simple.name().map(str::to_owned));
    pipeline
        .commands
        .iter()
        .all(|command| name(command).is_some_and(|name| PROGRAMS.contains(&name.as_str())))
}
