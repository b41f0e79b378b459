//! ADD of plain files.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::model::archive;
use crate::model::insert::cased;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "DL3020",
    severity: Severity::Error,
    category: Category::Correctness,
    aliases: &["hadolint:DL3020"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions() {
        let InstructionKind::Add(add) = &instruction.kind else { continue };
        if add.sources.is_empty()
            || !add.sources.iter().any(|source| is_plain(source.trim_matches(['"', '\''])))
        {
            continue;
        }
        let all_plain = add.sources.iter().all(|source| is_certainly_plain(source.trim_matches(['"', '\''])));
        let keyword = instruction.keyword.whole();
        let found = cx.report(
            keyword,
            "ADD fetches and unpacks; to copy files and folders, COPY does it without surprises.",
        );
        let flags_fit = instruction
            .flags
            .iter()
            .all(|flag| ["chown", "chmod", "link", "exclude"].contains(&flag.name.as_str()));
        if all_plain && flags_fit {
            found.safe_fix("Use COPY", [Edit::replace(keyword, cased("COPY", &instruction.keyword))]);
        }
    }
}

/// Neither an archive nor a URL.
fn is_plain(source: &str) -> bool {
    !archive::is_archive(source) && !source.starts_with("http://") && !source.starts_with("https://")
}

/// Whether no variable, pattern or repository can make it anything else.
fn is_certainly_plain(source: &str) -> bool {
    let odd =
        source.contains(['$', '*', '?', '[', '@']) || source.contains("://") || source.ends_with(".git");
    is_plain(source) && !odd && ![".zst", ".zip"].iter().any(|end| source.ends_with(end))
}
