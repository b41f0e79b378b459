//! A host port below 1024.

use crate::compose::ComposeFile;
use crate::compose::published::published_ports;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC107",
    severity: Severity::Info,
    category: Category::Ports,
    group: Group::OptIn,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for port in file.services().flat_map(published_ports).filter(|port| !port.has_unknown) {
        let Some(published) = port.mapping.published.filter(|published| (1..1024).contains(&published.start))
        else {
            continue;
        };
        let message = format!(
            "Host port {} is below 1024: an engine without root may not take it, and programs of the host often have it. Publish a higher one.",
            published.start
        );
        cx.report(published.span, message);
    }
}
