//! [`Workspace`]: the virtual file set that core works on. Nothing in core opens a file; whoever calls it brings the texts.

use crate::SyntaxError;
use crate::secrets::is_example;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// The largest file that is linted, in bytes. A larger one is reported and left alone.
pub const MAX_FILE_BYTES: usize = 16 * 1024 * 1024;

/// The longest line that is linted, in bytes. Nobody writes such a line; a file that has one is reported and left alone.
pub const MAX_LINE_BYTES: usize = 256 * 1024;

/// Names one file of a [`Workspace`]; only meaningful together with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// `Dockerfile`, `Containerfile`, `Dockerfile.*`, `*.Dockerfile`, `*.dockerfile`.
    Dockerfile,
    /// `compose.yaml`, `docker-compose.yml`, `compose.*.yaml`, `*compose*.yml` and the like.
    Compose,
    /// `.env`, `.env.*`, `*.env`; `.env-example`, `env.example` and the like.
    Dotenv,
    /// `requirements*.txt`.
    Requirements,
    /// `package.json`.
    PackageJson,
    /// `.dockerignore`, `*.dockerignore`.
    Dockerignore,
    /// `.gitignore`.
    Gitignore,
    /// Anything else that was given: only rules about any text look into it.
    Other,
}

impl FileKind {
    /// The kind that a path's last part tells.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let name = file_name(path);
        let lower = name.to_ascii_lowercase();
        let yaml = lower.ends_with(".yaml") || lower.ends_with(".yml");
        if lower == ".dockerignore" || lower.ends_with(".dockerignore") {
            Self::Dockerignore
        } else if ["dockerfile", "containerfile"].contains(&lower.as_str())
            || lower.ends_with(".dockerfile")
            || name.starts_with("Dockerfile.")
            || name.starts_with("Containerfile.")
        {
            Self::Dockerfile
        } else if yaml && lower.contains("compose") {
            Self::Compose
        } else if lower == ".env"
            || lower.starts_with(".env.")
            || lower.ends_with(".env")
            || is_env_example(&lower)
        {
            Self::Dotenv
        } else if lower.starts_with("requirements") && lower.ends_with(".txt") {
            Self::Requirements
        } else if lower == "package.json" {
            Self::PackageJson
        } else if lower == ".gitignore" {
            Self::Gitignore
        } else {
            Self::Other
        }
    }
}

/// `.env-example`, `.env_sample`, `env.dist`: the names of examples that are not named like a .env file itself.
fn is_env_example(name: &str) -> bool {
    let rest = name.strip_prefix('.').unwrap_or(name).strip_prefix("env");
    let is_named_so = rest.is_some_and(|rest| rest.starts_with(['.', '-', '_']));
    is_named_so && name.rsplit(['.', '-', '_']).next().is_some_and(is_example)
}

/// One file: where it stands and what it says.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path from the project's root, with `/` between its parts and without a leading `./`.
    pub path: String,
    /// The whole text.
    pub text: String,
    /// What it is read as.
    pub kind: FileKind,
    /// Whether findings in it are wanted. Files that others only refer to are read, but not judged.
    pub lint: bool,
}

impl SourceFile {
    /// A file to lint, of the kind that its name tells.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let path = path.into();
        Self { kind: FileKind::of(&path), path, text: text.into(), lint: true }
    }

    /// The folder that holds the file: `""` for the root, else without a trailing slash.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last part of the path.
    #[must_use]
    pub fn name(&self) -> &str {
        file_name(&self.path)
    }

    /// What keeps the file from being read, and where: its size, or that of a line.
    #[must_use]
    pub fn excess(&self) -> Option<SyntaxError> {
        if self.text.len() <= MAX_LINE_BYTES {
            return None;
        }
        if self.text.len() > MAX_FILE_BYTES {
            let message = "The file is larger than 16 MiB and was not looked at.";
            return Some(SyntaxError::new(Span::default(), message));
        }
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            if line.len() > MAX_LINE_BYTES {
                let message = "This line is longer than 256 KiB, so the file was not looked at.";
                return Some(SyntaxError::new(Span::empty(start), message));
            }
            start += line.len();
        }
        None
    }
}

/// A set of files, and what is known about files that were not read.
#[derive(Clone, Debug, Default)]
pub struct Workspace {
    files: Vec<SourceFile>,
    /// Where the first file of each path stands in `files`.
    places: HashMap<String, usize>,
    /// Paths of all files under the root, read or not; `None` where nobody looked.
    listing: Option<BTreeSet<String>>,
    /// Folders of the listing into which nobody looked.
    unlisted: BTreeSet<String>,
}

impl Workspace {
    /// A workspace of `files`, of which nothing more is known: no rule may conclude that another file is missing.
    #[must_use]
    pub fn new(files: Vec<SourceFile>) -> Self {
        let mut places = HashMap::with_capacity(files.len());
        for (place, file) in files.iter().enumerate() {
            places.entry(file.path.clone()).or_insert(place);
        }
        Self { files, places, listing: None, unlisted: BTreeSet::new() }
    }

    /// Makes known that `paths`, together with the files themselves, are all that the project holds.
    #[must_use]
    pub fn with_listing(mut self, paths: impl IntoIterator<Item = String>) -> Self {
        let own = self.files.iter().map(|file| file.path.clone());
        self.listing = Some(own.chain(paths).collect());
        self
    }

    /// Makes known that there are `folders` whose contents the listing lacks: too large, or out of scope.
    #[must_use]
    pub fn with_unlisted(mut self, folders: impl IntoIterator<Item = String>) -> Self {
        self.unlisted.extend(folders);
        self
    }

    /// The same files under other paths, as a caller shows them. The listing goes: its paths would no longer fit.
    #[must_use]
    pub fn renamed(self, name: impl Fn(&str) -> String) -> Self {
        let rename = |file: SourceFile| SourceFile { path: name(&file.path), ..file };
        Self::new(self.files.into_iter().map(rename).collect())
    }

    /// All files, in the order in which they were given.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(place, file)| (FileId::at(place), file))
    }

    /// The file that `id` names.
    ///
    /// # Panics
    /// Where `id` comes from another workspace: a mistake of the caller's, never of the input's.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.index()]
    }

    /// Changes the text of one file, as a fix does.
    pub fn set_text(&mut self, id: FileId, text: String) {
        if let Some(file) = self.files.get_mut(id.index()) {
            file.text = text;
        }
    }

    /// The file at exactly this path.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.places.get(path).map(|place| FileId::at(*place))
    }

    /// Whether a file stands at `path`, or a folder that holds one; `None` where that is not known.
    #[must_use]
    pub fn exists(&self, path: &str) -> Option<bool> {
        let listing = self.listing.as_ref()?;
        let folder = format!("{path}/");
        let inside = listing.range(folder.clone()..).next().is_some_and(|first| first.starts_with(&folder));
        if path.is_empty() || inside || listing.contains(path) || self.unlisted.contains(path) {
            return Some(true);
        }
        let in_unlisted = |(at, _): (usize, &str)| path.get(..at).is_some_and(|f| self.unlisted.contains(f));
        let unknown = self.unlisted.contains("") || path.match_indices('/').any(in_unlisted);
        if unknown { None } else { Some(false) }
    }

    /// The names of the files and folders that are known to stand directly in `folder`.
    #[must_use]
    pub fn names_in(&self, folder: &str) -> BTreeSet<&str> {
        let above = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        // A listing holds the files too.
        let own = self.files.iter().filter(|_| self.listing.is_none()).map(|file| &file.path);
        let listed = self
            .listing
            .iter()
            .chain([&self.unlisted])
            .flat_map(|paths| paths.range(above.clone()..).take_while(|path| path.starts_with(&above)));
        let near = own.chain(listed);
        let inside = near.filter_map(|path| path.strip_prefix(&above)?.split('/').next());
        inside.filter(|name| !name.is_empty()).collect()
    }

    /// All known paths in order, read or not; `None` where nobody looked.
    #[must_use]
    pub fn listing(&self) -> Option<&BTreeSet<String>> {
        self.listing.as_ref()
    }
}

impl FileId {
    fn at(place: usize) -> Self {
        Self(u32::try_from(place).unwrap_or(u32::MAX))
    }

    /// The place of the file in [`Workspace::files`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

/// Joins a relative path to a folder and removes `.` and `..`; `None` where it leaves the root or is absolute.
#[must_use]
pub fn join(folder: &str, relative: &str) -> Option<String> {
    if relative.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(relative.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_follow_the_name() {
        for (path, kind) in [
            ("Dockerfile", FileKind::Dockerfile),
            ("a/Dockerfile.dev", FileKind::Dockerfile),
            ("0001.Dockerfile", FileKind::Dockerfile),
            ("Dockerfile.dockerignore", FileKind::Dockerignore),
            ("compose.override.yaml", FileKind::Compose),
            ("my-compose-file.yml", FileKind::Compose),
            ("compose.txt", FileKind::Other),
            ("prod.env", FileKind::Dotenv),
            (".env.example", FileKind::Dotenv),
            ("a/.env-sample", FileKind::Dotenv),
            ("env.dist", FileKind::Dotenv),
            ("env.example.js", FileKind::Other),
            ("environment-template", FileKind::Other),
            ("requirements-dev.txt", FileKind::Requirements),
            ("web/package.json", FileKind::PackageJson),
        ] {
            assert_eq!(FileKind::of(path), kind, "{path}");
        }
    }

    #[test]
    fn knows_folders_only_with_a_listing() {
        let workspace = Workspace::new(vec![SourceFile::new("a/b.txt", "")]);
        assert_eq!(workspace.exists("a"), None);
        let workspace = workspace.with_listing(["c/d/e".to_owned()]);
        assert_eq!(workspace.exists("a"), Some(true));
        assert_eq!(workspace.exists("c/d"), Some(true));
        assert_eq!(workspace.exists("c/d/e"), Some(true));
        assert_eq!(workspace.exists("c/x"), Some(false));
    }

    #[test]
    fn says_nothing_about_folders_that_nobody_looked_into() {
        let workspace = Workspace::new(vec![SourceFile::new("a/b.txt", "")])
            .with_listing(["lib/known".to_owned()])
            .with_unlisted(["lib".to_owned()]);
        assert_eq!(workspace.exists("lib"), Some(true));
        assert_eq!(workspace.exists("lib/known"), Some(true));
        assert_eq!(workspace.exists("lib/deep/x"), None);
        assert_eq!(workspace.exists("library"), Some(false));
    }

    #[test]
    fn joins_paths_inside_the_root() {
        assert_eq!(join("a/b", "../c/./d").as_deref(), Some("a/c/d"));
        assert_eq!(join("", ".").as_deref(), Some(""));
        assert_eq!(join("a", "../../x"), None);
        assert_eq!(join("a", "/x"), None);
    }
}
