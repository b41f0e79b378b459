//! [`EnvFiles`]: the .env files around a stack.

use super::{Project, Stack, Tree, UnsetReason};
use crate::compose::Service;
use crate::dotenv::Dotenv;
use crate::secrets::is_example;
use crate::workspace::{FileId, join};

/// The .env files in the folder of a stack.
pub(super) struct EnvFiles<'s> {
    /// `.env` itself.
    main: Option<(FileId, &'s Dotenv<'s>)>,
    /// Its example.
    example: Option<(FileId, &'s Dotenv<'s>)>,
    /// All others: somebody may pass them with `--env-file`.
    others: Vec<&'s Dotenv<'s>>,
    /// `.env` in folders above: one of them counts where Compose is started there.
    above: Vec<&'s Dotenv<'s>>,
    /// Whether it is known whether there is a `.env`.
    is_known: bool,
    /// Whether a service reads a `.env` that is not here: somebody has one, and keeps it out of the repository.
    is_elsewhere: bool,
    /// Whether all of the project is at hand, and no .env file stands in another folder.
    is_whole: bool,
}

impl<'s> EnvFiles<'s> {
    /// The files around `stack`.
    pub(super) fn around(stack: &Stack<'_>, project: &'s Project<'_>) -> Self {
        let folder = stack.folder(project.workspace);
        let mut files = Self {
            main: None,
            example: None,
            others: Vec::new(),
            above: Vec::new(),
            is_known: false,
            is_elsewhere: false,
            is_whole: true,
        };
        for (id, file) in project.workspace.files() {
            let Tree::Dotenv(dotenv) = &project.file(id).tree else { continue };
            if is_above(file.folder(), folder) && file.name() == ".env" {
                files.above.push(dotenv);
            } else if file.folder() != folder {
                files.is_whole = false;
            } else if file.name() == ".env" {
                // What stands behind a mistake was not read.
                let is_read = project.file(id).errors.is_empty();
                files.main = is_read.then_some((id, dotenv));
            } else if is_example(file.name()) {
                files.example = Some((id, dotenv));
            } else {
                files.others.push(dotenv);
            }
        }
        files.is_whole &= stack.files.first().is_some_and(|first| project.is_among_others(*first));
        let listed = join(folder, ".env").and_then(|path| project.workspace.exists(&path));
        files.is_known = files.main.is_some() || listed == Some(false);
        let mut read = stack.view().services().flat_map(Service::env_files);
        files.is_elsewhere = files.main.is_none()
            && read.any(|file| stack.path(project.workspace, file.path) == join(folder, ".env"));
        files
    }

    /// Whether a `.env` in a folder above has the variable: it counts where Compose is started there.
    pub(super) fn above_have(&self, name: &str) -> bool {
        self.above.iter().any(|dotenv| has(dotenv, name))
    }

    /// Whether a service's `env_file` can be blamed for a variable: it is known which `.env` there is.
    pub(super) fn are_known(&self) -> bool {
        self.is_known && !self.is_elsewhere
    }

    /// Whether any other .env file that may count has the variable.
    pub(super) fn another_has(&self, name: &str) -> bool {
        // A name without a value in `.env` itself is meant to come from the shell.
        let main = self.main.map(|(_, dotenv)| dotenv);
        self.others.iter().chain(&self.above).copied().chain(main).any(|dotenv| has(dotenv, name))
            // A fresh checkout has only the example.
            || self.main.is_none()
                && self.example.is_some_and(|(_, dotenv)| has(dotenv, name) || has_switched_off(dotenv, name))
    }

    /// Why a variable has no value that no file sets.
    pub(super) fn lacking(&self) -> Option<UnsetReason> {
        let is_alone = self.is_known && self.above.is_empty();
        let example = self.example.filter(|_| is_alone);
        let is_nowhere = is_alone && self.is_whole && self.others.is_empty();
        self.main
            .map(|(id, _)| UnsetReason::NotInEnv(id))
            .or(example.map(|(id, _)| UnsetReason::NotInExample(id)))
            .or(is_nowhere.then_some(UnsetReason::Nowhere))
    }
}

fn has(dotenv: &Dotenv<'_>, name: &str) -> bool {
    dotenv.entries().any(|entry| entry.key.value == name)
}

impl<'a> Stack<'a> {
    /// What the example of a .env file says of `name`, where there is no `.env` yet: whoever starts from it has that value.
    #[must_use]
    pub fn example_value<'p>(&self, project: &'p Project<'a>, name: &str) -> Option<(FileId, &'p str)> {
        let files = EnvFiles::around(self, project);
        let (id, example) = files.example.filter(|_| files.main.is_none())?;
        let entry = example.entries().find(|entry| entry.key.value == name)?;
        Some((id, entry.value.as_ref()?.text.as_str()))
    }
}

/// Whether a comment holds an assignment to `name`, as examples show what may be left out.
fn has_switched_off(dotenv: &Dotenv<'_>, name: &str) -> bool {
    dotenv.comments().any(|comment| {
        let text = comment.trim_start_matches('#').trim_start();
        let text = text.strip_prefix("export ").unwrap_or(text);
        text.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='))
    })
}

/// Whether the folder `above` holds the folder `below`, and is not the same.
fn is_above(above: &str, below: &str) -> bool {
    let inside = if above.is_empty() { Some(below) } else { below.strip_prefix(above) };
    inside.is_some_and(|rest| !rest.is_empty() && (above.is_empty() || rest.starts_with('/')))
}
