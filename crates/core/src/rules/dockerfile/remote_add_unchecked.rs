//! ADD of a URL without a checksum.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::model::{Build, download};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5044",
    severity: Severity::Info,
    category: Category::Security,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions().filter(|instruction| instruction.flag("checksum").is_none()) {
        let InstructionKind::Add(add) = &instruction.kind else { continue };
        for source in &add.sources {
            let url = source.trim_matches(['"', '\'']);
            let plain = url.starts_with("http://");
            let remote = plain || url.starts_with("https://");
            // That a URL moves, or only stands there to reset the cache, is another matter.
            if !remote || is_repository(url) || download::is_latest(url) || url.contains("://api.") {
                continue;
            }
            let found = cx.report(
                source.whole(),
                "Nothing checks what this URL gives on the day of the build. Name the version in it, and add `--checksum=sha256:...`.",
            );
            if plain {
                found.severity(Severity::Warning);
            }
        }
    }
}

/// Whether BuildKit clones it rather than downloads it.
fn is_repository(url: &str) -> bool {
    let path = url.split(['#', '?']).next().unwrap_or_default();
    path.ends_with(".git")
}
