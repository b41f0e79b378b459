//! From the paths that the user names to the files that are to be linted.

use crate::root::Root;
use crate::{Failure, paths};
use docklint_core::FileKind;
use docklint_core::ignorefile::{self, IgnoreFile};
use ignore::WalkBuilder;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Folders that hold what others wrote, or what programs keep for themselves.
pub(crate) const SKIPPED_FOLDERS: [&str; 12] = [
    ".git",
    ".hg",
    ".svn",
    ".direnv",
    ".mypy_cache",
    ".nox",
    ".tox",
    ".venv",
    "__pycache__",
    "node_modules",
    "site-packages",
    "venv",
];

/// Which files beside docklint's own kinds are looked through for secrets: settings and small programs.
const SETTINGS: [&str; 13] =
    ["json", "yaml", "yml", "toml", "ini", "cfg", "conf", "properties", "py", "js", "ts", "rb", "php"];

/// How large such a file may be, in bytes, and how many of them are looked through.
const MAX_SETTINGS_BYTES: u64 = 256 * 1024;
const MAX_SETTINGS_FILES: usize = 2_000;

/// A file that is to be linted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    /// Whether the user named it, rather than a folder above it.
    pub(crate) named: bool,
}

/// What a walk leaves out.
#[derive(Debug)]
pub(crate) struct Excluded<'a> {
    /// Patterns as in a .gitignore, from the project's folder.
    pub(crate) patterns: IgnoreFile<'a>,
    /// Whether .gitignore and .ignore files count too.
    pub(crate) ignore_files: bool,
    /// Compose files of the configured stacks, which may have any name.
    pub(crate) stacked: &'a BTreeSet<String>,
}

/// All files to lint, by their paths in the project, and what could not be walked.
///
/// # Errors
/// Where a named path does not exist.
pub(crate) fn collect(
    root: &Root,
    given: &[PathBuf],
    excluded: &Excluded<'_>,
) -> Result<(BTreeMap<String, Input>, Vec<Failure>), Failure> {
    let (mut inputs, mut failures) = (BTreeMap::new(), Vec::new());
    for path in given {
        let Ok(metadata) = std::fs::metadata(path) else {
            return Err(format!("`{}` does not exist or cannot be opened", path.display()));
        };
        if metadata.is_dir() {
            walk(root, path, excluded, &mut inputs, &mut failures);
        } else if let Some(inside) = root.inside(path) {
            inputs.insert(inside, Input { path: path.clone(), named: true });
        }
    }
    Ok((inputs, failures))
}

fn walk(
    root: &Root,
    folder: &Path,
    excluded: &Excluded<'_>,
    inputs: &mut BTreeMap<String, Input>,
    failures: &mut Vec<Failure>,
) {
    let inside = |path: &Path| root.inside(path).unwrap_or_default();
    let mut settings = Vec::new();
    let mut found_any = false;
    let wanted = |entry: &ignore::DirEntry| entry.depth() == 0 || !skipped(entry.file_name());
    let walker = WalkBuilder::new(folder)
        .hidden(false)
        .require_git(false)
        .ignore(excluded.ignore_files)
        .git_ignore(excluded.ignore_files)
        .git_global(excluded.ignore_files)
        .git_exclude(excluded.ignore_files)
        .parents(excluded.ignore_files)
        .sort_by_file_name(Ord::cmp)
        .filter_entry(wanted)
        .build();
    for entry in walker {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                failures.push(error.to_string());
                continue;
            }
        };
        // A link counts as the file that it leads to, if it leads to one.
        let is_link = || entry.path_is_symlink() && entry.path().is_file();
        if !entry.file_type().is_some_and(|kind| kind.is_file()) && !is_link() {
            continue;
        }
        let name = inside(entry.path());
        if excluded.patterns.matches(&name, false) {
            continue;
        }
        let input = Input { path: entry.path().to_owned(), named: false };
        if FileKind::of(&name) != FileKind::Other || excluded.stacked.contains(&name) {
            found_any |= is_ours(FileKind::of(&name));
            inputs.entry(name).or_insert(input);
        } else if settings.len() < MAX_SETTINGS_FILES && is_settings(entry.path()) {
            settings.push((name, input));
        }
    }
    // Without a container in sight, the other files are none of our business.
    if found_any {
        for (name, input) in settings {
            inputs.entry(name).or_insert(input);
        }
    }
}

/// Whether a file of this kind makes a folder a project of ours; a package.json alone does not.
fn is_ours(kind: FileKind) -> bool {
    matches!(kind, FileKind::Dockerfile | FileKind::Compose | FileKind::Dotenv | FileKind::Dockerignore)
}

fn is_settings(path: &Path) -> bool {
    let small = || std::fs::metadata(path).is_ok_and(|m| m.is_file() && m.len() <= MAX_SETTINGS_BYTES);
    let extension = path.extension().and_then(|e| e.to_str());
    extension.is_some_and(|e| SETTINGS.contains(&e)) && small()
}

pub(crate) fn skipped(name: &std::ffi::OsStr) -> bool {
    name.to_str().is_some_and(|name| SKIPPED_FOLDERS.contains(&name))
}

/// Reads patterns, one a line.
///
/// # Errors
/// Where one is malformed.
pub(crate) fn patterns(lines: &str) -> Result<IgnoreFile<'_>, Failure> {
    let (patterns, errors) = ignorefile::parse_gitignore(lines);
    match errors.first() {
        Some(error) => Err(format!("in the pattern `{}`: {}", error.span.of(lines), error.message)),
        None => Ok(patterns),
    }
}

/// The folders whose files belong together: those that were walked, and those that hold a named file.
pub(crate) fn scopes(root: &Root, given: &[PathBuf]) -> Vec<String> {
    let folder = |path: &PathBuf| {
        let parent = || paths::absolute(path, Path::new(".."));
        let path =
            if path.is_dir() { path.clone() } else { path.parent().map_or_else(parent, Path::to_owned) };
        root.inside(&path)
    };
    given.iter().filter_map(folder).collect()
}
