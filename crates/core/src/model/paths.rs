//! Paths in the image, as instructions name them.

use super::Build;
use crate::dockerfile::{InstructionKind, expand};

/// How many relative WORKDIRs are followed.
const MAX_WORKDIRS: usize = 64;

/// Stands for the folder that the base image begins in.
const UNKNOWN: &str = "?";

/// The path that `path` means at an instruction, without `.`, `..` and a last slash; `None` where a variable hides it. What is
/// relative to the folder of the base image begins with `?`, so that it can be compared.
pub(crate) fn absolute(build: &Build<'_, '_>, instruction: usize, path: &str) -> Option<String> {
    let mut parts = vec![plain(build, instruction, path)?];
    let mut at = instruction;
    while !parts.last().is_some_and(|part| part.starts_with('/')) {
        let Some(workdir) = build.facts().in_force(at).workdir else {
            parts.push(UNKNOWN.to_owned());
            break;
        };
        let InstructionKind::Workdir(folder) = &build.file.instructions.get(workdir)?.kind else {
            return None;
        };
        parts.push(plain(build, workdir, folder)?);
        at = workdir;
        if parts.len() > MAX_WORKDIRS {
            return None;
        }
    }
    let mut clean: Vec<&str> = Vec::new();
    for name in parts.iter().rev().flat_map(|part| part.split('/')) {
        match name {
            "" | "." => {}
            ".." => {
                clean.pop();
            }
            name => clean.push(name),
        }
    }
    let joined = clean.join("/");
    Some(if joined.starts_with(UNKNOWN) { joined } else { format!("/{joined}") })
}

fn plain(build: &Build<'_, '_>, instruction: usize, path: &str) -> Option<String> {
    if path.contains('$') {
        return build.facts().expand(build.file, instruction, path);
    }
    expand::unquote(path, build.file.escape).ok().map(|path| path.into_owned())
}

/// Whether removing or changing `path`, a pattern perhaps, does so to `file` too. With `deep`, what is below it goes as well.
pub(crate) fn covers(path: &str, file: &str, deep: bool) -> bool {
    let inside = |folder: &str| file.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    if path == file || deep && inside(path) {
        return true;
    }
    let Some((before, after)) = path.split_once('*') else { return false };
    let middle = file.strip_prefix(before).and_then(|rest| {
        let end = rest.find('/').filter(|_| deep && after.is_empty()).unwrap_or(rest.len());
        rest.get(..end)?.strip_suffix(after)
    });
    middle.is_some_and(|middle| !middle.is_empty() && !middle.contains('/'))
}
