//! Commands as rules ask about them: a name, flags, operands; as written, and looked through `sudo`, `env`, `sh -c`.

use super::visit::{Visitor, walk_script, walk_simple};
use super::{Part, PartKind, Script, Simple, Word, dialect::basename, wrapper};
use crate::text::{Edit, Span};
use std::borrow::Cow;

/// A command that a script runs, with its arguments.
#[derive(Clone, Debug)]
pub struct Call<'s, 't> {
    /// The command as it stands in the script; several calls share one where one wraps the other.
    pub simple: &'s Simple<'t>,
    /// The word that names the command.
    pub name_word: &'s Word<'t>,
    /// The command that runs this one (`sudo`), if one does.
    pub wrapper: Option<&'s Word<'t>>,
    /// Whether it stands in the text of `sh -c '...'`.
    pub in_string: bool,
    /// What follows the name, without redirections.
    pub arguments: Vec<Argument<'s, 't>>,
    /// Every rule asks for it.
    name: &'s str,
}

/// An argument of a command.
#[derive(Clone, Debug)]
pub struct Argument<'s, 't> {
    /// After quote removal; `$x` and `${x...}` become `${x}`, substitutions stay as written.
    pub text: Cow<'s, str>,
    /// The word itself.
    pub word: &'s Word<'t>,
}

impl Argument<'_, '_> {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        self.word.span
    }

    /// Whether it begins with a dash and is neither `-` nor `--`.
    #[must_use]
    pub fn is_flag(&self) -> bool {
        self.text.starts_with('-') && self.text != "-" && self.text != "--"
    }

    /// The flags in it: `name` of `--name=value`; each character of `-abc`.
    pub fn flags(&self) -> impl Iterator<Item = &str> {
        let text = if self.is_flag() { self.text.as_ref() } else { "" };
        let long = text.strip_prefix("--").map(|long| long.split('=').next().unwrap_or(long));
        let short = if long.is_some() { "" } else { text.get(1..).unwrap_or_default() };
        let letters = short.char_indices().filter_map(move |(at, c)| short.get(at..at + c.len_utf8()));
        long.into_iter().chain(letters)
    }

    /// Whether its value, if `flag` has one, is the next argument.
    fn ends_with_flag(&self, flag: &str) -> bool {
        match self.text.strip_prefix("--") {
            Some(long) => long == flag,
            None => {
                flag.len() == 1 && self.is_flag() && !self.text.contains('=') && self.text.ends_with(flag)
            }
        }
    }
}

impl<'s, 't> Call<'s, 't> {
    /// The command's name without its directory; empty where only a run can tell.
    #[must_use]
    pub fn name(&self) -> &'s str {
        self.name
    }

    /// Whether the name is a path.
    #[must_use]
    pub fn has_directory(&self) -> bool {
        self.name_word.literal_prefix().contains('/')
    }

    /// Whether the command has one of these names.
    #[must_use]
    pub fn is_any(&self, names: &[&str]) -> bool {
        names.contains(&self.name())
    }

    /// From the name to the last argument.
    #[must_use]
    pub fn span(&self) -> Span {
        let last = self.arguments.last().map_or(self.name_word.span, Argument::span);
        self.name_word.span.to(last)
    }

    /// The edit that gives the command one more argument, right after `word`.
    #[must_use]
    pub fn insert_after(&self, word: &Word<'_>, argument: &str) -> Edit {
        let glue = if self.simple.exec { "\", \"" } else { " " };
        Edit::insert(word.span.end, format!("{glue}{argument}"))
    }

    /// Whether some argument is exactly `text`.
    #[must_use]
    pub fn has_argument(&self, text: &str) -> bool {
        self.arguments.iter().any(|argument| argument.text == text)
    }

    /// Whether some argument is one of `texts`.
    #[must_use]
    pub fn has_any_argument(&self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.has_argument(text))
    }

    /// All flags, with the argument each stands in.
    pub fn flags(&self) -> impl Iterator<Item = (&str, &Argument<'s, 't>)> {
        self.arguments.iter().flat_map(|argument| argument.flags().map(move |flag| (flag, argument)))
    }

    /// Whether the flag is given: `y` for `-y` and `-qy`, `yes` for `--yes` and `--yes=1`.
    #[must_use]
    pub fn has_flag(&self, name: &str) -> bool {
        self.flags().any(|(flag, _)| flag == name)
    }

    /// Whether one of the flags is given.
    #[must_use]
    pub fn has_any_flag(&self, names: &[&str]) -> bool {
        self.flags().any(|(flag, _)| names.contains(&flag))
    }

    /// The arguments that are neither flags nor the values of the flags `valued`.
    pub fn operands(&self, valued: &[&str]) -> impl Iterator<Item = &Argument<'s, 't>> {
        operands(&self.arguments, valued)
    }
}

/// Those of `arguments` that are neither flags nor the values of the flags `valued`.
pub fn operands<'c, 's, 't>(
    arguments: &'c [Argument<'s, 't>],
    valued: &[&str],
) -> impl Iterator<Item = &'c Argument<'s, 't>> {
    let mut skip = false;
    arguments.iter().filter(move |argument| {
        if std::mem::take(&mut skip) {
            return false;
        }
        skip = valued.iter().any(|flag| argument.ends_with_flag(flag));
        !argument.is_flag()
    })
}

/// The name that a word spells, as far as it can be had without joining parts.
pub(super) fn name_of<'s>(word: &'s Word<'_>) -> &'s str {
    let mut parts = word.parts.as_slice();
    // `\rm` runs rm without its alias, but then the first letter stands apart: nothing to borrow.
    if let [Part { kind: PartKind::Double(inner), .. }] = parts {
        parts = inner;
    }
    match parts {
        [Part { kind: PartKind::Literal, raw, .. }] => basename(raw),
        [Part { kind: PartKind::Single(text), .. }] => basename(text),
        _ => "",
    }
}

/// Every command of a script, at any depth, in the order of the text; a wrapped command follows the one that wraps it.
#[must_use]
pub fn calls<'s, 't>(script: &'s Script<'t>) -> Vec<Call<'s, 't>> {
    let mut collector = Collector { calls: Vec::new(), strings: 0 };
    walk_script(&mut collector, script);
    collector.calls
}

/// How many commands may wrap each other in one simple command; each costs a list of the arguments.
const MAX_WRAPPERS: usize = 8;

struct Collector<'s, 't> {
    calls: Vec<Call<'s, 't>>,
    /// How many `sh -c` strings stand around.
    strings: usize,
}

impl<'s, 't> Visitor<'s, 't> for Collector<'s, 't> {
    fn visit_simple(&mut self, simple: &'s Simple<'t>) {
        let mut words = simple.words.as_slice();
        let mut wrapper = None;
        for _ in 0..MAX_WRAPPERS {
            let [name_word, rest @ ..] = words else { break };
            let arguments = rest.iter().map(|word| Argument { text: word.text(), word }).collect();
            let in_string = self.strings > 0;
            let name = name_of(name_word);
            self.calls.push(Call { simple, name_word, wrapper, in_string, arguments, name });
            let Some(inner) = wrapper::wrapped_command(words) else { break };
            wrapper = Some(name_word);
            words = words.get(inner..).unwrap_or_default();
        }
        walk_simple(self, simple);
    }

    fn visit_wrapped(&mut self, script: &'s Script<'t>) {
        self.strings += 1;
        walk_script(self, script);
        self.strings -= 1;
    }
}
