//! Variables and quotes in the values of instructions.
//!
//! Values keep their quotes and escapes in the tree. [`references`] finds the variables in one, [`expand`] replaces them as
//! BuildKit does, [`unquote`] only removes quotes and escapes. Ranges count bytes from the start of the value;
//! [`crate::text::Mapped::span`] leads back to the source.

mod lexer;
mod pattern;

use lexer::{Lexer, Mode};
use std::borrow::Cow;
use std::ops::Range;

/// The longest text, in bytes, that [`expand`] makes: values can double in each instruction.
pub const MAX_LENGTH: usize = 4096;

/// A variable in a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// All of it, from `$` on.
    pub range: Range<usize>,
    /// The name.
    pub name: Range<usize>,
    /// What follows the name in `${...}`.
    pub modifier: Option<Modifier>,
}

/// `:-word` and its like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modifier {
    /// What it does.
    pub operator: Operator,
    /// Whether `:` stands before the operator: an empty variable counts as unset.
    pub colon: bool,
    /// The word after the operator, up to `}`.
    pub word: Range<usize>,
}

/// What a [`Modifier`] does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `-`: the word in place of an unset variable.
    Default,
    /// `+`: the word in place of a set variable.
    Alternative,
    /// `?`: an error if unset.
    Required,
    /// `#`, `##`: without the prefix that matches.
    RemovePrefix,
    /// `%`, `%%`: without the suffix that matches.
    RemoveSuffix,
    /// `/`, `//`: with what matches replaced.
    Replace,
}

/// Why a value cannot be expanded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpandError {
    /// The smallest part of the value that is wrong.
    pub range: Range<usize>,
    /// What is wrong, as the middle of a sentence.
    pub reason: Cow<'static, str>,
    /// Whether only a bound of ours is crossed, of nesting or length: nothing is wrong to BuildKit.
    pub is_limit: bool,
}

/// The variables in a value, those inside modifiers too, by where they end; and what is malformed in it.
#[must_use]
pub fn references(value: &str, escape: char) -> (Vec<Reference>, Option<ExpandError>) {
    if !is_special(value, escape) {
        return (Vec::new(), None);
    }
    let mut lexer = Lexer::new(value, escape, Mode::Find);
    let error = lexer.all().err();
    (lexer.references, error)
}

/// The variables in the body of a here-document of COPY or ADD, where quotes mean nothing and `\` escapes.
#[must_use]
pub fn references_in_body(body: &str) -> (Vec<Reference>, Option<ExpandError>) {
    if !body.contains('$') {
        return (Vec::new(), None);
    }
    let mut lexer = Lexer::new(body, '\\', Mode::Find).without_quotes();
    let error = lexer.all().err();
    (lexer.references, error)
}

/// Replaces the variables in a value by what `lookup` gives for their names and removes quotes and escapes. An unset variable is
/// empty.
///
/// # Errors
/// Where a quote is open, a `${...}` malformed, a required variable unset, or the result longer than [`MAX_LENGTH`].
pub fn expand<'v>(
    value: &'v str,
    escape: char,
    lookup: &mut dyn FnMut(&str) -> Option<String>,
) -> Result<Cow<'v, str>, ExpandError> {
    if !is_special(value, escape) {
        return Ok(Cow::Borrowed(value));
    }
    Lexer::new(value, escape, Mode::Replace(lookup)).all().map(Cow::Owned)
}

/// Removes quotes and escapes; variables stay as they are written.
///
/// # Errors
/// Where a quote is open or a `${...}` malformed.
pub fn unquote(value: &str, escape: char) -> Result<Cow<'_, str>, ExpandError> {
    if !is_special(value, escape) {
        return Ok(Cow::Borrowed(value));
    }
    Lexer::new(value, escape, Mode::Keep).all().map(Cow::Owned)
}

/// The length of the quoted string at the start of `text`, if it is closed and well-formed.
pub(super) fn double_quoted_length(text: &str, escape: char) -> Option<usize> {
    let mut lexer = Lexer::new(text, escape, Mode::Find);
    lexer.double_quoted(&mut String::new()).ok()?;
    Some(lexer.at)
}

/// Whether the substitution at the start of `text`, which begins with `$`, is well-formed.
pub(super) fn is_substitution(text: &str, escape: char) -> bool {
    Lexer::new(text, escape, Mode::Find).dollar(&mut String::new()).is_ok()
}

fn is_special(value: &str, escape: char) -> bool {
    value.contains(['$', '"', '\'', escape])
}

#[cfg(test)]
mod tests;
