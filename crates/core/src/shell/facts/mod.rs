//! What rules ask about a script, found in one walk: commands, words, expansions and where they stand, variables.
//!
//! Scripts in strings (`sh -c '...'`) are not part of it: to this script they are arguments.

mod collect;
mod effects;
mod flow;
mod lists;
mod loops;
mod plural;
mod removal;
mod silence;
mod test;
#[cfg(test)]
mod tests;
mod variables;

pub use flow::Status;
pub use loops::loop_over_command;
pub use removal::{Removed, removed_paths};
pub use test::{Comparison, Test, TestKind};
pub use variables::Variables;

use super::basename;
use super::{
    AndOr, CommandKind, Dialect, For, List, Part, PartKind, Pipeline, Redirect, Script, Simple, Word,
};
use crate::text::{Span, Spanned};
use std::borrow::Cow;

/// What is known about the place where a script runs.
#[derive(Clone, Debug, Default)]
pub struct Environment<'e> {
    /// The variables that are set before it starts: ARG and ENV of a Dockerfile. They are taken to hold one plain word.
    pub variables: Vec<&'e str>,
    /// Whether the shell is started with `-e`.
    pub errexit: bool,
    /// Whether others may set variables too: true for a container that runs, false for a build.
    pub open: bool,
    /// Whether what `a && b` assigns in b is in doubt afterwards, as it is for ShellCheck. In a build, a failing a ends it all.
    pub doubts_and: bool,
}

/// The facts about one script.
#[derive(Debug)]
pub struct Facts<'s, 't> {
    /// The script itself.
    pub script: &'s Script<'t>,
    /// Every simple command.
    pub commands: Vec<CommandFact<'s, 't>>,
    /// Every pipeline.
    pub pipelines: Vec<&'s Pipeline<'t>>,
    /// Every and-or list, and whether its result is a condition.
    pub and_ors: Vec<(&'s AndOr<'t>, bool)>,
    /// Every `for` and `select`.
    pub loops: Vec<&'s For<'t>>,
    /// Every `[ ]`, `[[ ]]` and `test`.
    pub tests: Vec<Test<'s, 't>>,
    /// Every word.
    pub words: Vec<WordFact<'s, 't>>,
    /// Every part of every word, outer before inner.
    pub parts: Vec<PartFact<'s, 't>>,
    /// Every name in arithmetic, which needs no `$` there.
    pub arithmetic: Vec<Spanned<&'s str>>,
    /// Assigned and referenced names.
    pub variables: Variables<'s>,
    /// Whether the script stops at the first failing command, wherever it says so.
    pub errexit: bool,
    /// Whether others may set variables too.
    pub open: bool,
    silences: Vec<silence::Silence>,
}

/// A simple command and its surroundings.
#[derive(Clone, Copy, Debug)]
pub struct CommandFact<'s, 't> {
    /// The command.
    pub simple: &'s Simple<'t>,
    /// Whether its result, or the result of what it stands in, decides what happens next.
    pub conditional: bool,
    /// Whether its output goes into a pipe or a substitution.
    pub output_is_read: bool,
}

/// A word and its role.
#[derive(Clone, Copy, Debug)]
pub struct WordFact<'s, 't> {
    /// The word.
    pub word: &'s Word<'t>,
    /// What the shell does with it.
    pub role: Role,
    /// The simple command it stands in, by index in [`Facts::commands`].
    pub command: Option<usize>,
}

/// What the shell does with a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Runs it.
    Name,
    /// Hands it to a command.
    Argument,
    /// Compares it: an operand or operator of `[ ]` and `[[ ]]`.
    Test,
    /// Assigns it.
    Value,
    /// Redirects to it.
    Target,
    /// Loops over it.
    LoopWord,
    /// Matches it: subject or pattern of `case`.
    Case,
    /// Anything within a part: the argument of `${...}`, an element of an array, an alternative of braces.
    Inner,
}

/// A part and its surroundings.
#[derive(Clone, Copy, Debug)]
pub struct PartFact<'s, 't> {
    /// The part.
    pub part: &'s Part<'t>,
    /// Index in [`Facts::words`] of the word it stands in; `None` in here-documents and arithmetic.
    pub word: Option<usize>,
    /// Whether the shell does not split it into words: between double quotes, in an assignment, in `[[ ]]` ...
    pub whole: bool,
    /// Whether it stands between double quotes, or in a here-document.
    pub quoted: bool,
    /// Whether its word is the name of a command, and nothing else is in that word.
    pub names_command: bool,
    /// Whether it stands within `${...}`.
    pub in_parameter: bool,
    /// The simple command it stands in, by index in [`Facts::commands`].
    pub command: Option<usize>,
    /// What is known of the variable's value here; [`Status::Dirty`] for other parts.
    pub status: Status,
}

impl<'s, 't> Facts<'s, 't> {
    /// Collects the facts in one walk.
    #[must_use]
    pub fn new(script: &'s Script<'t>, environment: &Environment<'s>) -> Self {
        collect::collect(script, environment)
    }

    /// The shell that the script is written for.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        self.script.dialect
    }

    /// Whether a `# shellcheck disable=` comment asks not to report this code at this place.
    #[must_use]
    pub fn silences(&self, code: &str, span: Span) -> bool {
        self.silences.iter().any(|silence| silence.covers(code, span))
    }

    /// The commands of this name, with or without a directory before it.
    pub fn named<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f CommandFact<'s, 't>> {
        self.commands.iter().filter(move |command| command.simple.name() == Some(name))
    }

    /// The simple command that a part or word stands in.
    #[must_use]
    pub fn command_of(&self, index: Option<usize>) -> Option<&'s Simple<'t>> {
        self.commands.get(index?).map(|command| command.simple)
    }

    /// The role of the word that a part stands in.
    #[must_use]
    pub fn role_of(&self, part: &PartFact<'s, 't>) -> Option<Role> {
        self.words.get(part.word?).map(|word| word.role)
    }

    /// Neighbouring stages of all pipelines that are simple commands.
    pub fn neighbours(&self) -> impl Iterator<Item = (&'s Simple<'t>, &'s Simple<'t>)> {
        self.pipelines.iter().flat_map(|pipeline| pipeline.commands.windows(2)).filter_map(
            |pair| match pair {
                [first, second] => Some((first.as_simple()?, second.as_simple()?)),
                _ => None,
            },
        )
    }
}

impl<'t> super::Command<'t> {
    /// The simple command, if it is one.
    #[must_use]
    pub fn as_simple(&self) -> Option<&Simple<'t>> {
        match &self.kind {
            CommandKind::Simple(simple) => Some(simple),
            _ => None,
        }
    }
}

impl<'t> List<'t> {
    /// The only command, if there is exactly one, in a pipeline of its own.
    #[must_use]
    pub fn single(&self) -> Option<&super::Command<'t>> {
        let [AndOr { pipelines, .. }] = self.items.as_slice() else { return None };
        let [Pipeline { commands, .. }] = pipelines.as_slice() else { return None };
        let [command] = commands.as_slice() else { return None };
        Some(command)
    }

    /// The only simple command, if there is exactly one.
    #[must_use]
    pub fn single_simple(&self) -> Option<&Simple<'t>> {
        self.single()?.as_simple()
    }
}

impl<'t> Simple<'t> {
    /// The name as written, if it is literal.
    #[must_use]
    pub fn exact_name(&self) -> Option<Cow<'_, str>> {
        self.words.first()?.literal()
    }

    /// The name without its directory, if it is literal and unescaped.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        Some(super::call::name_of(self.words.first()?)).filter(|name| !name.is_empty())
    }

    /// Whether the name is exactly `name`, without a directory; looks through `builtin`.
    #[must_use]
    pub fn is_exactly(&self, name: &str) -> bool {
        match self.words.as_slice() {
            [first, second, ..] if first.is("builtin") => second.is(name),
            [first, ..] => first.is(name),
            [] => false,
        }
    }

    /// The words after the name.
    #[must_use]
    pub fn arguments(&self) -> &[Word<'t>] {
        self.words.get(1..).unwrap_or_default()
    }

    /// The flags among the arguments, up to `--`: letters of `-abc`, names of `--name=value`; each with its word.
    pub fn flags(&self) -> impl Iterator<Item = (String, &Word<'t>)> {
        let texts = self.arguments().iter().map(|word| (flag_text(word), word));
        texts.take_while(|(text, _)| text != "--").flat_map(|(text, word)| {
            let flags: Vec<String> = match (text.strip_prefix("--"), text.strip_prefix('-')) {
                (Some(long), _) => vec![long.split('=').next().unwrap_or_default().to_owned()],
                (None, Some(letters)) => letters.chars().map(String::from).collect(),
                (None, None) => Vec::new(),
            };
            flags.into_iter().map(move |flag| (flag, word))
        })
    }

    /// Whether one of the flags is given.
    #[must_use]
    pub fn has_flag(&self, names: &[&str]) -> bool {
        self.flags().any(|(flag, _)| names.contains(&flag.as_str()))
    }

    /// The arguments that do not begin with a dash.
    pub fn operands(&self) -> impl Iterator<Item = &Word<'t>> {
        self.arguments().iter().filter(|word| !flag_text(word).starts_with('-'))
    }

    /// The first argument of `echo` and its letters, if `echo` of bash takes it for flags: `-e`, `-n`, `-ne`.
    #[must_use]
    pub fn leading_echo_flags(&self) -> Option<(&Word<'t>, String)> {
        let word = self.arguments().first()?;
        let text = word.literal()?;
        let letters = text.strip_prefix('-').filter(|letters| !letters.is_empty())?;
        letters.chars().all(|c| "eEsn".contains(c)).then(|| (word, letters.to_owned()))
    }

    /// The redirections that write to the file descriptor `fd`.
    pub fn outputs(&self, fd: &str) -> impl Iterator<Item = &Redirect<'t>> {
        self.redirects.iter().filter(move |redirect| redirect.writes_to(fd))
    }

    /// The basename, looking through the builtins that only run another command.
    #[must_use]
    pub fn inner_name(&self) -> Option<Cow<'_, str>> {
        let through = ["builtin", "command", "exec", "run", "busybox"];
        let inner =
            self.words.iter().find(|word| !word.bare().is_some_and(|text| through.contains(&text)))?;
        Some(match inner.literal()? {
            Cow::Borrowed(name) => Cow::Borrowed(basename(name)),
            Cow::Owned(name) => Cow::Owned(basename(&name).to_owned()),
        })
    }
}

impl Redirect<'_> {
    /// Whether it sends the output of file descriptor `fd` to a file.
    #[must_use]
    pub fn writes_to(&self, fd: &str) -> bool {
        use super::RedirectOperator::{Append, AppendBoth, Clobber, Write, WriteBoth};
        match self.operator.value {
            Write | Append | Clobber => self.fd.as_ref().map_or("1", |fd| fd.value.as_ref()) == fd,
            WriteBoth | AppendBoth => fd == "1" || fd == "2",
            _ => false,
        }
    }
}

/// The text of a word as flags are read from it: an expansion counts as something without a dash.
fn flag_text(word: &Word<'_>) -> String {
    word.text_with(|part| match &part.kind {
        PartKind::Parameter(_) | PartKind::Substitution(_) | PartKind::Backticks(_) => "${VAR}".into(),
        _ => part.raw.to_string().into(),
    })
}
