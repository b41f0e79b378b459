//! [`Project`]: all files of a workspace, parsed once, and what links them.

pub mod resolve;
pub mod session;

mod builders;
mod contexts;
mod env_files;
mod missing;
mod network;
mod raw_readers;
mod referred;
mod settings;
mod shipped;
mod stack;
mod unset;
mod variable_port;

pub use builders::{Builder, build_places};
pub use contexts::{Context, ContextIgnore};
pub use missing::Missing;
pub use network::Endpoint;
pub use settings::{Setting, Settings};
pub use shipped::Shipped;
pub use stack::{BASE_NAMES, OVERRIDE_NAMES, Stack};
pub use unset::{Unset, UnsetReason};
pub use variable_port::VariablePort;

use crate::SyntaxError;
use crate::compose::{self, ComposeFile};
use crate::dockerfile::{self, Dockerfile};
use crate::dotenv::{self, Dotenv, Fault};
use crate::ignorefile::{self, IgnoreFile};
use crate::package_json::{self, PackageJson};
use crate::requirements::{self, Requirements};
use crate::secrets::leaks::{Leak, leaks};
use crate::text::Span;
use crate::workspace::{FileId, FileKind, SourceFile, Workspace};
use contexts::Contexts;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// One file's tree, by what the file is.
#[derive(Debug)]
pub enum Tree<'a> {
    /// A compose file.
    Compose(ComposeFile<'a>),
    /// A Dockerfile.
    Dockerfile(Dockerfile<'a>),
    /// A .env file.
    Dotenv(Dotenv<'a>),
    /// A .dockerignore or .gitignore.
    Ignore(IgnoreFile<'a>),
    /// A package.json.
    PackageJson(PackageJson<'a>),
    /// A requirements.txt.
    Requirements(Requirements<'a>),
    /// A file without a grammar of ours.
    Text(&'a str),
}

/// A file after parsing. Files are parsed on their own, so callers may do it in parallel.
#[derive(Debug)]
pub struct ParsedFile<'a> {
    /// What it says.
    pub tree: Tree<'a>,
    /// What could not be understood.
    pub errors: Vec<SyntaxError>,
    /// The credentials that stand in it.
    pub leaks: Vec<Leak>,
}

impl<'a> ParsedFile<'a> {
    /// Parses `file` by its kind.
    #[must_use]
    pub fn new(file: &'a SourceFile) -> Self {
        Self::of_kind(file, file.kind)
    }

    /// Parses `file` as one of this kind.
    fn of_kind(file: &'a SourceFile, kind: FileKind) -> Self {
        if let Some(excess) = file.excess() {
            return Self::with(Tree::Text, ("", vec![excess]));
        }
        let mut parsed = Self::read(&file.text, kind);
        if let Some(nul) = nul_byte(&file.text).filter(|_| !matches!(parsed.tree, Tree::Text(_))) {
            // Whatever else could not be read is likely to come of it.
            parsed.errors = vec![nul];
        }
        parsed.leaks = leaks(file, &parsed.tree);
        parsed
    }

    fn read(text: &'a str, kind: FileKind) -> Self {
        match kind {
            FileKind::Compose => Self::with(Tree::Compose, compose::parse(text)),
            FileKind::Dockerfile => {
                let (tree, mut errors) = dockerfile::parse(text);
                errors.extend(dockerfile::validate(&tree));
                Self::with(Tree::Dockerfile, (tree, errors))
            }
            FileKind::Dotenv => Self::with(Tree::Dotenv, dotenv::parse(text)),
            FileKind::Dockerignore => Self::with(Tree::Ignore, ignorefile::parse_dockerignore(text)),
            FileKind::Gitignore => Self::with(Tree::Ignore, ignorefile::parse_gitignore(text)),
            FileKind::PackageJson => Self::with(Tree::PackageJson, package_json::parse(text)),
            FileKind::Requirements => Self::with(Tree::Requirements, requirements::parse(text)),
            _ => Self::with(Tree::Text, (text, Vec::new())),
        }
    }

    fn with<T>(tree: fn(T) -> Tree<'a>, (parsed, errors): (T, Vec<SyntaxError>)) -> Self {
        Self { tree: tree(parsed), errors, leaks: Vec::new() }
    }
}

/// The first NUL byte, which neither YAML, nor a command line, nor an environment can hold.
fn nul_byte(text: &str) -> Option<SyntaxError> {
    let at = text.find('\0')?;
    let message = "A NUL byte stands here, which no value or command can hold. Save the file as UTF-8 text.";
    Some(SyntaxError::new(Span::new(at, at + 1), message))
}

/// All files of a workspace, parsed and linked.
#[derive(Debug)]
pub struct Project<'a> {
    /// The texts.
    pub workspace: &'a Workspace,
    /// The compose files that run together, merged.
    pub stacks: Vec<Stack<'a>>,
    files: Vec<ParsedFile<'a>>,
    contexts: Contexts,
    shipped: Vec<Shipped>,
    raw_readers: BTreeMap<FileId, (FileId, Span)>,
    /// Looked for once, where a rule asks.
    folders_with_others: OnceLock<BTreeSet<String>>,
}

impl<'a> Project<'a> {
    /// Links files that were parsed in the order of [`Workspace::files`].
    #[must_use]
    pub fn link(workspace: &'a Workspace, files: Vec<ParsedFile<'a>>) -> Self {
        Self::link_with(workspace, files, &BTreeMap::new())
    }

    /// The same, with sets of compose files that run together beside those that are found by their names: see
    /// [`crate::Config::stacks`].
    #[must_use]
    pub fn link_with(
        workspace: &'a Workspace,
        mut files: Vec<ParsedFile<'a>>,
        sets: &BTreeMap<String, Vec<String>>,
    ) -> Self {
        referred::read_referred(workspace, &mut files);
        let contexts = Contexts::new(workspace, &files);
        let shipped = shipped::shipped(workspace, &files, &contexts);
        let stacks = stack::stacks(workspace, &files, sets);
        let tree = |id: FileId| files.get(id.index()).map(|file| &file.tree);
        let raw_readers = raw_readers::raw_readers(workspace, &stacks, tree);
        Self {
            workspace,
            stacks,
            files,
            contexts,
            shipped,
            raw_readers,
            folders_with_others: OnceLock::new(),
        }
    }

    /// The secret files that the Dockerfiles put into images, by Dockerfile and place.
    #[must_use]
    pub fn shipped(&self) -> &[Shipped] {
        &self.shipped
    }

    /// The place that makes something read the .env file `dotenv` raw: `docker run --env-file`, or `env_file` with `format: raw`.
    #[must_use]
    pub fn raw_reader(&self, dotenv: FileId) -> Option<(FileId, Span)> {
        self.raw_readers.get(&dotenv).copied()
    }

    /// What keeps Compose from reading the .env file `dotenv`, and what each error is about. None in a file that Compose itself reads
    /// raw, for which the grammar does not hold.
    pub fn faults(&self, dotenv: FileId) -> impl Iterator<Item = (Fault, &SyntaxError)> {
        let parsed = self.file(dotenv);
        let text = &self.workspace.file(dotenv).text;
        let is_raw = self.is_raw(dotenv);
        parsed.errors.iter().filter_map(move |error| match &parsed.tree {
            Tree::Dotenv(_) if is_raw => None,
            Tree::Dotenv(tree) => Some((tree.fault(error, text), error)),
            // The file was not read at all.
            _ => Some((Fault::Other, error)),
        })
    }

    fn is_raw(&self, dotenv: FileId) -> bool {
        let is_compose = |(reader, _)| matches!(self.file(reader).tree, Tree::Compose(_));
        self.raw_reader(dotenv).is_some_and(is_compose) && self.workspace.file(dotenv).name() != ".env"
    }

    /// The parsed file that `id` names.
    ///
    /// # Panics
    /// Where `id` comes from another workspace: a mistake of the caller's, never of the input's.
    #[must_use]
    pub fn file(&self, id: FileId) -> &ParsedFile<'a> {
        &self.files[id.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::{MAX_FILE_BYTES, MAX_LINE_BYTES};

    /// Where the first error of a file stands, and what it says.
    fn error(path: &str, text: String) -> Option<(u32, String)> {
        let file = SourceFile::new(path, text);
        let first = ParsedFile::new(&file).errors.into_iter().next()?;
        Some((first.span.start, first.message))
    }

    #[test]
    fn leaves_what_is_too_large() {
        for path in ["Dockerfile", "compose.yaml", ".env", "package.json"] {
            let (at, message) = error(path, format!("\n#{}", "a".repeat(MAX_LINE_BYTES))).unwrap();
            assert!(at == 1 && message.starts_with("This line is longer than 256 KiB"), "{path}: {message}");
            let (_, message) = error(path, "#\n".repeat(MAX_FILE_BYTES / 2 + 1)).unwrap();
            assert!(message.starts_with("The file is larger than 16 MiB"), "{path}: {message}");
        }
        assert_eq!(error(".env", format!("A={}", "a".repeat(MAX_LINE_BYTES - 2))), None);
    }

    #[test]
    fn refuses_nul_bytes() {
        for (path, text) in [
            ("Dockerfile", "FROM a\nRUN a\0b"),
            (".env", "A=b\0"),
            ("compose.yaml", "services: {a: {image: \"b\0\"}}"),
        ] {
            let (_, message) = error(path, text.to_owned()).unwrap();
            assert!(message.contains("NUL byte"), "{path}: {message}");
        }
    }
}
