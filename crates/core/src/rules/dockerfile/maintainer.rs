//! MAINTAINER.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::model::insert::cased;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "DL4000",
    severity: Severity::Error,
    category: Category::Style,
    aliases: &["hadolint:DL4000", "buildkit:MaintainerDeprecated"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in &build.file.instructions {
        let InstructionKind::Maintainer(author) = &instruction.kind else { continue };
        let found = cx.report(
            instruction.keyword.whole(),
            "MAINTAINER is deprecated. Use a label, which tools can read.",
        );
        if !build.file.has_comment_in(instruction.head) {
            let keyword = cased("LABEL", &instruction.keyword);
            let value = quoted(author, build.file.escape);
            let label = format!("{keyword} org.opencontainers.image.authors={value}");
            found.safe_fix("Use a label", [Edit::replace(instruction.head, label)]);
        }
    }
}

/// The text in double quotes, where LABEL reads it as MAINTAINER does without them.
fn quoted(author: &str, escape: char) -> String {
    let bare = author.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(author);
    let mut quoted = String::from('"');
    for c in bare.chars() {
        if c == '"' || c == '$' || c == escape {
            quoted.push(escape);
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}
