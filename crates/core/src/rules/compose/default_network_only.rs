//! Many services on one network.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC437",
    severity: Severity::Info,
    category: Category::Security,
    group: Group::OptIn,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for document in file.documents.iter().map(|value| crate::compose::File { value }) {
        let services: Vec<_> = document.services().collect();
        let apart = services.iter().any(|s| s.get("networks").is_some() || s.get("network_mode").is_some());
        let Some(entry) = document.entry("services").filter(|_| services.len() > 2 && !apart) else {
            continue;
        };
        cx.report(
            entry.key.place.span,
            "All services share the default network, so each reaches every port of every other. Give those that belong together a network of their own.",
        );
    }
}
