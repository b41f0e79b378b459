//! WORKDIR: which of them are relative.

use super::Build;
use crate::dockerfile::InstructionKind;
use crate::text::Span;

/// The places of relative WORKDIR paths: those that a stage begins with, or those that come after another WORKDIR.
pub(crate) fn relative(build: &Build<'_, '_>, first: bool) -> Vec<Span> {
    let mut found = Vec::new();
    for stage in build.stages() {
        let is_workdir = |stage| build.instructions_of(stage).any(|instruction| instruction.is("WORKDIR"));
        let mut is_first = !build.ancestry(stage).skip(1).any(is_workdir);
        for instruction in build.instructions_of(stage) {
            let InstructionKind::Workdir(path) = &instruction.kind else { continue };
            let bare = path.trim_matches(['"', '\'']);
            if std::mem::take(&mut is_first) == first && !bare.starts_with(['/', '$']) && !has_drive(bare) {
                found.push(path.whole());
            }
        }
    }
    found
}

/// The folder that the WORKDIR instructions before `index` set, if the last of them names it from the root and in full.
pub(crate) fn in_force<'t>(build: &Build<'_, 't>, index: usize) -> Option<&'t str> {
    let stage = build.stages().iter().rfind(|stage| stage.instructions.start <= index)?;
    let before = build.file.instructions.get(stage.instructions.start..index)?;
    let path = before.iter().rev().find_map(|instruction| match &instruction.kind {
        InstructionKind::Workdir(path) => Some(path.as_str()),
        _ => None,
    })?;
    (path.starts_with('/') && !path.contains(['$', '\\', '"', '\'', '`'])).then_some(path)
}

/// Whether the path begins with a drive letter of Windows.
pub(crate) fn has_drive(path: &str) -> bool {
    let mut chars = path.chars();
    chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':')
}
