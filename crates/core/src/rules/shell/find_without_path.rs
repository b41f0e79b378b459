//! `find -name x`: only GNU find searches the current directory by itself.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, Simple, Word};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC2185",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2185"],
    fix: FixSafety::Safe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in facts.named("find") {
        let asks_help = fact.simple.has_flag(&["help", "h"]) && fact.simple.words.len() == 2;
        if !asks_help && !has_path(fact.simple) {
            let found = cx.report(
                fact.simple.span,
                "Without a path, only GNU `find` searches the current directory. Write `find . ...`.",
            );
            let options = |word: &&Word<'_>| ["-H", "-L", "-P"].iter().any(|option| word.is(option));
            let before = fact.simple.arguments().iter().take_while(options).last();
            if let Some(word) = before.or(fact.simple.words.first()) {
                found.safe_fix("Write `.`", [Edit::insert(word.span.end, " .")]);
            }
        }
    }
}

fn has_path(simple: &Simple<'_>) -> bool {
    for word in simple.arguments() {
        let text = word.literal_prefix();
        if !text.starts_with('-') || word.literal().is_none() && text.is_empty() {
            return true;
        }
        let option = text.len() <= 2 || text.chars().all(|c| "-EHLPXdfsxO".contains(c) || c.is_ascii_digit());
        if !option {
            return false;
        }
    }
    false
}
