//! [`Leak`]: a credential that stands in a file, and how it stands there. The facts behind the rules of the family `secrets`.

mod command;
mod compose;
mod config;
mod dockerfile;
mod dotenv;
mod text;

use super::classify::{Class, Credential, classify};
use super::mask;
use super::weak::server_credential;
use crate::project::Tree;
use crate::sorting::sort_by_key;
use crate::text::Span;
use crate::workspace::SourceFile;
use std::ops::Range;

/// Where and how a credential stands in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Anywhere: a provider's token.
    Token,
    /// Anywhere: a private key.
    PrivateKey,
    /// Anywhere: a JSON Web Token.
    WebToken,
    /// Anywhere: a login of a package manager or registry.
    RegistryLogin,
    /// Anywhere: in a URL or connection string.
    Url,
    /// `ENV` of a Dockerfile.
    Env,
    /// The default of an `ARG`, or `build.args` of a Compose file.
    BuildArg,
    /// `LABEL`, or `labels` of a Compose file.
    Label,
    /// `environment` of a Compose file.
    Environment,
    /// A command: RUN, CMD, `command` and the like.
    Command,
    /// A variable of a .env file.
    Dotenv,
    /// A setting in a file of another kind: JSON, YAML, Python.
    Config,
}

/// A credential that stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leak {
    /// How it stands there.
    pub place: Place,
    /// What it is: "GitHub personal access token", or the name of its variable in backticks.
    pub what: String,
    /// How bad it is.
    pub class: Class,
    /// Its own text, without what stands around it.
    pub span: Span,
    /// Its beginning, fit to be shown.
    pub masked: String,
    /// Where else in the file the same credential stands.
    pub again: Vec<Span>,
}

/// Collects what is found in one file.
#[derive(Debug, Default)]
struct Found {
    candidates: Vec<Candidate>,
}

#[derive(Debug)]
struct Candidate {
    leak: Leak,
    value: String,
    /// A server's own credential goes before those that its clients use.
    rank: u8,
}

impl Found {
    /// Adds a credential that is known to be one.
    pub(super) fn push(
        &mut self,
        place: Place,
        what: impl Into<String>,
        class: Class,
        span: Span,
        value: &str,
    ) {
        // Two ways to the same text: the one that knows more about it came first.
        if self.candidates.iter().any(|known| known.leak.span.overlaps(span)) {
            return;
        }
        let leak = Leak { place, what: what.into(), class, span, masked: mask(value), again: Vec::new() };
        self.candidates.push(Candidate { leak, value: value.to_owned(), rank: 1 });
    }

    /// Adds the value of a variable, key or flag called `name`, where it is a credential; `locate` tells where a range of the
    /// value stands. `beside` as for [`super::weakness`].
    pub(super) fn weigh(
        &mut self,
        place: Place,
        name: &str,
        value: &str,
        beside: &[&str],
        locate: impl Fn(Range<usize>) -> Span,
    ) {
        self.weigh_shown_as(&format!("`{name}`"), place, name, value, beside, locate);
    }

    /// The same, for what is better known under another name: a flag of a command.
    fn weigh_shown_as(
        &mut self,
        shown: &str,
        place: Place,
        name: &str,
        value: &str,
        beside: &[&str],
        locate: impl Fn(Range<usize>) -> Span,
    ) {
        let Some(Credential { class, range }) = classify(name, value, beside) else {
            return;
        };
        let text = value.get(range.clone()).unwrap_or_default();
        let what = match class {
            Class::Named(provider) => format!("{provider} in {shown}"),
            _ => shown.to_owned(),
        };
        let before = self.candidates.len();
        self.push(place, what, class, locate(range), text);
        if let Some(new) = self.candidates.get_mut(before..).and_then(<[_]>::first_mut) {
            new.rank = match place {
                Place::Command => 2,
                _ => u8::from(server_credential(name).is_none()),
            };
        }
    }

    /// All leaks in the order of `text`; where a value stands several times, one of them.
    fn finish(mut self, text: &str) -> Vec<Leak> {
        for candidate in &mut self.candidates {
            candidate.leak.span = whole_characters(candidate.leak.span, text);
        }
        sort_by_key(&mut self.candidates, |candidate| (candidate.rank, candidate.leak.span));
        let mut leaks: Vec<(Leak, String)> = Vec::new();
        for Candidate { leak, value, .. } in self.candidates {
            match leaks.iter_mut().find(|(_, known)| *known == value) {
                Some((first, _)) => first.again.push(leak.span),
                None => leaks.push((leak, value)),
            }
        }
        let mut leaks: Vec<Leak> = leaks.into_iter().map(|(leak, _)| leak).collect();
        sort_by_key(&mut leaks, |leak| leak.span);
        leaks
    }
}

/// The credentials in a file, in the order of the text.
pub(crate) fn leaks(file: &SourceFile, tree: &Tree<'_>) -> Vec<Leak> {
    let mut found = Found::default();
    text::in_text(&file.text, &mut found);
    match tree {
        Tree::Compose(file) => compose::in_compose(file, &mut found),
        Tree::Dockerfile(file) => dockerfile::in_dockerfile(file, &mut found),
        Tree::Dotenv(dotenv) => dotenv::in_dotenv(dotenv, &mut found),
        Tree::Text(text) => config::in_config(&file.path, text, &mut found),
        Tree::Ignore(_) | Tree::PackageJson(_) | Tree::Requirements(_) => {}
    }
    found.finish(&file.text)
}

/// The smallest span of whole characters around `span`: in a word of several quoted pieces, a place is only known roughly.
fn whole_characters(span: Span, text: &str) -> Span {
    let range = span.range();
    Span::new(text.floor_char_boundary(range.start), text.ceil_char_boundary(range.end))
}

/// Whether the variable called `name` names a user or a database, which a password beside it should not repeat.
fn names_another(name: &str) -> bool {
    ["_USER", "_USERNAME", "_DB", "_DATABASE", "_NAME", "USER", "_LOGIN"]
        .iter()
        .any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use crate::project::ParsedFile;
    use crate::workspace::SourceFile;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn spans_are_whole_characters_in_every_kind_of_file(
            text in "(services:\n  a:\n    command: |FROM a\nRUN |ENV |mysql -p|--password[ =]|[\"'é\\\\ ]|\\[\"|\", \"|\\]|correct-horse|\n){0,16}",
        ) {
            for path in ["compose.yaml", "Dockerfile", ".env", "app.py"] {
                let file = SourceFile::new(path, text.clone());
                for leak in ParsedFile::new(&file).leaks {
                    for span in leak.again.iter().chain([&leak.span]) {
                        prop_assert!(text.get(span.range()).is_some(), "{path}: {span:?}");
                    }
                }
            }
        }
    }
}
