//! A compose file without a top-level `name`.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};
use crate::text::Span;

pub(super) const META: Meta = Meta {
    code: "DC302",
    severity: Severity::Style,
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["dclint:require-project-name-field"],
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    let Some(root) = yaml.root() else { return };
    if root.get("services").is_none() || root.get("name").is_some() {
        return;
    }
    let first_line = yaml.source.lines().next().unwrap_or_default();
    cx.report(
        Span::new(0, first_line.len()),
        "The project has no `name`, so it is named after its folder, and two checkouts share containers and volumes or lose them. Add a top-level `name`.",
    );
}
