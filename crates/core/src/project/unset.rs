//! [`Unset`]: a `${NAME}` for which Compose finds no value and puts in nothing.

use super::{Project, Stack, Tree, session};
use crate::compose::{self, Pair, Service, Value, ValueKind};
use crate::dotenv::Dotenv;
use crate::interpolation;
use crate::secrets::is_example;
use crate::text::Span;
use crate::workspace::{FileId, join};
use std::collections::{HashMap, HashSet};

/// A use of a variable that has neither a value nor a default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unset {
    /// The variable.
    pub name: String,
    /// The compose file that uses it.
    pub file: FileId,
    /// Its name there.
    pub span: Span,
    /// The `$` before it.
    pub dollar: Span,
    /// Whether a shell in the container would expand it: in a `command`, `entrypoint` or health check that starts one.
    pub in_shell: bool,
    /// How it is known that it has no value.
    pub reason: UnsetReason,
}

/// How it is known that a variable has no value; whoever starts Compose could have it in the shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsetReason {
    /// The command assigns it itself: it is one of the container's shell.
    OfShell,
    /// The service's `environment` sets it, which is for the container alone.
    OfContainer(FileId, Span),
    /// A file of the service's `env_file` sets it, which is for the container alone.
    OfEnvFile(FileId, Span),
    /// The .env file beside the compose file lacks it, and no other one there has it.
    NotInEnv(FileId),
    /// There is only an example of a .env file, and that lacks it.
    NotInExample(FileId),
    /// There is neither, and no other .env file of the project has it.
    Nowhere,
}

impl Stack<'_> {
    /// Whether a `.env` in a folder above sets `name`: it counts where Compose is started there.
    #[must_use]
    pub fn is_set_above(&self, project: &Project<'_>, name: &str) -> bool {
        EnvFiles::around(self, project).above.iter().any(|dotenv| has(dotenv, name))
    }

    /// The variables in the stack's own files that certainly or most likely have no value.
    #[must_use]
    pub fn unset_variables(&self, project: &Project<'_>) -> Vec<Unset> {
        let mut search =
            Search { stack: self, project, env_files: EnvFiles::around(self, project), found: Vec::new() };
        for id in &self.files {
            let Tree::Compose(file) = &project.file(*id).tree else { continue };
            for document in &file.documents {
                for service in document.get("services").map(Value::entries).unwrap_or_default() {
                    search.service(service.key.as_str(), &service.value, *id);
                }
                // What services took over from an extension has been seen with them.
                search.walk(document, Position { file: *id, container: None, in_shell: false });
            }
        }
        let mut seen = HashSet::new();
        search.found.retain(|unset| seen.insert((unset.file, unset.span)));
        search.found
    }
}

/// Where a value stands.
#[derive(Clone, Copy)]
struct Position<'m> {
    file: FileId,
    /// The container that it is for.
    container: Option<&'m Container<'m>>,
    in_shell: bool,
}

/// What a service gives its container.
struct Container<'m> {
    service: Service<'m>,
    /// Its `environment`.
    environment: HashMap<&'m str, Pair<'m>>,
}

impl<'m> Container<'m> {
    fn new(service: Service<'m>) -> Self {
        let environment = service.environment().into_iter().map(|pair| (pair.key.as_str(), pair)).collect();
        Self { service, environment }
    }
}

struct Search<'s, 'a> {
    stack: &'s Stack<'a>,
    project: &'s Project<'a>,
    env_files: EnvFiles<'s>,
    found: Vec<Unset>,
}

impl<'s, 'a> Search<'s, 'a> {
    fn service(&mut self, name: &str, value: &Value<'_>, file: FileId) {
        let view = self.stack.view();
        let container = view.service(name).map(Container::new);
        for entry in value.entries() {
            let in_shell = match entry.key.as_str() {
                "command" | "entrypoint" => starts_shell(&entry.value),
                "healthcheck" => {
                    entry.value.get("test").is_some_and(|test| !test.is_list() || starts_shell(test))
                }
                _ => false,
            };
            self.walk(&entry.value, Position { file, container: container.as_ref(), in_shell });
        }
    }

    fn walk(&mut self, value: &Value<'_>, at: Position<'_>) {
        match &value.kind {
            ValueKind::List(items) => items.iter().for_each(|item| self.walk(item, at)),
            ValueKind::Map(entries) => entries.iter().for_each(|entry| self.walk(&entry.value, at)),
            ValueKind::Scalar { scalar, .. } if scalar.is_text() && scalar.value.contains('$') => {
                let (template, _) = interpolation::parse(&scalar.value);
                let lookup = |name: &str| self.stack.environment.variables.get(name).map(String::as_str);
                let Ok(expansion) = template.expand(&lookup) else { return };
                let variables = template.variables();
                for name in expansion.unset {
                    let place = variables.binary_search_by_key(&name.span, |variable| variable.name.span);
                    let Some(variable) = place.ok().and_then(|place| variables.get(place)) else { continue };
                    let Some(reason) = self.reason(name.value, &scalar.value, at) else { continue };
                    let dollar = variable.span.start as usize;
                    self.found.push(Unset {
                        name: name.value.to_owned(),
                        file: at.file,
                        span: scalar.span_of(name.span.range()),
                        dollar: scalar.span_of(dollar..dollar + 1),
                        in_shell: at.in_shell,
                        reason,
                    });
                }
            }
            ValueKind::Scalar { .. } => {}
        }
    }

    fn reason(&self, name: &str, text: &str, at: Position<'_>) -> Option<UnsetReason> {
        let usual = session::may_set(name);
        if at.in_shell && assigns(text, name) {
            return Some(UnsetReason::OfShell);
        }
        if usual || self.env_files.above.iter().any(|dotenv| has(dotenv, name)) {
            return None;
        }
        if let Some((file, span)) = at.container.and_then(|container| self.set_for_container(container, name))
        {
            return Some(UnsetReason::OfContainer(file, span));
        }
        let is_known = self.env_files.is_known && !self.env_files.is_elsewhere;
        if let Some(container) = at.container.filter(|_| is_known) {
            for (file, dotenv) in self.stack.env_files(self.project, container.service) {
                if let Some(entry) = dotenv.entries().find(|entry| entry.key.value == name) {
                    return Some(UnsetReason::OfEnvFile(file, entry.key.span));
                }
            }
        }
        if self.env_files.another_has(name) { None } else { self.env_files.lacking() }
    }

    /// Where `environment` sets `name` to something that does not itself refer to it.
    fn set_for_container(&self, container: &Container<'_>, name: &str) -> Option<(FileId, Span)> {
        let pair = container.environment.get(name)?;
        pair.given()?;
        let text = pair.raw.as_scalar_text()?;
        let written = text.raw().unwrap_or(text.scalar());
        let (template, _) = interpolation::parse(&written.value);
        let refers = template.variables().iter().any(|variable| variable.name.value == name);
        (!refers).then(|| self.stack.locate(pair.key.place()))
    }
}

/// The .env files in the folder of a stack.
struct EnvFiles<'s> {
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
    fn around(stack: &Stack<'_>, project: &'s Project<'_>) -> Self {
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

    fn another_has(&self, name: &str) -> bool {
        // A name without a value in `.env` itself is meant to come from the shell.
        let main = self.main.map(|(_, dotenv)| dotenv);
        self.others.iter().chain(&self.above).copied().chain(main).any(|dotenv| has(dotenv, name))
            // A fresh checkout has only the example.
            || self.main.is_none()
                && self.example.is_some_and(|(_, dotenv)| has(dotenv, name) || has_switched_off(dotenv, name))
    }

    fn lacking(&self) -> Option<UnsetReason> {
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

/// Whether a command begins with a shell: `sh -c ...`, `CMD-SHELL`.
fn starts_shell(command: &Value<'_>) -> bool {
    let texts = compose::texts(Some(command));
    let mut words = texts.iter().flat_map(|text| text.split_whitespace()).take(4).peekable();
    while let Some(word) = words.next() {
        let name = word.rsplit('/').next().unwrap_or_default();
        let has_script = words.peek().is_some_and(|option| option.starts_with('-') && option.ends_with('c'));
        if word == "CMD-SHELL" || (["sh", "bash", "ash", "dash", "zsh"].contains(&name) && has_script) {
            return true;
        }
    }
    false
}

/// Whether the shell command `text` gives `name` a value: `NAME=`, `for NAME in`, `read NAME`.
fn assigns(text: &str, name: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + name.len()..).unwrap_or_default();
        if before.ends_with(|c| is_name(c) || matches!(c, '$' | '{' | '-')) || after.starts_with(is_name) {
            return false;
        }
        let word =
            before.split_whitespace().next_back().unwrap_or_default().trim_start_matches(['\'', '"', '(']);
        let is_separate =
            before.is_empty() || before.ends_with(|c: char| c.is_whitespace() || ";(&|'\"".contains(c));
        is_separate && (after.starts_with('=') || ["for", "read", "-r", "export", "local"].contains(&word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_command_assigns() {
        for (text, expected) in [
            ("for i in 1 2; do echo $i; done", true),
            ("i=0; echo $i", true),
            ("sh -c 'while read -r i; do echo $i; done'", true),
            ("echo $i", false),
            ("run --i=$i", false),
            ("run --config i=$i", true),
            ("ii=1 $i", false),
        ] {
            assert_eq!(assigns(text, "i"), expected, "{text}");
        }
    }
}
