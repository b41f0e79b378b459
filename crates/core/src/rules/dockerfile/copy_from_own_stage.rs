//! COPY --from of the stage itself.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Mapped;

pub(super) const META: Meta = Meta {
    code: "DL3023",
    severity: Severity::Error,
    category: Category::Correctness,
    aliases: &["hadolint:DL3023"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        let name = stage.from.name.as_ref();
        let is_own = |from: &&Mapped<'_>| {
            name.is_some_and(|name| from.eq_ignore_ascii_case(name)) || from.parse() == Ok(stage.index)
        };
        let copies = build.instructions_of(stage).filter(|instruction| instruction.is("COPY"));
        for from in copies.filter_map(|copy| copy.flag_value("from")).filter(is_own) {
            cx.report(
                from.whole(),
                "A stage cannot copy from itself. Use `RUN cp`, or name the stage that was meant.",
            )
            .related(name.map_or_else(|| stage.instruction.keyword.whole(), Mapped::whole), "this stage");
        }
    }
}
