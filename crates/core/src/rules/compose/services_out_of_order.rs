//! A service that stands behind one that sorts after it.

use crate::compose::ComposeFile;
use crate::compose::order::{by_name, misplaced};
use crate::compose::outline::{key_text, service_lists};
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::yaml::block;

pub(super) const META: Meta = Meta {
    code: "DC309",
    severity: Severity::Style,
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["dclint:services-alphabetical-order"],
    fix: FixSafety::Safe,
    check: Check::Compose(check),
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    for services in service_lists(yaml) {
        let entries: Vec<_> = services.entries().collect();
        let names: Vec<&str> = entries.iter().map(|entry| key_text(*entry)).collect();
        let misplaced = misplaced(&names, by_name);
        let children: Vec<_> = entries.iter().map(|entry| (key_text(*entry), entry.span())).collect();
        // One edit mends all: it goes with the first finding.
        let mut sorting = Some(|| block::sorting(yaml.source, services, &children, by_name));
        for (index, last) in misplaced {
            let Some(service) = entries.get(index) else { continue };
            let message = format!(
                "Services stand in alphabetical order here. Put `{}` before `{last}`.",
                key_text(*service)
            );
            let found = cx.report(service.key.span(), message);
            if let Some(edit) = sorting.take().and_then(|sort| sort()) {
                found.safe_fix("Sort the services", [edit]);
            }
        }
    }
}
