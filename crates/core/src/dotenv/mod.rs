//! .env files as Compose reads them, and the two other readers that matter: `docker run --env-file` ([`raw`]) and the line by line
//! view of dotenv-linter ([`lines`]).
//!
//! Compose's reader does not go by lines: it takes a statement, then goes on with whatever follows, so that one line can define two
//! variables and a quoted value can span many. Source of the rules: compose-go's dotenv package.

mod decode;
mod differences;
mod environment;
pub mod lines;
mod parse;
pub mod raw;

pub use differences::Difference;
pub use environment::{Environment, Refusal, Unset};
use lines::Line;
pub use parse::parse;

use crate::SyntaxError;
use crate::interpolation::{self, Template};
use crate::text::{Mapped, Span, Spanned};

/// A .env file. What stands between the items is blanks and line ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dotenv<'a> {
    /// The byte order mark, which is skipped.
    pub bom: Option<Span>,
    /// Comments and entries in the order of the file.
    pub items: Vec<Item<'a>>,
    /// The same text line by line, for rules about how it looks.
    pub lines: Vec<Line<'a>>,
}

/// One thing in a .env file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item<'a> {
    /// A comment that is not behind an entry, from `#` to the end of the line (without line end).
    Comment(Spanned<&'a str>),
    /// A variable.
    Entry(Entry<'a>),
    /// A line that could not be read, and so was skipped.
    Invalid(Span),
}

/// `KEY=value`, `KEY: value` or a bare `KEY`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// From `export` or the key to the end of the value, its closing quote included, without comment.
    pub span: Span,
    /// The word `export`.
    pub export: Option<Span>,
    /// The key; may be empty.
    pub key: Spanned<&'a str>,
    /// The `=` or `:`; without it the key is bare.
    pub separator: Option<Span>,
    /// What follows the separator; `None` for a bare key, whose value comes from the environment of whoever runs Compose.
    pub value: Option<Value<'a>>,
    /// A comment behind the value on its line.
    pub comment: Option<Spanned<&'a str>>,
    /// Whether this is a bare key at the very end without a line end, which Compose takes for the *value* of a variable without
    /// a name.
    pub cut_off: bool,
}

/// What a [`crate::SyntaxError`] of a .env file is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// A line without `=` that is no comment: the whole of it, without the blanks around it.
    StrayText(Span),
    /// A `${` within a value.
    Substitution,
    /// A key or a quote.
    Other,
}

/// How a value is quoted, which decides what is special in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quote {
    /// Not at all: variables are expanded, backslashes are plain.
    None,
    /// `'`: everything is plain but `\'`.
    Single,
    /// `"`: escapes, then variables.
    Double,
}

/// A value as written, and as it is before variables are expanded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value<'a> {
    /// With the quotes.
    pub span: Span,
    /// How it is quoted.
    pub quote: Quote,
    /// Without quotes, escapes decoded, variables not yet expanded (a literal dollar sign is `$$` where variables are expanded).
    pub text: Mapped<'a>,
}

impl<'a> Dotenv<'a> {
    /// The entries in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.items.iter().filter_map(|item| match item {
            Item::Entry(entry) => Some(entry),
            _ => None,
        })
    }

    /// The line end of the file, by its first line.
    #[must_use]
    pub fn line_end(&self) -> &'static str {
        if self.lines.first().is_some_and(|line| line.line_end.len() == 2) { "\r\n" } else { "\n" }
    }

    /// The entry that holds the byte `offset`.
    #[must_use]
    pub fn entry_at(&self, offset: u32) -> Option<&Entry<'a>> {
        let next = self.items.partition_point(|item| item.span().start <= offset);
        match self.items.get(next.checked_sub(1)?)? {
            Item::Entry(entry) if offset < entry.span.end => Some(entry),
            _ => None,
        }
    }

    /// Whether the byte `offset` is part of a quoted value, so that white space there has a meaning.
    #[must_use]
    pub fn is_quoted(&self, offset: u32) -> bool {
        let value = self.entry_at(offset).and_then(|entry| entry.value.as_ref());
        value.is_some_and(|value| value.quote != Quote::None && value.span.start <= offset)
    }

    /// Whether `entry` is the first thing on one of the [`Dotenv::lines`].
    #[must_use]
    pub fn begins_line(&self, entry: &Entry<'_>) -> bool {
        let next = self.lines.partition_point(|line| line.text.span.start <= entry.span.start);
        let line = next.checked_sub(1).and_then(|at| self.lines.get(at));
        line.is_some_and(|line| {
            let before = line.text.get(..(entry.span.start - line.text.span.start) as usize);
            before.is_some_and(|before| before.trim_matches([' ', '\t']).is_empty())
        })
    }

    /// What `error`, one of this file's, is about.
    #[must_use]
    pub fn fault(&self, error: &SyntaxError, source: &str) -> Fault {
        let next = self.items.partition_point(|item| item.span().start <= error.span.start);
        match next.checked_sub(1).and_then(|at| self.items.get(at)) {
            Some(Item::Invalid(span)) => {
                let text = span.of(source).trim();
                let before = source.get(..span.start as usize).unwrap_or_default();
                let begins_line = before.rsplit('\n').next().is_some_and(|indent| indent.trim().is_empty());
                let span = Span::new(span.start as usize, span.start as usize + text.len());
                if begins_line && !text.contains('=') { Fault::StrayText(span) } else { Fault::Other }
            }
            Some(Item::Entry(_)) if !error.span.of(source).starts_with(['"', '\'', '\0']) => {
                Fault::Substitution
            }
            _ => Fault::Other,
        }
    }

    /// The comments in the order of the file, those behind entries included.
    pub fn comments(&self) -> impl Iterator<Item = Spanned<&'a str>> {
        self.items.iter().filter_map(|item| match item {
            Item::Comment(comment) => Some(*comment),
            Item::Entry(entry) => entry.comment,
            Item::Invalid(_) => None,
        })
    }
}

impl Item<'_> {
    /// Where it stands; an entry without the comment behind it.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Comment(comment) => comment.span,
            Self::Entry(entry) => entry.span,
            Self::Invalid(span) => *span,
        }
    }
}

impl Entry<'_> {
    /// The whole lines of the entry with their line end, if nothing else stands on them but a comment behind the value.
    #[must_use]
    pub fn own_lines(&self, source: &str) -> Option<Span> {
        let before = source.get(..self.span.start as usize)?;
        let indent = before.rsplit('\n').next().unwrap_or_default();
        let end = self.comment.map_or(self.span, |comment| comment.span).end as usize;
        let after = source.get(end..)?;
        let rest = after.split_inclusive('\n').next().unwrap_or_default();
        let alone = indent.trim().is_empty() && rest.trim().is_empty();
        alone.then(|| Span::new(before.len() - indent.len(), end + rest.len()))
    }
}

impl Value<'_> {
    /// The value with its variables, whose spans count within [`Value::text`]; map them with [`Mapped::span`]. `None` in single
    /// quotes, where nothing is expanded.
    #[must_use]
    pub fn template(&self) -> Option<Template<'_>> {
        (self.quote != Quote::Single).then(|| interpolation::parse(self.text.as_str()).0)
    }

    /// The quote that an unquoted value can be put in for the same value, where there is one.
    #[must_use]
    pub fn fitting_quote(&self) -> Option<&'static str> {
        if self.quote != Quote::None {
            None
        } else if !self.text.contains(['"', '\\']) {
            Some("\"")
        } else if !self.text.contains(['\'', '$']) && !self.text.ends_with('\\') {
            Some("'")
        } else {
            None
        }
    }

    /// The place of the text between the quotes.
    #[must_use]
    pub fn inner_span(&self) -> Span {
        match self.quote {
            Quote::None => self.span,
            Quote::Single | Quote::Double => Span { start: self.span.start + 1, end: self.span.end - 1 },
        }
    }
}

impl Quote {
    /// The character, where there is one.
    #[must_use]
    pub fn as_char(self) -> Option<char> {
        match self {
            Self::None => None,
            Self::Single => Some('\''),
            Self::Double => Some('"'),
        }
    }
}
