//! COPY --from of the stage itself.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

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
        let Some(name) = stage.from.name.as_ref() else { continue };
        let copies = build.instructions_of(stage).filter(|instruction| instruction.is("COPY"));
        for from in
            copies.filter_map(|copy| copy.flag_value("from")).filter(|from| from.eq_ignore_ascii_case(name))
        {
            cx.report(
                from.whole(),
                "A stage cannot copy from itself. Use `RUN cp`, or name the stage that was meant.",
            )
            .related(name.whole(), "this stage");
        }
    }
}
