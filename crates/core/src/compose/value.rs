//! [`Value`]: a Compose document as plain data. Aliases and merge keys are resolved, and each value still has its place.

use super::text::Text;
use crate::text::Span;
use crate::yaml::{Resolved, Scalar};

/// A place in one of the files that make up a project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file's place in the stack that was merged; 0 for a file on its own.
    pub file: u32,
    /// Where in that file.
    pub span: Span,
}

/// A value of a Compose document.
#[derive(Clone, Debug, PartialEq)]
pub struct Value<'a> {
    /// Where it stands, without anchor and tag. A value behind an alias stands at its anchor.
    pub place: Place,
    /// What it is.
    pub kind: ValueKind<'a>,
    /// `!reset` or `!override`.
    pub directive: Option<Directive>,
}

/// What a [`Value`] is.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueKind<'a> {
    /// Text, a number, a boolean, a date or null.
    Scalar {
        /// The scalar; after interpolation with the expanded text.
        scalar: Scalar<'a>,
        /// What interpolation did to it.
        expansion: Expansion<'a>,
    },
    /// A sequence.
    List(Vec<Value<'a>>),
    /// A mapping, in the order of the text; what came through `<<` stands last.
    Map(Vec<Entry<'a>>),
}

/// What interpolation did to a scalar.
#[derive(Clone, Debug, PartialEq)]
pub enum Expansion<'a> {
    /// Nothing: it was not done yet, or there was nothing to expand.
    None,
    /// The scalar was expanded; this is how it was before.
    From(Box<Scalar<'a>>),
    /// The scalar, still as written, depends on a variable whose value is not known: it may be anything.
    Unknown,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<'a> {
    /// The key.
    pub key: Key<'a>,
    /// The value.
    pub value: Value<'a>,
}

/// A key of a mapping.
#[derive(Clone, Debug, PartialEq)]
pub struct Key<'a> {
    /// The key as a scalar.
    pub scalar: Scalar<'a>,
    /// Where it stands.
    pub place: Place,
}

/// A tag that steers merging.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Directive {
    /// `!reset`: the value is removed from the files before.
    Reset,
    /// `!override`: the value replaces that of the files before, instead of being merged with it.
    Override,
}

impl<'a> Key<'a> {
    /// The key's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.scalar.value
    }

    /// The key as text with its place.
    #[must_use]
    pub fn text(&self) -> Text<'_> {
        Text::of(&self.scalar, None, self.place)
    }

    /// Whether it is an extension, `x-...`.
    #[must_use]
    pub fn is_extension(&self) -> bool {
        self.as_str().starts_with("x-")
    }
}

impl<'a> Value<'a> {
    /// Where it stands in its file.
    #[must_use]
    pub fn span(&self) -> Span {
        self.place.span
    }

    /// The scalar, where it is one.
    #[must_use]
    pub fn as_scalar(&self) -> Option<&Scalar<'a>> {
        match &self.kind {
            ValueKind::Scalar { scalar, .. } => Some(scalar),
            _ => None,
        }
    }

    /// The text, where it is text and not a number, a boolean, a date or null.
    #[must_use]
    pub fn as_text(&self) -> Option<Text<'_>> {
        self.as_scalar_text().filter(|text| text.scalar().is_text())
    }

    /// The text of a scalar of any type but null, as written.
    #[must_use]
    pub fn as_scalar_text(&self) -> Option<Text<'_>> {
        match &self.kind {
            ValueKind::Scalar { scalar, expansion } if scalar.resolved != Resolved::Null => {
                let raw = match expansion {
                    Expansion::From(raw) => Some(&**raw),
                    Expansion::None | Expansion::Unknown => None,
                };
                Some(Text::of(scalar, raw, self.place))
            }
            _ => None,
        }
    }

    /// Whether it depends on a variable whose value is not known, so that nothing can be said about it.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        matches!(self.kind, ValueKind::Scalar { expansion: Expansion::Unknown, .. })
    }

    /// The items, where it is a sequence; else nothing.
    #[must_use]
    pub fn items(&self) -> &[Value<'a>] {
        match &self.kind {
            ValueKind::List(items) => items,
            _ => &[],
        }
    }

    /// The entries, where it is a mapping; else nothing.
    #[must_use]
    pub fn entries(&self) -> &[Entry<'a>] {
        match &self.kind {
            ValueKind::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The text of a key.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<Text<'_>> {
        self.get(key)?.as_text()
    }

    /// The value at the end of a path of keys.
    #[must_use]
    pub fn at(&self, path: &[&str]) -> Option<&Value<'a>> {
        path.iter().try_fold(self, |value, key| value.get(key))
    }

    /// The entry of a key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry<'a>> {
        self.entries().iter().find(|entry| entry.key.as_str() == key)
    }

    /// The boolean, where it is one or text that Compose turns into one: `true`, `yes`, `y`, `on` and their opposites in any
    /// case.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        let scalar = self.as_scalar()?;
        match scalar.resolved {
            Resolved::Bool(value) => Some(value),
            Resolved::Text => bool_from_text(&scalar.value),
            _ => None,
        }
    }

    /// The integer, where it is one or text of decimal digits with an optional sign.
    #[must_use]
    pub fn as_int(&self) -> Option<i128> {
        let scalar = self.as_scalar()?;
        match scalar.resolved {
            Resolved::Int(value) => Some(value),
            // `2.0` and `1e3` are whole numbers too.
            #[expect(clippy::cast_possible_truncation, reason = "within the bounds of 64 bits")]
            Resolved::Float(value) if value.fract() == 0.0 && value.abs() < 9.2e18 => Some(value as i128),
            Resolved::Text => int_from_text(&scalar.value),
            _ => None,
        }
    }

    /// The number, where it is one or text of one.
    #[must_use]
    pub fn as_number(&self) -> Option<f64> {
        let scalar = self.as_scalar()?;
        match scalar.resolved {
            #[expect(clippy::cast_precision_loss, reason = "sizes and counts are far below 2^53")]
            Resolved::Int(value) => Some(value as f64),
            Resolved::Float(value) => Some(value),
            Resolved::Text => float_from_text(&scalar.value),
            _ => None,
        }
    }

    /// The entries, to change them; `None` where it is no mapping.
    pub(super) fn entries_mut(&mut self) -> Option<&mut Vec<Entry<'a>>> {
        match &mut self.kind {
            ValueKind::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value of a key, to change it.
    pub(super) fn get_mut(&mut self, key: &str) -> Option<&mut Value<'a>> {
        let entry = self.entries_mut()?.iter_mut().find(|entry| entry.key.as_str() == key)?;
        Some(&mut entry.value)
    }

    /// Takes the entry of a key out.
    pub(super) fn remove(&mut self, key: &str) -> Option<Entry<'a>> {
        let entries = self.entries_mut()?;
        let index = entries.iter().position(|entry| entry.key.as_str() == key)?;
        Some(entries.remove(index))
    }

    /// The same value in another file. As deep as values nest, which is bounded.
    pub(super) fn in_file(&self, file: u32) -> Self {
        let place = Place { file, ..self.place };
        let kind = match &self.kind {
            ValueKind::List(items) => ValueKind::List(items.iter().map(|item| item.in_file(file)).collect()),
            ValueKind::Map(entries) => {
                let moved = |entry: &Entry<'a>| Entry {
                    key: Key { scalar: entry.key.scalar.clone(), place: Place { file, ..entry.key.place } },
                    value: entry.value.in_file(file),
                };
                ValueKind::Map(entries.iter().map(moved).collect())
            }
            scalar => scalar.clone(),
        };
        Self { place, kind, directive: self.directive }
    }

    /// Whether it is null or nothing at all.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.as_scalar().is_some_and(|s| s.resolved == Resolved::Null)
    }

    /// Whether it is a mapping.
    #[must_use]
    pub fn is_map(&self) -> bool {
        matches!(self.kind, ValueKind::Map(_))
    }

    /// Whether it is a sequence.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.kind, ValueKind::List(_))
    }
}

impl Place {
    /// A place in a file on its own.
    #[must_use]
    pub fn alone(span: Span) -> Self {
        Self { file: 0, span }
    }
}

/// Text that Compose takes for a boolean.
pub(super) fn bool_from_text(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "y" | "yes" | "on" => Some(true),
        "false" | "n" | "no" | "off" => Some(false),
        _ => None,
    }
}

/// Text that Compose takes for an integer: decimal digits with an optional sign.
pub(super) fn int_from_text(text: &str) -> Option<i128> {
    text.parse::<i64>().ok().map(i128::from)
}

/// Text as a number, as the reference loader reads it: a `_` may stand between digits.
pub(super) fn float_from_text(text: &str) -> Option<f64> {
    if !text.contains('_') {
        return text.parse().ok();
    }
    let is_digit = |part: &str, at: fn(&str) -> Option<char>| at(part).is_some_and(|c| c.is_ascii_digit());
    let parts: Vec<&str> = text.split('_').collect();
    let separates = |pair: &[&str]| match pair {
        [before, after] => is_digit(before, |b| b.chars().last()) && is_digit(after, |a| a.chars().next()),
        _ => true,
    };
    parts.windows(2).all(separates).then(|| parts.concat().parse().ok()).flatten()
}
