//! Which values variables hold, as far as quoting cares: the state of an abstract run of the script.

use crate::shell::{Part, PartKind, Word};
use std::collections::BTreeMap;

/// What is known of a variable's value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// One plain word: splitting and globbing leave it as it is.
    Clean,
    /// Nothing: without quotes it vanishes.
    Empty,
    /// May hold anything.
    #[default]
    Dirty,
}

impl Status {
    /// The value of two pieces side by side.
    fn concat(self, next: Self) -> Self {
        match (self, next) {
            (Self::Empty, other) | (other, Self::Empty) => other,
            (Self::Clean, Self::Clean) => Self::Clean,
            _ => Self::Dirty,
        }
    }

    /// The value after two paths meet.
    pub(super) fn join(self, other: Self) -> Self {
        match (self, other) {
            (Self::Clean | Self::Empty, Self::Clean) | (Self::Clean, Self::Empty) => Self::Clean,
            (Self::Empty, Self::Empty) => Self::Empty,
            _ => Self::Dirty,
        }
    }

    fn of_text(text: &str) -> Self {
        if text.is_empty() {
            Self::Empty
        } else if text.contains([' ', '\t', '\n', '*', '?', '[']) {
            Self::Dirty
        } else {
            Self::Clean
        }
    }
}

/// Variables that the shell itself sets to a number or a plain word.
const CLEAN: [&str; 20] = [
    "BASHPID",
    "EUID",
    "UID",
    "PPID",
    "RANDOM",
    "SRANDOM",
    "SECONDS",
    "LINENO",
    "OPTIND",
    "SHLVL",
    "SHELLOPTS",
    "COLUMNS",
    "LINES",
    "HISTSIZE",
    "HISTFILESIZE",
    "EPOCHSECONDS",
    "EPOCHREALTIME",
    "BASH_LINENO",
    "BASH_SUBSHELL",
    "BASH_ARGC",
];

/// The state of the variables at a point of the run, with a log by which a side path can be undone.
#[derive(Debug, Default)]
pub(super) struct State<'s> {
    values: BTreeMap<&'s str, Status>,
    log: Vec<(&'s str, Option<Status>)>,
}

/// What a path changed: names and what they hold at its end.
pub(super) type Changes<'s> = BTreeMap<&'s str, Status>;

impl<'s> State<'s> {
    pub(super) fn get(&self, name: &str) -> Status {
        let known = if CLEAN.contains(&name) { Status::Clean } else { Status::Dirty };
        self.values.get(name).copied().unwrap_or(known)
    }

    pub(super) fn set(&mut self, name: &'s str, status: Status) {
        let before = self.values.insert(name, status);
        self.log.push((name, before));
    }

    /// A point to come back to.
    pub(super) fn mark(&self) -> usize {
        self.log.len()
    }

    /// Goes back to `mark`; what had changed since is returned.
    pub(super) fn undo(&mut self, mark: usize) -> Changes<'s> {
        let mut changes = Changes::new();
        while self.log.len() > mark {
            let Some((name, before)) = self.log.pop() else { break };
            changes.entry(name).or_insert_with(|| self.values.get(name).copied().unwrap_or_default());
            match before {
                Some(status) => self.values.insert(name, status),
                None => self.values.remove(name),
            };
        }
        changes
    }

    /// Goes on where all `paths` meet. An empty path is one on which nothing changes.
    pub(super) fn meet(&mut self, paths: &[Changes<'s>]) {
        let names: std::collections::BTreeSet<&'s str> =
            paths.iter().flat_map(|path| path.keys().copied()).collect();
        for name in names {
            let here = self.get(name);
            let met = paths.iter().map(|path| path.get(name).copied().unwrap_or(here)).reduce(Status::join);
            self.set(name, met.unwrap_or(here));
        }
    }

    /// What a word is worth as the value of a variable.
    pub(super) fn value(&self, word: &Word<'_>) -> Status {
        self.parts(&word.parts)
    }

    /// What text followed by parts is worth.
    pub(super) fn text_and_parts(&self, text: &str, parts: &[Part<'_>]) -> Status {
        Status::of_text(text).concat(self.parts(parts))
    }

    fn parts(&self, parts: &[Part<'_>]) -> Status {
        parts.iter().map(|part| self.part(part)).fold(Status::Empty, Status::concat)
    }

    fn part(&self, part: &Part<'_>) -> Status {
        match &part.kind {
            PartKind::Double(inner) => self.parts(inner),
            PartKind::Arithmetic(_) => Status::Clean,
            PartKind::Parameter(parameter) => match parameter.name.as_ref() {
                "#" | "?" | "$" | "!" => Status::Clean,
                name if parameter.operator.is_none()
                    && parameter.index.is_none()
                    && !parameter.length
                    && !parameter.indirect =>
                {
                    self.get(name)
                }
                _ => Status::Dirty,
            },
            PartKind::Tilde | PartKind::Glob => Status::Dirty,
            _ => part.literal().map_or(Status::Dirty, |text| Status::of_text(&text)),
        }
    }
}
