//! Instructions partly in upper, partly in lower case.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "BK005",
    category: Category::Style,
    aliases: &["buildkit:ConsistentInstructionCasing"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    // Arguments before the first FROM do not count in BuildKit.
    let judged = || build.file.instructions.iter().skip_while(|instruction| !instruction.is("FROM"));
    let lower = |word: &str| !word.chars().any(|c| c.is_ascii_uppercase());
    let upper = |word: &str| !word.chars().any(|c| c.is_ascii_lowercase());
    let lowers = judged().filter(|instruction| lower(&instruction.keyword)).count();
    let uppers = judged().filter(|instruction| upper(&instruction.keyword)).count();
    let to_lower = lowers > uppers;
    for instruction in judged() {
        let keyword = &instruction.keyword;
        let (fits, wanted) = if to_lower {
            (lower(keyword), keyword.to_ascii_lowercase())
        } else {
            (upper(keyword), keyword.to_ascii_uppercase())
        };
        if !fits {
            let message =
                format!("`{}` differs in case from the other instructions. Write `{wanted}`.", &**keyword);
            cx.report(keyword.whole(), message)
                .safe_fix(format!("Write `{wanted}`"), [Edit::replace(keyword.whole(), wanted)]);
        }
    }
}
