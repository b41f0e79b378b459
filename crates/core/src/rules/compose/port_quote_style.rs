//! A port that does not stand in single quotes.

use crate::compose::ComposeFile;
use crate::compose::outline::{scalar_items, services};
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::text::Edit;
use crate::yaml::Style;

pub(super) const META: Meta = Meta {
    code: "DC304",
    severity: Severity::Style,
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["dclint:require-quotes-in-ports"],
    fix: FixSafety::Safe,
    check: Check::Compose(check),
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    let lists = services(yaml).flat_map(|service| ["ports", "expose"].map(|key| service.value.get(key)));
    for port in lists.flatten().flat_map(scalar_items) {
        let Some(scalar) = port.as_scalar().filter(|s| s.style != Style::SingleQuoted && !s.span.is_empty())
        else {
            continue;
        };
        let found =
            cx.report(scalar.span, "Ports are written in single quotes here. Quote it like the others.");
        if !scalar.value.contains(['\'', '\n']) {
            let quoted = format!("'{}'", scalar.value);
            found.safe_fix("Put the port into single quotes", [Edit::replace(scalar.span, quoted)]);
        }
    }
}
