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
        if !name.value.contains('$') && !is_container_name(&name.value) && !is_refused_at_load(&name.value) {
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
    name.len() > 1 && name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.bytes().all(is_name_byte)
}

/// Whether not even a part of it could be a name: Compose itself refuses that when it loads the file.
fn is_refused_at_load(name: &str) -> bool {
    let part = |pair: &[u8]| {
        pair.first().is_some_and(u8::is_ascii_alphanumeric) && pair.iter().all(|b| is_name_byte(*b))
    };
    !name.as_bytes().windows(2).any(part)
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-')
}
