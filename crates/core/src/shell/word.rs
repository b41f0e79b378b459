//! Words and the parts they are made of.

use super::List;
use crate::text::{Span, Spanned};
use std::borrow::Cow;

/// A word: literals, quoted pieces and expansions without blanks between.
#[derive(Clone, Debug, Default)]
pub struct Word<'t> {
    /// In the order of the text; none for an empty right side of an assignment.
    pub parts: Vec<Part<'t>>,
    /// All parts.
    pub span: Span,
}

/// A piece of a word.
#[derive(Clone, Debug)]
pub struct Part<'t> {
    /// What it is.
    pub kind: PartKind<'t>,
    /// Where it begins in the text that was parsed.
    pub(super) at: u32,
    /// As written, with quotes and `$`.
    pub raw: Cow<'t, str>,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of parts.
#[derive(Clone, Debug)]
pub enum PartKind<'t> {
    /// Unquoted text (or text within double quotes), as in [`Part::raw`].
    Literal,
    /// A backslash and the character it protects.
    Escaped(char),
    /// `'...'`; the text between the quotes.
    Single(Cow<'t, str>),
    /// `$'...'`; the text between the quotes, escapes kept.
    AnsiC(Cow<'t, str>),
    /// `"..."` or `$"..."`.
    Double(Vec<Part<'t>>),
    /// `$x`, `${x...}`
    Parameter(Parameter<'t>),
    /// `$(...)`
    Substitution(List<'t>),
    /// `` `...` ``
    Backticks(List<'t>),
    /// `$((...))`, `$[...]`: literals hold the arithmetic, other parts its expansions.
    Arithmetic(Vec<Part<'t>>),
    /// `<(...)`, `>(...)`
    Process(List<'t>),
    /// `*`, `?` or `[...]`
    Glob,
    /// `@(a|b)` and its kin; the alternatives.
    ExtGlob(Vec<Word<'t>>),
    /// `{a,b}`, `{1..3}`; a range is one alternative.
    Braces(Vec<Word<'t>>),
    /// `~`, `~user` at the start of a word.
    Tilde,
    /// `(a b)` after `name=`.
    Array(Vec<Word<'t>>),
}

/// `$x` or `${x...}`
#[derive(Clone, Debug, Default)]
pub struct Parameter<'t> {
    /// The name, number or special character.
    pub name: Cow<'t, str>,
    /// Whether written with braces.
    pub braced: bool,
    /// `${#x}`
    pub length: bool,
    /// `${!x}`
    pub indirect: bool,
    /// Between the brackets of `${x[...]}`.
    pub index: Option<Word<'t>>,
    /// The operator, as written: `:-`, `%%`, `/`, `:`, `^^`, `@`.
    pub operator: Option<Spanned<Cow<'t, str>>>,
    /// What follows the operator.
    pub argument: Option<Word<'t>>,
}

/// What bash can do in `${...}` and sh can not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BashOperator {
    /// `${x:0:3}`
    Substring,
    /// `${x/a/b}`
    Replacement,
    /// `${x^^}`, `${x,,}`
    CaseChange,
    /// `${!x}`
    Indirection,
}

impl Parameter<'_> {
    /// What it does that only bash can.
    #[must_use]
    pub fn bash_operator(&self) -> Option<BashOperator> {
        Some(match self.operator_text() {
            _ if self.indirect => BashOperator::Indirection,
            ":" => BashOperator::Substring,
            "/" | "//" | "/#" | "/%" => BashOperator::Replacement,
            "^" | "^^" | "," | ",," => BashOperator::CaseChange,
            _ => return None,
        })
    }

    /// The operator's text; empty where there is none.
    #[must_use]
    pub fn operator_text(&self) -> &str {
        self.operator.as_ref().map_or("", |operator| operator.value.as_ref())
    }

    /// Whether the script sees to the variable being unset: `${x-…}`, `${x:?…}` and their kin.
    #[must_use]
    pub fn is_guarded(&self) -> bool {
        matches!(self.operator_text(), "-" | ":-" | "=" | ":=" | "?" | ":?" | "+" | ":+")
    }

    /// Whether it is `$1`, `$@`, `$?`: a parameter that is no variable.
    #[must_use]
    pub fn is_special(&self) -> bool {
        !self.name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
    }
}

impl<'t> Part<'t> {
    /// The text this part stands for, if that is known without running anything. Globs count as what they spell.
    #[must_use]
    pub fn literal(&self) -> Option<Cow<'_, str>> {
        match &self.kind {
            PartKind::Literal | PartKind::Glob | PartKind::Tilde => Some(Cow::Borrowed(&self.raw)),
            PartKind::Escaped(c) => Some(Cow::Owned(c.to_string())),
            PartKind::Single(text) | PartKind::AnsiC(text) => Some(Cow::Borrowed(text)),
            PartKind::Double(parts) => join(parts),
            _ => None,
        }
    }

    /// The parameter, if the part is one.
    #[must_use]
    pub fn parameter(&self) -> Option<&Parameter<'t>> {
        match &self.kind {
            PartKind::Parameter(parameter) => Some(parameter),
            _ => None,
        }
    }

    /// The commands of `$(...)` or backticks.
    #[must_use]
    pub fn substitution(&self) -> Option<&List<'t>> {
        match &self.kind {
            PartKind::Substitution(list) | PartKind::Backticks(list) => Some(list),
            _ => None,
        }
    }

    /// Whether the shell replaces it by what only a run can tell.
    #[must_use]
    pub fn is_expansion(&self) -> bool {
        matches!(
            self.kind,
            PartKind::Parameter(_)
                | PartKind::Substitution(_)
                | PartKind::Backticks(_)
                | PartKind::Arithmetic(_)
                | PartKind::Process(_)
        )
    }
}

impl<'t> Word<'t> {
    /// The text after quote removal, if the word has neither expansions nor braces. Globs count as what they spell.
    #[must_use]
    pub fn literal(&self) -> Option<Cow<'_, str>> {
        join(&self.parts)
    }

    /// Whether the word is exactly `text`, quoted or not.
    #[must_use]
    pub fn is(&self, text: &str) -> bool {
        self.literal().is_some_and(|literal| literal == text)
    }

    /// The text if the word is one unquoted literal: a keyword, an operator of a test.
    #[must_use]
    pub fn bare(&self) -> Option<&str> {
        match self.parts.as_slice() {
            [Part { kind: PartKind::Literal, raw, .. }] => Some(raw),
            _ => None,
        }
    }

    /// The literal text it begins with, up to the first expansion.
    #[must_use]
    pub fn literal_prefix(&self) -> Cow<'_, str> {
        let known = self.parts.iter().take_while(|part| part.literal().is_some()).count();
        self.parts.get(..known).and_then(join).unwrap_or_default()
    }

    /// The text as rules compare it: after quote removal; `$x` and `${x...}` become `${x}`, substitutions stay as written.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        self.literal().unwrap_or_else(|| {
            let text = self.text_with(|part| match &part.kind {
                PartKind::Parameter(parameter) => Cow::Owned(format!("${{{}}}", parameter.name)),
                _ => Cow::Owned(part.raw.to_string()),
            });
            Cow::Owned(text)
        })
    }

    /// The text after quote removal, in which `render` says what an expansion becomes.
    #[must_use]
    pub fn text_with(&self, render: impl Fn(&Part<'_>) -> Cow<'t, str>) -> String {
        let mut text = String::new();
        push_text(&self.parts, &render, &mut text);
        text
    }

    /// Every part, those within double quotes included; `true` for those within.
    pub fn flat_parts(&self) -> impl Iterator<Item = (&Part<'t>, bool)> {
        self.parts.iter().flat_map(|part| {
            let (parts, quoted) = match &part.kind {
                PartKind::Double(inner) => (inner.as_slice(), true),
                _ => (std::slice::from_ref(part), false),
            };
            parts.iter().map(move |part| (part, quoted))
        })
    }

    /// Whether the shell may make several words of it: an unquoted expansion, glob or brace expansion, `"$@"`.
    #[must_use]
    pub fn may_be_several(&self) -> bool {
        self.flat_parts().any(|(part, quoted)| match &part.kind {
            PartKind::Parameter(parameter) if quoted => {
                parameter.name == "@" || parameter.index.as_ref().is_some_and(|index| index.is("@"))
            }
            PartKind::Parameter(_)
            | PartKind::Substitution(_)
            | PartKind::Backticks(_)
            | PartKind::Glob
            | PartKind::ExtGlob(_)
            | PartKind::Braces(_) => !quoted,
            _ => false,
        })
    }

    /// The name, if the word has the form `name=...` or `name+=...`, and where the value begins in the first part.
    #[must_use]
    pub fn assigned_name(&self) -> Option<(&str, usize)> {
        let Some(Part { kind: PartKind::Literal, raw, .. }) = self.parts.first() else { return None };
        let (name, _) = raw.split_once('=')?;
        let at = name.len() + 1;
        let name = name.strip_suffix('+').unwrap_or(name);
        is_name(name).then_some((name, at))
    }
}

/// Whether `text` can name a variable.
#[must_use]
pub fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

fn join<'a>(parts: &'a [Part<'_>]) -> Option<Cow<'a, str>> {
    match parts {
        [] => Some(Cow::Borrowed("")),
        [part] => part.literal(),
        _ => parts.iter().map(Part::literal).collect::<Option<String>>().map(Cow::Owned),
    }
}

fn push_text<'t>(parts: &[Part<'_>], render: &impl Fn(&Part<'_>) -> Cow<'t, str>, text: &mut String) {
    for part in parts {
        match (&part.kind, part.literal()) {
            (PartKind::Double(inner), _) => push_text(inner, render, text),
            (_, Some(literal)) => text.push_str(&literal),
            (_, None) => text.push_str(&render(part)),
        }
    }
}
