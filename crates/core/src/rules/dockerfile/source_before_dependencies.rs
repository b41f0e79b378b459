//! The whole context is copied before the dependencies are installed.

use crate::diagnostic::Severity;
use crate::dockerfile::Instruction;
use crate::model::{Build, dependencies};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::text::{Mapped, Span};

pub(super) const META: Meta = Meta {
    code: "DL5029",
    severity: Severity::Info,
    category: Category::Size,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    for stage in &facts.stages {
        let mut copies =
            stage.instructions(build.file).filter_map(|(at, copy)| Some((at, whole_context(copy)?)));
        let Some((at, source)) = copies.next() else { continue };
        let mut later = build.runs_in(at..stage.instructions.end);
        let install = later.find_map(|run| Some((run, dependencies::install(run)?)));
        let Some((run, (tool, call))) = install else { continue };
        let before = facts.lineage(stage).any(|ancestor| {
            let mut runs = build.runs_in(ancestor.instructions.start..ancestor.instructions.end.min(at));
            runs.any(|run| dependencies::install(run).is_some_and(|(other, _)| other == tool))
        });
        if !before && run.mounts().is_empty() {
            cx.report(
                source,
                format!("Every change to any file installs all dependencies again. Copy {} first, and the rest after the install.", tool.manifest()),
            )
            .related(call, "the install");
        }
    }
}

/// The place of the source that stands for the whole build context.
fn whole_context(instruction: &Instruction<'_>) -> Option<Span> {
    let transfer = instruction.transfer()?;
    let plain = instruction.flag("from").is_none() && instruction.flag("exclude").is_none();
    let whole = |source: &&Mapped<'_>| {
        matches!(source.trim_matches(['"', '\'']), "." | "./" | "/" | "./." | "*" | "./*")
    };
    transfer.sources.iter().find(whole).filter(|_| plain).map(Mapped::whole)
}
