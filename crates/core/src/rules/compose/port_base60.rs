//! A plain scalar in `ports` that YAML 1.1 reads as a number in base 60.

use crate::compose::ComposeFile;
use crate::compose::outline::{scalar_items, services};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;
use crate::yaml::{Style, base_60};

pub(super) const META: Meta = Meta {
    code: "DC102",
    category: Category::Ports,
    fix: FixSafety::Safe,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    let lists = services(yaml).flat_map(|service| ["ports", "expose"].map(|key| service.value.get(key)));
    for port in lists.flatten().flat_map(scalar_items) {
        let Some(scalar) = port.as_scalar().filter(|s| s.style == Style::Plain) else { continue };
        let Some(number) = base_60(scalar.source) else { continue };
        let message = format!(
            "`{}` without quotes is the number {number} in base 60 for readers of YAML 1.1. Quote it.",
            scalar.source
        );
        cx.report(scalar.span, message)
            .safe_fix("Quote the port", [Edit::replace(scalar.span, format!("\"{}\"", scalar.source))]);
    }
}
