//! FROM and AS in different case.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "BK003",
    category: Category::Style,
    aliases: &["buildkit:FromAsCasing"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        let (keyword, from) = (&stage.instruction.keyword, stage.from);
        let (Some(word), Some(_)) = (&from.as_keyword, &from.name) else { continue };
        let wanted = if keyword.chars().all(|c| c.is_ascii_uppercase()) {
            "AS"
        } else if keyword.chars().all(|c| c.is_ascii_lowercase()) {
            "as"
        } else {
            continue;
        };
        if **word != *wanted {
            cx.report(
                word.whole(),
                format!("`{}` and `{}` differ in case. Write `{wanted}`.", &**keyword, &**word),
            )
            .safe_fix(format!("Write `{wanted}`"), [Edit::replace(word.whole(), wanted)]);
        }
    }
}
