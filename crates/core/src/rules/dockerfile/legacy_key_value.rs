//! `ENV name value` and `LABEL name value`.

use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "BK012",
    category: Category::Style,
    aliases: &["buildkit:LegacyKeyValueFormat"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions() {
        let (InstructionKind::Env(pairs) | InstructionKind::Label(pairs)) = &instruction.kind else {
            continue;
        };
        let [pair] = pairs.pairs.as_slice() else { continue };
        if !pairs.legacy {
            continue;
        }
        let keyword = &instruction.keyword;
        let found = cx.report(
            keyword.whole(),
            format!("`{} name value` is an old form. Write `{}=...`.", &**keyword, &*pair.name),
        );
        let Some(value) = &pair.value else { continue };
        let gap = Span { start: pair.name.whole().end, end: value.whole().start };
        let edits = match form(value, build.file.escape) {
            Some(Form::Plain) => vec![Edit::replace(gap, "=")],
            Some(Form::InQuotes) => vec![Edit::replace(gap, "=\""), Edit::insert(value.whole().end, "\"")],
            None => continue,
        };
        if !build.file.has_comment_in(gap) {
            found.safe_fix("Write it with `=`", edits);
        }
    }
}

/// How a value has to be written behind an equals sign.
enum Form {
    Plain,
    InQuotes,
}

/// `None` where the quotes in the value are not plain.
fn form(value: &str, escape: char) -> Option<Form> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@%+,=${}^~#!?*[]();<>&|".contains(c);
    let is_quoted = |quote: char| {
        let inner = value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
        inner.is_some_and(|inner| !inner.contains([quote, escape]))
    };
    if value.chars().all(plain) || is_quoted('"') || is_quoted('\'') {
        return Some(Form::Plain);
    }
    (!value.contains(['"', '\'', escape])).then_some(Form::InQuotes)
}
