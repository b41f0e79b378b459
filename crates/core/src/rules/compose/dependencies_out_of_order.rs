//! A `depends_on` whose services are not in alphabetical order.

use crate::compose::ComposeFile;
use crate::compose::order::{by_name, misplaced};
use crate::compose::outline::{key_text, scalar_items, services};
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::text::Span;
use crate::yaml::{Node, block};

pub(super) const META: Meta = Meta {
    code: "DC312",
    severity: Severity::Style,
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["dclint:service-dependencies-alphabetical-order"],
    fix: FixSafety::Safe,
    check: Check::Compose(check),
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    for dependencies in services(yaml).filter_map(|service| service.value.entry("depends_on")) {
        let children = names(dependencies.value);
        let order: Vec<&str> = children.iter().map(|(name, _)| *name).collect();
        let Some((index, last)) = misplaced(&order, by_name).into_iter().next() else { continue };
        let first = order.get(index).copied().unwrap_or_default();
        let found = cx.report(
            dependencies.key.span(),
            format!("Dependencies stand in alphabetical order here. Put `{first}` before `{last}`."),
        );
        if let Some(edit) = block::sorting(yaml.source, dependencies.value, &children, by_name) {
            found.safe_fix("Sort the dependencies", [edit]);
        }
    }
}

/// The names of a list or a mapping, each with what belongs to it.
fn names<'t>(dependencies: Node<'t, '_>) -> Vec<(&'t str, Span)> {
    let items = scalar_items(dependencies).filter_map(|item| Some((&*item.as_scalar()?.value, item.span())));
    items.chain(dependencies.entries().map(|entry| (key_text(entry), entry.span()))).collect()
}
