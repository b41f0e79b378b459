//! A short volume in quotes.

use crate::compose::ComposeFile;
use crate::compose::outline::{scalar_items, services};
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::text::Edit;
use crate::yaml::{self, Resolved, Style};

pub(super) const META: Meta = Meta {
    code: "DC305",
    severity: Severity::Style,
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["dclint:no-quotes-in-volumes"],
    fix: FixSafety::Safe,
    check: Check::Compose(check),
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    for volume in services(yaml).filter_map(|service| service.value.get("volumes")).flat_map(scalar_items) {
        let Some(scalar) = volume.as_scalar().filter(|s| s.style != Style::Plain) else { continue };
        let found = cx.report(scalar.span, "Volumes are written without quotes here. Drop them.");
        if stays_the_same(&scalar.value) {
            found.safe_fix("Drop the quotes", [Edit::replace(scalar.span, &*scalar.value)]);
        }
    }
}

/// Whether the text as a plain item of a list gives itself again.
fn stays_the_same(text: &str) -> bool {
    let item = format!("- {text}\n");
    let (tree, errors) = yaml::parse(&item);
    let read = tree.root().and_then(|list| list.items().next()).and_then(|item| {
        item.as_scalar()
            .filter(|s| s.value == text && s.resolved == Resolved::Text && s.style == Style::Plain)
    });
    errors.is_empty()
        && tree.comments.is_empty()
        && read.is_some()
        && !text.contains(['[', ']', '{', '}', ','])
}
