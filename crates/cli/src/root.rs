//! [`Root`]: the folder that is taken as the project.

use crate::paths;
use docklint_core::config::FILE_NAMES;
use std::path::{Path, PathBuf};

/// The project's folder, and how its files are shown to someone who stands elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Root {
    /// Absolute.
    pub(crate) folder: PathBuf,
    /// Where the user stands.
    cwd: PathBuf,
    /// Whether the user wrote absolute paths, and wants to see such.
    shows_absolute: bool,
}

impl Root {
    /// The nearest folder at or above all `given` paths that holds a configuration file or a repository; without one, the working
    /// folder if it holds all that is given, else the deepest folder that does.
    pub(crate) fn find(cwd: &Path, given: &[PathBuf]) -> Self {
        let folders = given.iter().map(|path| {
            let path = paths::absolute(cwd, path);
            if path.is_dir() { path } else { path.parent().map_or_else(|| path.clone(), Path::to_owned) }
        });
        let base = folders.reduce(|a, b| paths::common(&a, &b)).unwrap_or_else(|| cwd.to_owned());
        let marked = base.ancestors().find(|folder| {
            folder.join(".git").exists() || FILE_NAMES.iter().any(|name| folder.join(name).is_file())
        });
        let folder = match marked {
            Some(folder) => folder.to_owned(),
            None if base.starts_with(cwd) => cwd.to_owned(),
            None => base,
        };
        Self { folder, cwd: cwd.to_owned(), shows_absolute: given.iter().any(|path| path.is_absolute()) }
    }

    /// The whole file system, so that every path can be followed wherever it leads.
    pub(crate) fn whole(cwd: &Path, given: &[PathBuf]) -> Self {
        let folder = cwd.ancestors().last().unwrap_or(cwd).to_owned();
        Self { folder, cwd: cwd.to_owned(), shows_absolute: given.iter().any(|path| path.is_absolute()) }
    }

    /// The path of a file as core has it; `None` outside of the project.
    pub(crate) fn inside(&self, path: &Path) -> Option<String> {
        let path = paths::absolute(&self.cwd, path);
        path.strip_prefix(&self.folder).ok().map(paths::with_slashes)
    }

    /// The file that core has at `inside`.
    pub(crate) fn outside(&self, inside: &str) -> PathBuf {
        self.folder.join(inside)
    }

    /// How `inside` is shown: from the working folder, or in full where the user wrote it so.
    pub(crate) fn shown(&self, inside: &str) -> String {
        let path = self.outside(inside);
        match path.strip_prefix(&self.cwd) {
            Ok(below) => paths::with_slashes(below),
            Err(_) if self.shows_absolute => paths::with_slashes(&path),
            Err(_) => paths::with_slashes(&paths::relative(&self.cwd, &path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_paths_as_they_were_given() {
        let root = |shows_absolute| Root { folder: "/p".into(), cwd: "/p/sub".into(), shows_absolute };
        assert_eq!(root(false).shown("sub/Dockerfile"), "Dockerfile");
        assert_eq!(root(false).shown("other/Dockerfile"), "../other/Dockerfile");
        assert_eq!(root(true).shown("other/Dockerfile"), "/p/other/Dockerfile");
        assert_eq!(root(false).inside(Path::new("../x")).as_deref(), Some("x"));
        assert_eq!(root(false).inside(Path::new("../../x")), None);
    }
}
