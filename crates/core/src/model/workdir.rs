//! WORKDIR: which of them are relative.

use super::Build;
use crate::dockerfile::InstructionKind;
use crate::text::{Edit, Mapped, Span};

/// The relative WORKDIR paths, each with its instruction's index: those that a stage begins with, or those after another WORKDIR.
pub(crate) fn relative<'t>(build: &Build<'_, 't>, first: bool) -> Vec<(usize, &'t Mapped<'t>)> {
    let mut found = Vec::new();
    for stage in build.stages() {
        let is_workdir = |stage| build.instructions_of(stage).any(|instruction| instruction.is("WORKDIR"));
        let mut is_first = !build.ancestry(stage).skip(1).any(is_workdir);
        for (index, instruction) in stage.instructions.clone().zip(build.instructions_of(stage)) {
            let InstructionKind::Workdir(path) = &instruction.kind else { continue };
            let bare = path.trim_matches(['"', '\'']);
            if std::mem::take(&mut is_first) == first && !bare.starts_with(['/', '$']) && !has_drive(bare) {
                found.push((index, path));
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

/// The edit that writes a relative path from the root, below the folder `before`.
pub(crate) fn from_root(path: &Mapped<'_>, before: &str) -> Option<Edit> {
    let relative = path.strip_prefix("./").unwrap_or(path);
    let plain =
        relative.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_') && !relative.contains("..");
    let prefix = Span { start: path.whole().start, end: path.source_offset(path.len() - relative.len()) };
    plain.then(|| Edit::replace(prefix, format!("{}/", before.trim_end_matches('/'))))
}

/// Whether the path begins with a drive letter of Windows.
pub(crate) fn has_drive(path: &str) -> bool {
    let mut chars = path.chars();
    chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':')
}
