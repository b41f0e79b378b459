//! `links` between services.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC512",
    severity: Severity::Info,
    category: Category::Style,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        for (key, instead) in [
            (
                "links",
                "services reach each other by name anyway. Use `depends_on` for the order, and `networks` with `aliases` for other names.",
            ),
            ("external_links", "a shared external network does the same. Use `networks`."),
            ("volumes_from", "a named volume that both services mount does the same. Use `volumes`."),
        ] {
            if let Some(entry) = service.entry(key) {
                cx.report(
                    entry.key.place.span,
                    format!("`{key}` is a relic of single hosts without networks; {instead}"),
                );
            }
        }
    }
}
