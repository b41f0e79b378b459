//! [`Settings`]: the environment variables that a service starts with, wherever they are written.

use super::{Project, Stack};
use crate::compose::{Service, Text};
use crate::dotenv::Quote;
use crate::text::{Mapped, Span};
use crate::workspace::FileId;
use std::collections::HashSet;
use std::ops::Range;

/// The environment of a service: its `environment`, and what its `env_file`s add.
#[derive(Clone, Debug, Default)]
pub struct Settings<'s> {
    /// Each variable once.
    pub items: Vec<Setting<'s>>,
    /// Whether that is all, so that a variable that is not there is not set: no file is missing, and no name depends on a variable.
    pub is_complete: bool,
}

/// A variable of a service's environment.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'s> {
    /// Its name.
    pub name: &'s str,
    /// Its value; `None` where it comes from the shell or from a variable that nobody knows.
    pub value: Option<&'s str>,
    /// Where it is written: a compose file, or a .env file.
    pub file: FileId,
    /// The value there, or where there is none the name.
    pub span: Span,
    pub(super) written: Written<'s>,
}

/// What a value is read from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Written<'s> {
    Compose(Text<'s>),
    Dotenv(&'s Mapped<'s>),
    /// There is only a name.
    Nothing(Span),
}

impl Written<'_> {
    /// Where a byte range of the value stands.
    pub(super) fn span_of(&self, range: Range<usize>) -> Span {
        match self {
            Self::Compose(text) => text.slice(range).span(),
            Self::Dotenv(text) => text.span(range),
            Self::Nothing(span) => *span,
        }
    }
}

impl Settings<'_> {
    /// Whether one of the variables whose names begin like this has a value, known or not.
    #[must_use]
    pub fn has_prefix(&self, prefix: &str) -> bool {
        let is_set = |setting: &Setting<'_>| setting.value.is_none_or(|value| !value.is_empty());
        self.items.iter().any(|setting| setting.name.starts_with(prefix) && is_set(setting))
    }

    /// The variable of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Setting<'_>> {
        self.items.iter().find(|setting| setting.name == name)
    }
}

impl<'a> Stack<'a> {
    /// The environment that `service`, one of this stack, starts with.
    #[must_use]
    pub fn settings<'s>(&'s self, project: &'s Project<'a>, service: Service<'s>) -> Settings<'s> {
        let files = self.env_files(project, service);
        let mut settings = Settings {
            items: Vec::new(),
            is_complete: !self.model.is_partial && files.len() == service.env_files().len(),
        };
        for pair in service.environment() {
            let given = pair.given();
            settings.is_complete &= pair.key.is_literal();
            let (file, span) = self.locate(given.unwrap_or(pair.key).place());
            let value = given.filter(|_| !pair.raw.is_unknown()).map(|text| text.as_str());
            let written = given.map_or(Written::Nothing(span), Written::Compose);
            settings.items.push(Setting { name: pair.key.as_str(), value, file, span, written });
        }
        let mut seen: HashSet<&str> = settings.items.iter().map(|setting| setting.name).collect();
        // `environment` wins over the files, and of these the later over the earlier.
        for (file, dotenv) in files.iter().rev() {
            let entries: Vec<_> = dotenv.entries().collect();
            for entry in entries.into_iter().rev() {
                if !seen.insert(entry.key.value) {
                    continue;
                }
                let text = entry.value.as_ref();
                let is_known = |value: &&crate::dotenv::Value<'_>| {
                    value.quote == Quote::Single || !value.text.contains('$')
                };
                settings.items.push(Setting {
                    name: entry.key.value,
                    value: text.filter(is_known).map(|value| value.text.as_str()),
                    file: *file,
                    span: text.map_or(entry.key.span, |value| value.span),
                    written: text
                        .map_or(Written::Nothing(entry.key.span), |value| Written::Dotenv(&value.text)),
                });
            }
        }
        settings
    }

    /// The services called `name` in the stacks of the same folder, this one's included: files that are meant to be merged may be
    /// known only one by one, and what one lacks another may have.
    pub fn namesakes<'p>(
        &self,
        project: &'p Project<'a>,
        name: &str,
    ) -> impl Iterator<Item = (&'p Stack<'a>, Service<'p>)> {
        let folder = self.folder(project.workspace);
        let beside = project.stacks.iter().filter(move |stack| stack.folder(project.workspace) == folder);
        beside.filter_map(move |stack| Some((stack, stack.view().service(name)?)))
    }
}

#[cfg(test)]
mod tests {
    use crate::project::{ParsedFile, Project};
    use crate::workspace::{SourceFile, Workspace};

    #[test]
    fn environment_wins_over_files() {
        let compose = "services: {a: {image: x, env_file: [one.env, two.env], environment: {A: '1', B: }}}";
        let workspace = Workspace::new(vec![
            SourceFile::new("compose.yaml", compose),
            SourceFile::new("one.env", "A=2\nC=3\nD=4\n"),
            SourceFile::new("two.env", "C=5\nC=6\nE=$X\n"),
        ]);
        let parsed = workspace.files().map(|(_, file)| ParsedFile::new(file)).collect();
        let project = Project::link(&workspace, parsed);
        let stack = &project.stacks[0];
        let settings = stack.settings(&project, stack.view().service("a").unwrap());
        let mut values: Vec<_> = settings.items.iter().map(|s| (s.name, s.value)).collect();
        values.sort_unstable();
        let expected = [("A", Some("1")), ("B", None), ("C", Some("6")), ("D", Some("4")), ("E", None)];
        assert_eq!(values, expected);
        assert!(settings.is_complete);
        assert!(settings.has_prefix("B") && !settings.has_prefix("F"));
    }
}
