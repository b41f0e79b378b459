//! A word that is a boolean for some readers only.

use crate::compose::ComposeFile;
use crate::compose::Value;
use crate::diagnostic::Severity;
use crate::rules::{Check, FixSafety, Meta, Reporter};
use crate::text::Edit;
use crate::yaml::Style;

pub(super) const META: Meta = Meta {
    code: "DC509",
    severity: Severity::Info,
    fix: FixSafety::Safe,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    const FLAGS: [&str; 6] = ["init", "oom_kill_disable", "privileged", "read_only", "stdin_open", "tty"];
    for service in file.services() {
        for flag in FLAGS.iter().filter_map(|key| service.get(key)) {
            if let Some(value) = word(flag) {
                let message = format!(
                    "Compose warns about `{}`, which is a boolean in YAML 1.1 only. Write `{value}`.",
                    flag.span().of(cx.source())
                );
                cx.report(flag.span(), message)
                    .safe_fix("Write a boolean of YAML 1.2", [Edit::replace(flag.span(), value.to_string())]);
            }
        }
        for entry in service.get("environment").into_iter().flat_map(|map| map.entries()) {
            if word(&entry.value).is_some() {
                let span = entry.value.span();
                let text = span.of(cx.source());
                let message =
                    format!("`{text}` is text for Compose and a boolean for readers of YAML 1.1. Quote it.");
                cx.report(span, message)
                    .safe_fix("Quote the value", [Edit::replace(span, format!("\"{text}\""))]);
            }
        }
    }
}

/// The boolean that a plain `yes`, `no`, `on` or `off` is in YAML 1.1.
fn word(value: &Value<'_>) -> Option<bool> {
    let text = value.as_text().filter(|text| text.style() == Style::Plain)?;
    match text.to_ascii_lowercase().as_str() {
        "yes" | "on" => Some(true),
        "no" | "off" => Some(false),
        _ => None,
    }
}
