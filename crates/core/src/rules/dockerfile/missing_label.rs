//! Stages without a label that the schema asks for.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::model::{Build, Stage, labels};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3049",
    severity: Severity::Info,
    category: Category::Style,
    aliases: &["hadolint:DL3049"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let schema = &cx.options.label_schema;
    let has = |stage: &Stage<'_>, key: &str| {
        build.instructions_of(stage).any(|instruction| match &instruction.kind {
            InstructionKind::Label(given) => given.pairs.iter().any(|label| labels::key(label) == key),
            _ => false,
        })
    };
    for stage in build.stages().iter().filter(|stage| !is_source(build, stage)) {
        for key in schema.keys().filter(|key| !build.ancestry(stage).any(|ancestor| has(ancestor, key))) {
            cx.report(
                stage.instruction.keyword.whole(),
                format!("The schema asks for the label `{key}`, and this stage has none."),
            );
        }
    }
}

/// Whether a later stage copies from this one, so that it is no image of its own.
fn is_source(build: &Build<'_, '_>, stage: &Stage<'_>) -> bool {
    let Some(name) = &stage.from.name else { return false };
    let copies = build.file.instructions.iter().filter_map(|instruction| instruction.flag_value("from"));
    copies.into_iter().any(|from| from.eq_ignore_ascii_case(name))
}
