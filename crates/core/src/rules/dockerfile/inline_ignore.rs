//! Ignore pragmas of hadolint's form.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL1001",
    severity: Severity::Info,
    category: Category::Style,
    group: Group::Explicit,
    aliases: &["hadolint:DL1001"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for comment in &build.file.comments {
        if is_ignore(comment.text) {
            cx.report(comment.span, "This comment switches off rules for the next instruction.");
        }
    }
}

/// hadolint's own form: `hadolint ignore=DL3006,SC2086`, and nothing else but a remark after a further `#`.
fn is_ignore(comment: &str) -> bool {
    let text = comment.split('#').next().unwrap_or_default().trim();
    let Some(list) = text.strip_prefix("hadolint").and_then(|rest| rest.trim_start().strip_prefix("ignore"))
    else {
        return false;
    };
    let Some(list) = list.trim_start().strip_prefix('=') else { return false };
    let is_code = |code: &str| {
        let code = code.trim();
        let digits = code.strip_prefix("DL").or_else(|| code.strip_prefix("SC"));
        digits.is_some_and(|digits| !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit()))
    };
    list.split(',').all(is_code)
}
