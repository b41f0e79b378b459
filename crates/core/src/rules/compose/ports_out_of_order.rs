//! A `ports` list that is not in the order of the published ports.

use crate::compose::ComposeFile;
use crate::compose::order::{by_name_and_number, misplaced};
use crate::compose::outline::services;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::yaml::{Node, block};

pub(super) const META: Meta = Meta {
    code: "DC313",
    severity: Severity::Style,
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["dclint:service-ports-alphabetical-order"],
    fix: FixSafety::Safe,
    check: Check::Compose(check),
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    for ports in services(yaml).filter_map(|service| service.value.entry("ports")) {
        let children: Vec<_> = ports.value.items().map(|port| (published(port), port.span())).collect();
        let order: Vec<&str> = children.iter().map(|(port, _)| *port).collect();
        let Some((index, last)) = misplaced(&order, by_name_and_number).into_iter().next() else { continue };
        let first = order.get(index).copied().unwrap_or_default();
        let found = cx.report(
            ports.key.span(),
            format!("Ports stand in the order of the published ones here. Put `{first}` before `{last}`."),
        );
        if let Some(edit) = block::sorting(yaml.source, ports.value, &children, by_name_and_number) {
            found.safe_fix("Sort the ports", [edit]);
        }
    }
}

/// The host's side of a port as written; the container's where there is no other.
fn published<'t>(port: Node<'t, '_>) -> &'t str {
    if port.is_mapping() {
        return port.get("published").and_then(|p| p.as_scalar()).map_or("", |p| &p.value);
    }
    let text: &str = port.as_scalar().map_or("", |scalar| &scalar.value);
    let mut depth = 0_usize;
    // A colon within `${NAME:-default}` separates nothing.
    let mut parts = text.rsplit(|c| {
        match c {
            '}' => depth += 1,
            '{' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ':' && depth == 0
    });
    let target = parts.next().unwrap_or_default();
    parts.next().unwrap_or(target)
}
