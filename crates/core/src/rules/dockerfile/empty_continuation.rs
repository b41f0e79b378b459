//! Empty lines within a continued instruction.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "BK001",
    category: Category::Correctness,
    aliases: &["buildkit:NoEmptyContinuation"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in &build.file.instructions {
        let Some(blank) = instruction.blank_lines.first() else { continue };
        let edits: Vec<Edit> = instruction.blank_lines.iter().map(|line| Edit::delete(*line)).collect();
        cx.report(
            *blank,
            "An empty line within an instruction: BuildKit skips it today and will refuse it. Delete it.",
        )
        .safe_fix("Delete the empty lines", edits);
    }
}
