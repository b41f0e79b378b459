//! Variable interpolation as Compose does it in YAML values and in .env values: `$NAME`, `${NAME}`, `${NAME:-default}`.
//!
//! [`parse`] makes a [`Template`], [`Template::expand`] gives it values. Spans count from the start of the parsed text;
//! [`parse_at`] shifts them, and callers whose text is decoded map them through [`crate::text::Mapped::span`].

mod expand;
mod parse;

pub use expand::{ExpandError, Expansion};
pub use parse::{parse, parse_at};

use crate::text::{Span, Spanned};

/// Text with variables in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template<'a> {
    /// The parts in order; their spans touch each other and cover the whole text.
    pub segments: Vec<Segment<'a>>,
}

/// One part of a [`Template`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    /// Text that stays as it is, a `$` that begins no variable included.
    Literal(Spanned<&'a str>),
    /// `$$`, which gives one `$`.
    Escape(Span),
    /// A variable.
    Variable(Variable<'a>),
    /// A `${` that does not fit the grammar: the load fails as soon as this is expanded.
    Invalid(Span),
}

/// `$NAME` or `${NAME...}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable<'a> {
    /// From the `$` to the end of the name or the closing brace.
    pub span: Span,
    /// The name, ASCII letters, digits and `_`.
    pub name: Spanned<&'a str>,
    /// Whether it is written with braces.
    pub braced: bool,
    /// What stands after the name: `:-default` and the like.
    pub modifier: Option<Modifier<'a>>,
}

/// Operator and argument of a braced variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modifier<'a> {
    /// The operator: the first one after the name.
    pub operator: Spanned<Operator>,
    /// The argument as written; may be empty.
    pub text: Spanned<&'a str>,
    /// The argument, which is expanded in turn, but only when used.
    pub argument: Template<'a>,
}

/// The six operators of Compose (no others of the shell's exist there).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operator {
    /// `:-`: the argument where the variable is unset or empty.
    DefaultIfEmpty,
    /// `-`: the argument where the variable is unset.
    DefaultIfUnset,
    /// `:?`: an error where the variable is unset or empty.
    RequiredNonEmpty,
    /// `?`: an error where the variable is unset.
    Required,
    /// `:+`: the argument where the variable is set and not empty, else nothing.
    AlternativeIfNonEmpty,
    /// `+`: the argument where the variable is set, else nothing.
    AlternativeIfSet,
}

impl Operator {
    /// The operator as written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DefaultIfEmpty => ":-",
            Self::DefaultIfUnset => "-",
            Self::RequiredNonEmpty => ":?",
            Self::Required => "?",
            Self::AlternativeIfNonEmpty => ":+",
            Self::AlternativeIfSet => "+",
        }
    }

    /// Whether an empty value counts as unset: the operators with a colon.
    #[must_use]
    pub fn empty_is_unset(self) -> bool {
        matches!(self, Self::DefaultIfEmpty | Self::RequiredNonEmpty | Self::AlternativeIfNonEmpty)
    }

    /// `:-` or `-`.
    #[must_use]
    pub fn is_default(self) -> bool {
        matches!(self, Self::DefaultIfEmpty | Self::DefaultIfUnset)
    }

    /// `:?` or `?`.
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(self, Self::RequiredNonEmpty | Self::Required)
    }
}

impl<'a> Variable<'a> {
    /// The operator, if there is one.
    #[must_use]
    pub fn operator(&self) -> Option<Operator> {
        self.modifier.as_ref().map(|m| m.operator.value)
    }

    /// The default with its place, of `:-` and `-`.
    #[must_use]
    pub fn default(&self) -> Option<&Modifier<'a>> {
        self.modifier.as_ref().filter(|m| m.operator.is_default())
    }

    /// Whether the load fails where the variable has no value.
    #[must_use]
    pub fn is_required(&self) -> bool {
        self.operator().is_some_and(Operator::is_required)
    }
}

impl<'a> Template<'a> {
    /// Whether there is nothing to expand: no variable, no escape, no error.
    #[must_use]
    pub fn is_literal(&self) -> bool {
        self.segments.iter().all(|s| matches!(s, Segment::Literal(_)))
    }

    /// Every variable in the order of the text, those within arguments after the one they belong to.
    #[must_use]
    pub fn variables(&self) -> Vec<&Variable<'a>> {
        let mut found = Vec::new();
        self.collect_variables(&mut found);
        found
    }

    /// As deep as [`parse`] nests, which is bounded.
    fn collect_variables<'t>(&'t self, found: &mut Vec<&'t Variable<'a>>) {
        for segment in &self.segments {
            if let Segment::Variable(variable) = segment {
                found.push(variable);
                if let Some(modifier) = &variable.modifier {
                    modifier.argument.collect_variables(found);
                }
            }
        }
    }
}

impl Segment<'_> {
    /// Where the segment stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Literal(text) => text.span,
            Self::Escape(span) | Self::Invalid(span) => *span,
            Self::Variable(variable) => variable.span,
        }
    }
}
