//! A top-level `version`, which Compose ignores.

use crate::compose::ComposeFile;
use crate::compose::outline;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::yaml::block;

pub(super) const META: Meta = Meta {
    code: "DC301",
    severity: Severity::Info,
    category: Category::Style,
    aliases: &["dclint:no-version-field"],
    fix: FixSafety::Safe,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    for entries in outline::top_level(yaml) {
        // A file with nothing else would not load without it either, but then that is not the point.
        for version in entries.iter().filter(|entry| outline::key_text(**entry) == "version") {
            let found = cx.report(
                version.key.span(),
                "`version` is obsolete: Compose ignores it and warns at each start. Delete it.",
            );
            if let Some(edit) = block::deletion(yaml.source, version.span()).filter(|_| entries.len() > 1) {
                found.safe_fix("Delete `version`", [edit]);
            }
        }
    }
}
