//! `ENV name value` and `LABEL name value`.

use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Mapped};

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
        if let Some(value) = pair.value.as_ref().and_then(|value| quoted(value)) {
            found.safe_fix(
                "Write it with `=`",
                [Edit::replace(pair.span, format!("{}={value}", &*pair.name))],
            );
        }
    }
}

/// The value as it has to be written behind an equals sign; `None` where it spans lines or its quotes are not plain.
fn quoted(value: &Mapped<'_>) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@%+,=${}^~#!?*[]();<>&|".contains(c);
    if value.whole().len() != value.len() {
        return None;
    }
    if value.chars().all(plain) {
        return Some(value.to_string());
    }
    let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    if inner.is_some_and(|inner| !inner.contains(['"', '\\'])) {
        return Some(value.to_string());
    }
    (!value.contains(['"', '\'', '\\'])).then(|| format!("\"{}\"", &**value))
}
