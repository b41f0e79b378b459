//! [`Surroundings`]: what stands around the files that are linted. Rules ask whether a file is there, and follow links to others.

use crate::root::Root;
use crate::walk;
use std::collections::{BTreeSet, VecDeque};

/// How many entries of folders are looked at, when folders are linted and when only single files are: more would be felt.
const MAX_ENTRIES: usize = 20_000;
const MAX_ENTRIES_OF_FILES: usize = 1_000;

/// What is known of the project's files, read or not. Paths are core's.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Surroundings {
    /// All files, those nearest to the top first.
    pub(crate) listing: Vec<String>,
    /// Folders into which nobody looked.
    pub(crate) unlisted: Vec<String>,
}

/// Looks through the folders `scopes` with all that they hold, and through the folders above them up to the project's.
pub(crate) fn look(root: &Root, scopes: &[String], only_files: bool) -> Surroundings {
    let scopes: BTreeSet<&str> = scopes.iter().map(String::as_str).collect();
    let above: BTreeSet<&str> = scopes.iter().flat_map(|scope| ancestors(scope)).collect();
    let mut budget = if only_files { MAX_ENTRIES_OF_FILES } else { MAX_ENTRIES };
    let mut found = Surroundings::default();
    let mut folders = VecDeque::from([(String::new(), scopes.contains(""))]);
    while let Some((folder, whole)) = folders.pop_front() {
        let Ok(entries) = std::fs::read_dir(root.outside(&folder)) else {
            found.unlisted.push(folder);
            continue;
        };
        if budget == 0 {
            found.unlisted.push(folder);
            continue;
        }
        let mut seen = 0;
        for entry in entries.flatten().take(budget) {
            seen += 1;
            let name = entry.file_name();
            let separator = if folder.is_empty() { "" } else { "/" };
            let path = format!("{folder}{separator}{}", name.to_string_lossy());
            let kind = entry.file_type().ok();
            let is_folder = match kind {
                Some(kind) if kind.is_symlink() => entry.path().is_dir(),
                kind => kind.is_some_and(|kind| kind.is_dir()),
            };
            let whole = whole || scopes.contains(path.as_str());
            if !is_folder {
                found.listing.push(path);
            } else if kind.is_some_and(|kind| kind.is_symlink()) || walk::skipped(&name) {
                found.unlisted.push(path);
            } else if whole || above.contains(path.as_str()) {
                folders.push_back((path, whole));
            } else {
                found.unlisted.push(path);
            }
        }
        budget -= seen;
        if budget == 0 {
            // The rest of this folder is not known.
            found.unlisted.push(folder);
        }
    }
    found
}

/// The folders above `path`, the project's own excluded.
fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').filter_map(|(at, _)| path.get(..at))
}
