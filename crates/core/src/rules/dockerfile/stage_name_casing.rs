//! Stage names with capitals.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Mapped};

pub(super) const META: Meta = Meta {
    code: "BK002",
    category: Category::Style,
    aliases: &["buildkit:StageNameCasing"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        let Some(name) = stage.from.name.as_ref().filter(|name| name.bytes().any(|b| b.is_ascii_uppercase()))
        else {
            continue;
        };
        let lower = name.to_ascii_lowercase();
        let references =
            build.file.instructions.iter().filter_map(|instruction| instruction.flag_value("from"));
        let references = references.filter(|from| from.eq_ignore_ascii_case(name)).map(Mapped::whole);
        let edits = references.chain([name.whole()]).map(|span| Edit::replace(span, lower.clone()));
        cx.report(name.whole(), format!("Stage names are written in lower case: `{lower}`."))
            .safe_fix(format!("Write `{lower}`"), edits.collect::<Vec<_>>());
    }
}
