//! The folders that Dockerfiles are built from.

use super::{ParsedFile, Project, Tree};
use crate::ignorefile::IgnoreFile;
use crate::workspace::{FileId, SourceFile, Workspace, join};
use std::collections::{BTreeMap, BTreeSet};

/// A folder that a Dockerfile is built from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// Its path in the project; empty for the project's own folder.
    pub folder: String,
    /// Whether a compose file says so; else it is a guess, the Dockerfile's own folder.
    pub is_named: bool,
}

/// The ignore file of a context.
#[derive(Clone, Copy, Debug)]
pub enum ContextIgnore<'f> {
    /// There is none, as far as is known.
    Absent,
    /// This one.
    Read(FileId, &'f IgnoreFile<'f>),
    /// There is one that was not read: it may leave out anything.
    Unread,
}

impl Context {
    /// The path in the project of what stands at `path` in the context.
    #[must_use]
    pub fn path(&self, path: &str) -> String {
        if self.folder.is_empty() { path.to_owned() } else { format!("{}/{path}", self.folder) }
    }

    /// The path in the context of what stands at `path` in the project.
    #[must_use]
    pub fn within<'p>(&self, path: &'p str) -> Option<&'p str> {
        if self.folder.is_empty() { Some(path) } else { path.strip_prefix(&self.folder)?.strip_prefix('/') }
    }

    /// The ignore file that counts when `dockerfile` is built from here: its own, else that of the context.
    pub(super) fn ignore_of<'f>(
        &self,
        workspace: &Workspace,
        files: &'f [ParsedFile<'_>],
        dockerfile: &SourceFile,
    ) -> ContextIgnore<'f> {
        let names = [format!("{}.dockerignore", dockerfile.path), self.path(".dockerignore")];
        let id = names.iter().find_map(|name| workspace.find(name));
        match id.and_then(|id| Some((id, &files.get(id.index())?.tree))) {
            Some((id, Tree::Ignore(ignore))) => ContextIgnore::Read(id, ignore),
            _ if names.iter().any(|name| workspace.exists(name) == Some(true)) => ContextIgnore::Unread,
            _ => ContextIgnore::Absent,
        }
    }
}

impl ContextIgnore<'_> {
    /// Whether what stands at `path` in the context may be left out of it.
    #[must_use]
    pub fn may_ignore(self, path: &str, is_folder: bool) -> bool {
        match self {
            Self::Absent => false,
            Self::Read(_, ignore) => ignore.matches(path, is_folder),
            Self::Unread => true,
        }
    }
}

impl Project<'_> {
    /// The folders from which a Dockerfile is built.
    #[must_use]
    pub fn contexts(&self, dockerfile: FileId) -> Vec<Context> {
        self.contexts.of(self.workspace.file(dockerfile))
    }

    /// The ignore file that counts when `dockerfile` is built from `context`.
    #[must_use]
    pub fn ignore_of(&self, dockerfile: FileId, context: &Context) -> ContextIgnore<'_> {
        context.ignore_of(self.workspace, &self.files, self.workspace.file(dockerfile))
    }
}

/// From which folders the compose files build Dockerfiles, by the Dockerfile's path.
#[derive(Debug, Default)]
pub(super) struct Contexts(BTreeMap<String, BTreeSet<String>>);

impl Contexts {
    /// Collects what the compose files say, each as it is written.
    pub(super) fn new(workspace: &Workspace, files: &[ParsedFile<'_>]) -> Self {
        let mut found = Self::default();
        for ((_, file), parsed) in workspace.files().zip(files) {
            let Tree::Compose(compose) = &parsed.tree else { continue };
            for build in compose.services().filter_map(|service| service.build()) {
                let context = build.context().map_or(".", |context| context.as_str());
                let Some(folder) = join(file.folder(), context) else { continue };
                let name = build.dockerfile().map_or("Dockerfile", |name| name.as_str());
                if let Some(path) = join(&folder, name) {
                    found.0.entry(path).or_default().insert(folder);
                }
            }
        }
        found
    }

    /// The folders from which a Dockerfile is built: those that compose files say, or else its own.
    pub(super) fn of(&self, dockerfile: &SourceFile) -> Vec<Context> {
        match self.0.get(&dockerfile.path) {
            Some(folders) => {
                folders.iter().map(|folder| Context { folder: folder.clone(), is_named: true }).collect()
            }
            None => vec![Context { folder: dockerfile.folder().to_owned(), is_named: false }],
        }
    }
}
