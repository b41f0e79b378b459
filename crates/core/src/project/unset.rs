//! [`Unset`]: a `${NAME}` for which Compose finds no value and puts in nothing.

use super::env_files::EnvFiles;
use super::{Project, Stack, Tree, session};
use crate::compose::{self, Pair, Service, Value, ValueKind};
use crate::interpolation;
use crate::text::Span;
use crate::workspace::FileId;
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
        EnvFiles::around(self, project).above_have(name)
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
        if at.in_shell && assigns(text, name) {
            return Some(UnsetReason::OfShell);
        }
        if session::may_set(name) || self.env_files.above_have(name) {
            return None;
        }
        if let Some((file, span)) = at.container.and_then(|container| self.set_for_container(container, name))
        {
            return Some(UnsetReason::OfContainer(file, span));
        }
        if let Some(container) = at.container.filter(|_| self.env_files.are_known()) {
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
