//! `--fix` and `--diff`.

use crate::root::Root;
use crate::{Failure, output};
use docklint_core::{Applicability, Config, Fixed, Workspace};
use docklint_report::summary::plural;
use similar::TextDiff;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;

/// A file that fixes change.
struct Changed<'a> {
    path: &'a str,
    before: &'a str,
    after: &'a str,
}

/// Fixes as much as is safe, or as much as can be.
pub(crate) fn fix(workspace: &Workspace, config: &Config, also_unsafe: bool) -> Fixed {
    let least = if also_unsafe { Applicability::Unsafe } else { Applicability::Safe };
    docklint_core::fix(workspace.clone(), config, least)
}

/// Writes each changed file, and says how much was done. Gives why files could not be written.
pub(crate) fn write(root: &Root, before: &Workspace, fixed: &Fixed) -> Vec<Failure> {
    let (mut written, mut failures) = (0, Vec::new());
    for file in changed(before, fixed) {
        match replace(&root.outside(file.path), file.after) {
            Ok(()) => written += 1,
            Err(error) => failures.push(format!("{}: {error}", root.shown(file.path))),
        }
    }
    if written > 0 {
        output::note(&format!("Fixed {} in {}.", count(&fixed.applied), plural(written, "file")));
    }
    failures
}

/// What the fixes would change, as a unified diff; empty where they change nothing.
pub(crate) fn diff(root: &Root, before: &Workspace, fixed: &Fixed) -> String {
    let mut out = String::new();
    for file in changed(before, fixed) {
        let path = root.shown(file.path);
        let diff = TextDiff::from_lines(file.before, file.after);
        let _ = write!(out, "{}", diff.unified_diff().header(&path, &path));
    }
    if !out.is_empty() {
        output::note(&format!("Would fix {}.", count(&fixed.applied)));
    }
    out
}

fn changed<'a>(before: &'a Workspace, fixed: &'a Fixed) -> impl Iterator<Item = Changed<'a>> {
    let both = before.files().zip(fixed.workspace.files());
    both.filter(|((_, old), (_, new))| old.text != new.text).map(|((_, old), (_, new))| Changed {
        path: &old.path,
        before: &old.text,
        after: &new.text,
    })
}

/// `3 problems (2 EV002, 1 DL3009)`.
fn count(applied: &BTreeMap<&'static str, usize>) -> String {
    let codes: Vec<String> = applied.iter().map(|(code, n)| format!("{n} {code}")).collect();
    format!("{} ({})", plural(applied.values().sum(), "problem"), codes.join(", "))
}

/// Puts `text` in place of a file's contents in one step: whoever reads the file sees the old text or the new one, whole.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    // A symbolic link stays; the file behind it changes.
    let path = path.canonicalize()?;
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    new.write_all(text.as_bytes())?;
    new.as_file().set_permissions(path.metadata()?.permissions())?;
    new.persist(&path).map(drop).map_err(|failed| failed.error)
}
