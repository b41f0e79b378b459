//! A top-level key that stands behind one that customarily follows it.

use crate::compose::ComposeFile;
use crate::compose::order::{by_top_level_key, misplaced};
use crate::compose::outline::key_text;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::yaml::block;

pub(super) const META: Meta = Meta {
    code: "DC310",
    severity: Severity::Style,
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["dclint:top-level-properties-order"],
    fix: FixSafety::Safe,
    check: Check::Compose(check),
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    for document in yaml.documents() {
        let entries: Vec<_> = document.entries().collect();
        let names: Vec<&str> = entries.iter().map(|entry| key_text(*entry)).collect();
        let misplaced = misplaced(&names, by_top_level_key);
        let children: Vec<_> = entries.iter().map(|entry| (key_text(*entry), entry.span())).collect();
        // One edit mends all: it goes with the first finding.
        let mut sorting = Some(|| block::sorting(yaml.source, document, &children, by_top_level_key));
        for (index, last) in misplaced {
            let Some(entry) = entries.get(index) else { continue };
            let message = format!(
                "Top-level keys stand in the customary order here. Put `{}` before `{last}`.",
                key_text(*entry)
            );
            let found = cx.report(entry.key.span(), message);
            if let Some(edit) = sorting.take().and_then(|sort| sort()) {
                found.safe_fix("Sort the top-level keys", [edit]);
            }
        }
    }
}
