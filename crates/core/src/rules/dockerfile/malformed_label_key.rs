//! Label keys that do not follow the naming rules.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3048",
    severity: Severity::Style,
    category: Category::Style,
    aliases: &["hadolint:DL3048"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions() {
        let InstructionKind::Label(labels) = &instruction.kind else { continue };
        for label in &labels.pairs {
            let key = label.name.trim_matches(['"', '\'']);
            if let Some(reason) = reason(key) {
                cx.report(label.name.whole(), format!("The label key `{key}` {reason}."));
            }
        }
    }
}

/// What is wrong with a label key, if anything is.
fn reason(key: &str) -> Option<&'static str> {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_/".contains(c);
    if ["com.docker.", "io.docker.", "org.dockerproject."].iter().any(|reserved| key.starts_with(reserved)) {
        Some("is in a name space that is reserved for Docker")
    } else if !key.starts_with(|c: char| c.is_ascii_lowercase()) {
        Some("does not begin with a lower-case letter")
    } else if !key.ends_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit()) {
        Some("does not end with a lower-case letter or digit")
    } else if !key.chars().all(allowed) {
        Some("holds other characters than lower-case letters, digits, `.`, `-`, `_` and `/`")
    } else if key.contains("..") || key.contains("--") {
        Some("holds two separators in a row")
    } else {
        None
    }
}
