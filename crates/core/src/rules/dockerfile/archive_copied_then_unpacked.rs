//! An archive that is copied, then unpacked.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::dockerfile::Transfer;
use crate::model::Build;
use crate::model::{Step, archive};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::Mapped;

pub(super) const META: Meta = Meta {
    code: "DL3010",
    severity: Severity::Info,
    category: Category::Size,
    aliases: &["hadolint:DL3010"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        for instruction in
            build.instructions_of(stage).filter(|instruction| instruction.flag("from").is_none())
        {
            let InstructionKind::Copy(copy) = &instruction.kind else { continue };
            let later = |step: &&Step<'_, '_>| {
                step.stage == stage.index && step.instruction.span.start > instruction.span.start
            };
            for source in archives(copy) {
                let name = archive::file_name(&source);
                let unpacking = build
                    .runs()
                    .filter(later)
                    .flat_map(|run| &run.calls)
                    .find(|call| archive::unpacks(call, name));
                if let Some(call) = unpacking {
                    cx.report(source.whole(), "The archive stays in this layer, even if it is deleted later. Use ADD, which unpacks it.")
                        .related(call.span(), "unpacked here");
                }
            }
        }
    }
}

/// The archives that a COPY makes in the image: its destination if that names one, else its sources.
fn archives<'a>(copy: &Transfer<'a>) -> Vec<Mapped<'a>> {
    let is_archive = |path: &&Mapped<'_>| archive::is_archive(path.trim_matches(['"', '\'']));
    match copy.destination.as_ref().filter(is_archive) {
        Some(destination) => vec![destination.clone()],
        None => copy.sources.iter().filter(is_archive).cloned().collect(),
    }
}
