//! A key of a service that stands behind one that customarily follows it.

use crate::compose::ComposeFile;
use crate::compose::order::by_service_key;
use crate::compose::outline::{key_text, services};
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Group, Meta, Reporter};
use crate::yaml::block;

pub(super) const META: Meta = Meta {
    code: "DC311",
    severity: Severity::Style,
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["dclint:service-keys-order"],
    fix: FixSafety::Safe,
    check: Check::Compose(check),
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    for service in services(yaml).filter(|service| service.value.alias().is_none()) {
        let entries: Vec<_> = service.value.entries().collect();
        // One edit mends all: it goes with the first finding.
        let mut sorted = false;
        // Each key is compared with the one above it, so that one key out of place is one finding.
        let pairs = entries.iter().zip(entries.iter().skip(1));
        for (above, entry) in pairs.map(|(above, entry)| (key_text(*above), *entry)) {
            if by_service_key(key_text(entry), above).is_ge() {
                continue;
            }
            let message = format!(
                "The keys of services stand in the customary order here. Put `{}` before `{above}`.",
                key_text(entry)
            );
            let found = cx.report(entry.key.span(), message);
            if std::mem::replace(&mut sorted, true) {
                continue;
            }
            let children: Vec<_> = entries.iter().map(|entry| (key_text(*entry), entry.span())).collect();
            if let Some(edit) = block::sorting(yaml.source, service.value, &children, by_service_key) {
                found.safe_fix("Sort the keys of the service", [edit]);
            }
        }
    }
}
