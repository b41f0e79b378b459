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

/// Whether the path begins with a drive letter of Windows.
pub(crate) fn has_drive(path: &str) -> bool {
    let mut chars = path.chars();
    chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':')
}
