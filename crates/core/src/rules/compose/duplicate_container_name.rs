//! Two services with the same `container_name`.

use crate::compose::ComposeFile;
use crate::compose::outline::{key_text, service_lists};
use crate::diagnostic::Severity;
use crate::rules::{Check, Meta, Reporter};
use crate::text::Span;
use std::collections::HashMap;

pub(super) const META: Meta = Meta {
    code: "DC307",
    severity: Severity::Error,
    aliases: &["dclint:no-duplicate-container-names"],
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    for services in service_lists(yaml) {
        let mut first: HashMap<&str, (&str, Span)> = HashMap::new();
        for service in services.entries() {
            let Some(name) = service.value.get("container_name").and_then(|name| name.as_scalar()) else {
                continue;
            };
            let here = (key_text(service), name.span);
            if let Some((other, span)) = first.get(&*name.value) {
                let message = format!(
                    "`{}` is the container name of `{other}` too, and two containers cannot share it. Give it another name, or none.",
                    name.value
                );
                cx.report(name.span, message).related(*span, "first used here");
            } else {
                first.insert(&name.value, here);
            }
        }
    }
}
