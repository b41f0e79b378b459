//! A plain scalar such as `8080:80` in `ports`.

use crate::compose::ComposeFile;
use crate::compose::outline::{scalar_items, services};
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;
use crate::yaml::{Style, base_60};

pub(super) const META: Meta = Meta {
    code: "DC303",
    severity: Severity::Style,
    category: Category::Style,
    fix: FixSafety::Safe,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    for port in services(yaml).filter_map(|service| service.value.get("ports")).flat_map(scalar_items) {
        let Some(scalar) = port.as_scalar() else { continue };
        let pair = scalar.style == Style::Plain && scalar.value.contains(':');
        if !pair || scalar.value.contains(['"', '\\']) || base_60(scalar.source).is_some() {
            continue;
        }
        cx.report(
            scalar.span,
            "A port with a colon stands without quotes; the next one may be a number in base 60 for some readers (`22:22` is 1342). Quote it.",
        )
        .safe_fix("Quote the port", [Edit::replace(scalar.span, format!("\"{}\"", scalar.source))]);
    }
}
