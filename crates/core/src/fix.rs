//! [`fix`]: applies fixes round by round until nothing changes.

use crate::config::Config;
use crate::diagnostic::{Applicability, Diagnostic, Fix, Report};
use crate::lint::lint;
use crate::text::{Edit, Edits};
use crate::workspace::{FileId, Workspace};
use std::collections::BTreeMap;

/// More rounds than any honest set of fixes needs; reaching it means that two fixes undo each other.
const MAX_ROUNDS: usize = 100;

/// What [`fix`] did.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// The files afterwards.
    pub workspace: Workspace,
    /// How many fixes were applied, by the code of their rule.
    pub applied: BTreeMap<&'static str, usize>,
    /// What is left to report.
    pub report: Report,
}

/// Applies the first fix of each finding that is at least as safe as `least`, lints again, and goes on to a fixed point.
///
/// Fixes that overlap wait for the next round.
#[must_use]
pub fn fix(mut workspace: Workspace, config: &Config, least: Applicability) -> Fixed {
    let mut applied = BTreeMap::new();
    let mut report = lint(&workspace, config);
    for _ in 0..MAX_ROUNDS {
        let edits = collect(&workspace, &report.diagnostics, least, &mut applied);
        if edits.is_empty() {
            break;
        }
        for (file, edits) in &edits {
            let text = edits.apply(&workspace.file(*file).text);
            workspace.set_text(*file, text);
        }
        report = lint(&workspace, config);
    }
    Fixed { workspace, applied, report }
}

/// The edits of one round, file by file.
fn collect(
    workspace: &Workspace,
    diagnostics: &[Diagnostic],
    least: Applicability,
    applied: &mut BTreeMap<&'static str, usize>,
) -> BTreeMap<FileId, Edits> {
    let mut round: BTreeMap<FileId, Edits> = BTreeMap::new();
    // Files that are only read for others stay as they are.
    let is_linted = |(file, _): &(FileId, Edit)| workspace.file(*file).lint;
    let applies = |fix: &&Fix| fix.applicability >= least && fix.edits.iter().all(is_linted);
    for diagnostic in diagnostics {
        let fix = diagnostic.fixes.iter().find(applies);
        if fix.is_some_and(|fix| add_whole(fix, &mut round)) {
            *applied.entry(diagnostic.code).or_default() += 1;
        }
    }
    round
}

/// Adds all edits of `fix`, in all its files, or none.
fn add_whole(fix: &Fix, round: &mut BTreeMap<FileId, Edits>) -> bool {
    let mut by_file: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
    for (file, edit) in &fix.edits {
        by_file.entry(*file).or_default().push(edit.clone());
    }
    let mut changed = Vec::new();
    for (file, edits) in by_file {
        let mut all = round.get(&file).cloned().unwrap_or_default();
        if all.try_add(&edits).is_err() {
            return false;
        }
        changed.push((file, all));
    }
    let any = !changed.is_empty();
    round.extend(changed);
    any
}
