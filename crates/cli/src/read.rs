//! Reading files into a workspace.

use crate::Failure;
use crate::root::Root;
use crate::surroundings::Surroundings;
use crate::walk::Input;
use docklint_core::workspace::{MAX_FILE_BYTES, join};
use docklint_core::{FileKind, SourceFile, Workspace, compose};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::path::Path;

/// How many files that are not linted are read because others may refer to them, and how large each may be, in bytes.
const MAX_CONTEXT_FILES: usize = 256;
const MAX_CONTEXT_BYTES: u64 = 1024 * 1024;
/// How many of them may be Dockerfiles where only Dockerfiles are linted: one hardly tells anything about another.
const MAX_CONTEXT_DOCKERFILES: usize = 16;

/// The workspace of all `inputs` and of the files around them, and why some inputs could not be read.
pub(crate) fn workspace(
    root: &Root,
    inputs: &BTreeMap<String, Input>,
    around: Surroundings,
    stacked: &BTreeSet<String>,
) -> (Workspace, Vec<Failure>) {
    let inputs: Vec<(&String, &Input)> = inputs.iter().collect();
    let kind = |name: &str| if stacked.contains(name) { FileKind::Compose } else { FileKind::of(name) };
    let read: Vec<_> = inputs.par_iter().map(|(name, input)| source(root, name, kind(name), input)).collect();
    let (mut files, mut failures) = (Vec::with_capacity(read.len()), Vec::new());
    for file in read {
        match file {
            Ok(file) => files.extend(file),
            Err(failure) => failures.push(failure),
        }
    }
    (with_context(root, files, around, stacked), failures)
}

/// The workspace of `files`, which are to be linted, and of the files around them. The files `stacked` are compose files whatever
/// their names.
pub(crate) fn with_context(
    root: &Root,
    mut files: Vec<SourceFile>,
    around: Surroundings,
    stacked: &BTreeSet<String>,
) -> Workspace {
    let context = context(root, &files, &around, stacked);
    files.extend(context);
    take_in(root, &mut files);
    Workspace::new(files).with_listing(around.listing).with_unlisted(around.unlisted)
}

/// One file to lint; `None` where it turns out to be of no interest.
fn source(root: &Root, name: &str, kind: FileKind, input: &Input) -> Result<Option<SourceFile>, Failure> {
    match text(&input.path, MAX_FILE_BYTES as u64) {
        Ok(text) => {
            let kind = if input.named && kind == FileKind::Other { guess_kind(&text, kind) } else { kind };
            Ok(Some(SourceFile { kind, ..SourceFile::new(name, text) }))
        }
        Err(_) if kind == FileKind::Other && !input.named => Ok(None),
        Err(why) => Err(format!("{}: {why}", root.shown(name))),
    }
}

/// The files that those to lint may refer to, nearest to the top first. What cannot be read is as if it were not there.
fn context(
    root: &Root,
    files: &[SourceFile],
    around: &Surroundings,
    stacked: &BTreeSet<String>,
) -> Vec<SourceFile> {
    let known: HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let of_interest = |path: &&String| FileKind::of(path) != FileKind::Other && !stacked.contains(*path);
    let has_dotenv = files.iter().any(|file| file.kind == FileKind::Dotenv);
    let has_commands = |path: &&String| has_dotenv && holds_commands(path) && !stacked.contains(*path);
    let found = stacked.iter().chain(around.listing.iter().filter(of_interest));
    let found = found.chain(around.listing.iter().filter(has_commands));
    let is_dockerfile = |kind: FileKind| kind == FileKind::Dockerfile;
    let mut room = if files.iter().all(|file| is_dockerfile(file.kind)) {
        MAX_CONTEXT_DOCKERFILES
    } else {
        MAX_CONTEXT_FILES
    };
    let mut has_room = |path: &&String| {
        let counts = is_dockerfile(FileKind::of(path));
        let has_room = !counts || room > 0;
        room -= usize::from(counts && has_room);
        has_room
    };
    let unknown = found.filter(|path| !known.contains(path.as_str()));
    let paths: Vec<&String> = unknown.filter(&mut has_room).take(MAX_CONTEXT_FILES).collect();
    let read = |path: &&String| {
        let text = text(&root.outside(path), MAX_CONTEXT_BYTES).ok()?;
        let file = SourceFile { lint: false, ..SourceFile::new(path.as_str(), text) };
        let kind = if stacked.contains(*path) { FileKind::Compose } else { file.kind };
        Some(SourceFile { kind, ..file })
    };
    paths.par_iter().filter_map(read).collect()
}

/// Whether commands stand in a file that is called so, which may give a .env file to `docker run`.
fn holds_commands(path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name).to_ascii_lowercase();
    ["makefile", "gnumakefile", "justfile", "readme.md", "readme"].contains(&name.as_str())
        || name.ends_with(".sh")
}

/// Reads the compose files that others take in by `include` and `extends`, and that nobody would know for compose files by their names.
fn take_in(root: &Root, files: &mut Vec<SourceFile>) {
    let mut wanted: VecDeque<String> = files.iter().flat_map(names_taken_in).collect();
    if wanted.is_empty() {
        return;
    }
    let mut known: HashMap<String, usize> = files.iter().map(|f| f.path.clone()).zip(0..).collect();
    let mut room = MAX_CONTEXT_FILES;
    while let Some(path) = wanted.pop_front().filter(|_| room > 0) {
        let place = match known.get(&path) {
            Some(place) => *place,
            None => {
                room -= 1;
                let Ok(text) = text(&root.outside(&path), MAX_CONTEXT_BYTES) else { continue };
                known.insert(path.clone(), files.len());
                files.push(SourceFile { kind: FileKind::Other, lint: false, ..SourceFile::new(path, text) });
                files.len() - 1
            }
        };
        if let Some(file) = files.get_mut(place).filter(|file| file.kind == FileKind::Other) {
            file.kind = FileKind::Compose;
            wanted.extend(names_taken_in(file));
        }
    }
}

fn names_taken_in(file: &SourceFile) -> Vec<String> {
    let may_name = |word: &str| file.text.contains(word);
    if file.kind != FileKind::Compose || !(may_name("extends") || may_name("include")) {
        return Vec::new();
    }
    let (compose, _) = compose::parse(&file.text);
    compose.taken_in().iter().filter_map(|path| join(file.folder(), path)).collect()
}

/// One file, of the kind that is asked for.
pub(crate) fn one(root: &Root, inside: &str, kind: FileKind) -> Result<SourceFile, Failure> {
    let text = text(&root.outside(inside), MAX_FILE_BYTES as u64)?;
    Ok(SourceFile { kind, ..SourceFile::new(inside, text) })
}

/// The text of a file of at most `limit` bytes.
fn text(path: &Path, limit: u64) -> Result<String, Failure> {
    let size = std::fs::metadata(path).map_err(|error| error.to_string())?.len();
    if size > limit {
        return Err(format!("larger than {} MiB, and not looked at", limit / (1024 * 1024)));
    }
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    decode(bytes)
}

/// The text of `bytes`.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("not UTF-8 from byte {at} on, and not looked at")
    })
}

/// The kind of a file whose name does not tell it: by the first line that is neither blank nor a comment.
pub(crate) fn guess_kind(text: &str, otherwise: FileKind) -> FileKind {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let Some(first) = lines.next() else {
        return otherwise;
    };
    let word = first.split_whitespace().next().unwrap_or_default();
    let is_section = |line: &str| ["services:", "include:"].iter().any(|key| line.starts_with(key));
    let assigns = first.split_once('=').is_some_and(|(key, _)| {
        let key = key.trim().trim_start_matches("export ");
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    });
    if word.eq_ignore_ascii_case("from") || word.eq_ignore_ascii_case("arg") {
        FileKind::Dockerfile
    } else if is_section(first) || lines.any(is_section) {
        FileKind::Compose
    } else if assigns {
        FileKind::Dotenv
    } else {
        otherwise
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_the_kind_of_a_nameless_file() {
        for (text, kind) in [
            ("# syntax=docker/dockerfile:1\nARG V=1\nFROM x:$V\n", FileKind::Dockerfile),
            ("name: shop\nservices:\n  web: {}\n", FileKind::Compose),
            ("export A=1\n", FileKind::Dotenv),
            ("hello\n", FileKind::Other),
            ("", FileKind::Other),
        ] {
            assert_eq!(guess_kind(text, FileKind::Other), kind, "{text:?}");
        }
    }

    #[test]
    fn files_that_are_taken_in_are_read_whatever_their_names() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        std::fs::create_dir(folder.path().join("sub")).expect("the folder can be made");
        for (name, text) in [
            ("common.yml", "include: [sub/more.yml, gone.yml]\n"),
            ("sub/more.yml", "services: {b: {extends: {file: ../common.yml, service: a}}}\n"),
            ("other.yml", "services: {}\n"),
        ] {
            std::fs::write(folder.path().join(name), text).expect("the file can be written");
        }
        let root = Root::find(folder.path(), &[folder.path().to_owned()]);
        let source = "services: {a: {extends: {file: common.yml, service: a}, env_file: x}}";
        let mut files = vec![
            SourceFile::new("compose.yaml", source),
            SourceFile::new("common.yml", "include: [sub/more.yml]"),
        ];
        take_in(&root, &mut files);
        let found: Vec<_> = files.iter().skip(1).map(|f| (f.path.as_str(), f.kind, f.lint)).collect();
        let compose = FileKind::Compose;
        assert_eq!(found, [("common.yml", compose, true), ("sub/more.yml", compose, false)]);
    }

    #[test]
    fn a_dockerfile_among_many_reads_few_of_them() {
        let folder = tempfile::TempDir::new().expect("a temporary folder");
        let names: Vec<String> = (0..40).map(|n| format!("{n}.Dockerfile")).collect();
        for name in names.iter().map(String::as_str).chain(["compose.yaml"]) {
            std::fs::write(folder.path().join(name), "FROM a\n").expect("the file can be written");
        }
        let root = Root::find(folder.path(), &[folder.path().to_owned()]);
        let read = |linted: SourceFile| {
            let mut listing = names.clone();
            listing.push("compose.yaml".to_owned());
            let around = Surroundings { listing, ..Surroundings::default() };
            with_context(&root, vec![linted], around, &BTreeSet::new()).files().count()
        };
        assert_eq!(read(SourceFile::new("0.Dockerfile", "FROM a\n")), 1 + MAX_CONTEXT_DOCKERFILES + 1);
        assert_eq!(read(SourceFile::new("compose.yaml", "services: {}\n")), 1 + names.len());
    }
}
