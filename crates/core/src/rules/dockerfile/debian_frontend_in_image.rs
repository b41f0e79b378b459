//! DEBIAN_FRONTEND, which is for the build, in the environment of the image.

use crate::diagnostic::Severity;
use crate::dockerfile::{InstructionKind, VariableKind};
use crate::model::Build;
use crate::model::insert::cased;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::{Edit, Span};

pub(super) const META: Meta = Meta {
    code: "DL5059",
    severity: Severity::Info,
    category: Category::Correctness,
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

const NAME: &str = "DEBIAN_FRONTEND";

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    let Some(last) = facts.last() else { return };
    let Some((stage, variable)) =
        facts.lineage(last).find_map(|stage| Some((stage, stage.environment.last(NAME)?)))
    else {
        return;
    };
    let value = variable.value.as_deref().unwrap_or_default();
    let Some(instruction) = build.file.instructions.get(variable.instruction) else { return };
    if variable.kind != VariableKind::Env || !value.eq_ignore_ascii_case("noninteractive") {
        return;
    }
    let end = variable.raw.as_ref().map_or(variable.name.whole(), |raw| raw.whole());
    let found = cx.report(
        variable.name.whole().to(end),
        "This stays set in the image, where apt then asks nobody either. It is for the build: use ARG, or set it in front of the command.",
    );
    let InstructionKind::Env(env) = &instruction.kind else { return };
    // An ARG does not reach the stages that are built from this one, and a comment above it would be read as its description.
    let commented = build.file.comments_before(variable.instruction).next().is_some();
    if env.pairs.len() == 1 && stage.index == last.index && !commented {
        let to_end = Span { start: instruction.keyword.whole().start, end: end.end };
        found.unsafe_fix(
            "Use ARG",
            [Edit::replace(to_end, format!("{} {NAME}={value}", cased("ARG", &instruction.keyword)))],
        );
    }
}
