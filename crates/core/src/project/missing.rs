//! [`Missing`]: a path that a file names and that leads nowhere.

use super::{Project, Tree};
use crate::ignorefile::Dialect;
use crate::suggest;
use crate::workspace::{FileId, FileKind};
use std::collections::BTreeSet;

/// Nothing stands at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The path up to the first part that is not there.
    pub path: String,
    /// What stands beside it under nearly the same name, as a path.
    pub near: Option<String>,
}

impl Missing {
    /// "There is `X`", "did you mean" or nothing: how to go on from a message.
    #[must_use]
    pub fn hint(&self) -> String {
        match &self.near {
            Some(near) if near.eq_ignore_ascii_case(&self.path) => {
                format!(" There is `{near}`, and letters of another case are another name.")
            }
            Some(near) => format!(" Did you mean `{near}`?"),
            None => String::new(),
        }
    }
}

impl Project<'_> {
    /// What is known about `path`, which the file `from` names, where nothing stands there. Says nothing unless it is plain that the
    /// file stands within its project, nor about what every clone makes for itself: files that git ignores, submodules.
    #[must_use]
    pub fn missing(&self, path: &str, from: FileId) -> Option<Missing> {
        if self.workspace.exists(path) != Some(false) || self.workspace.exists(".gitmodules") != Some(false) {
            return None;
        }
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        let gone = ends
            .filter_map(|end| path.get(..end))
            .find(|above| self.workspace.exists(above) == Some(false))?;
        let (folder, name) = gone.rsplit_once('/').unwrap_or(("", gone));
        let beside = self.workspace.names_in(folder);
        let near = suggest::nearest(name, &beside.into_iter().collect::<Vec<_>>());
        let near =
            near.map(|near| if folder.is_empty() { near.to_owned() } else { format!("{folder}/{near}") });
        let is_plain = near.is_some() || self.is_among_others(from);
        (is_plain && self.is_git_ignored(path) != Some(true)).then(|| Missing { path: gone.to_owned(), near })
    }

    /// Whether the file bears a usual name and stands above other files than those that docklint reads: a file on its own, or one of
    /// a collection, tells nothing about what belongs to it.
    pub(super) fn is_among_others(&self, id: FileId) -> bool {
        let file = self.workspace.file(id);
        let is_usual = ["dockerfile", "containerfile", "compose", "docker-compose"]
            .iter()
            .any(|name| file.name().to_ascii_lowercase().starts_with(name));
        is_usual
            && self.folders_with_others.get_or_init(|| self.folders_with_others()).contains(file.folder())
    }

    /// The folders that hold, themselves or further down, other files than those that docklint reads.
    fn folders_with_others(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for path in self.workspace.listing().into_iter().flatten() {
            let is_other = matches!(
                FileKind::of(path),
                FileKind::Other | FileKind::PackageJson | FileKind::Requirements
            );
            let mut above = path.rsplit_once('/').map(|(folder, _)| folder).or(Some(""));
            while let Some(folder) = above.filter(|folder| is_other && !found.contains(*folder)) {
                found.insert(folder.to_owned());
                above = match folder.rsplit_once('/') {
                    Some((folder, _)) => Some(folder),
                    None => Some("").filter(|_| !folder.is_empty()),
                };
            }
        }
        found
    }

    /// Whether some .gitignore leaves out the file at `path`; `None` where there is no .gitignore that could.
    #[must_use]
    pub fn is_git_ignored(&self, path: &str) -> Option<bool> {
        let mut verdicts = self.workspace.files().filter_map(|(id, file)| {
            let Tree::Ignore(ignore) = &self.file(id).tree else {
                return None;
            };
            let below = match file.folder() {
                "" => Some(path),
                folder => path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')),
            };
            (ignore.dialect == Dialect::Git).then(|| below.map(|below| ignore.matches(below, false)))?
        });
        let first = verdicts.next()?;
        Some(first || verdicts.any(|ignored| ignored))
    }
}
