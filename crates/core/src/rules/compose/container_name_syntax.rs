//! A `container_name` that the engine refuses.

use crate::compose::ComposeFile;
use crate::compose::outline::services;
use crate::diagnostic::Severity;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC308",
    severity: Severity::Error,
    aliases: &["dclint:service-container-name-regex"],
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    let names = services(yaml).filter_map(|service| service.value.get("container_name"));
    for name in names.filter_map(|name| name.as_scalar()) {
        if !name.value.contains('$') && !is_container_name(&name.value) {
            let message = format!(
                "`{}` cannot name a container. Use at least two letters, digits, `_`, `.` or `-`, beginning with a letter or digit.",
                name.value
            );
            cx.report(name.span, message);
        }
    }
}

/// `[a-zA-Z0-9][a-zA-Z0-9_.-]+`, as the engine has it.
fn is_container_name(name: &str) -> bool {
    name.len() > 1
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-'))
}
