//! What a Compose file may contain: one declarative table, for checking, for suggestions and for explaining keys to people.
//!
//! The keys are those of the compose specification's JSON schema, which a test compares; the formats of values, such as ports
//! and durations, are those of the reference loader.

mod build;
pub(super) mod check;
mod complete;
mod deploy;
mod format;
mod place;
mod resources;
mod service;
mod suggest;
#[cfg(test)]
mod tests;

use super::error::LoadErrorKind;
use crate::SyntaxError;

pub(crate) use complete::completions;
pub(super) use format::bytes;
pub use place::{KeyAt, key_at};
pub use resources::FILE;
pub use service::SERVICE;
pub(super) use suggest::nearest;

/// A mapping with a closed set of keys.
#[derive(Debug)]
pub struct Object {
    /// The keys.
    pub keys: &'static [KeyInfo],
    /// The keys that must be there.
    pub required: &'static [&'static str],
    /// Whether `x-...` keys may stand beside them.
    pub extensions: bool,
    /// Whether any other key is accepted too.
    pub open: bool,
}

/// A key and what is known about it.
#[derive(Debug)]
pub struct KeyInfo {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub ty: Type,
    /// One sentence for people.
    pub doc: &'static str,
    /// What to use instead, where it is out of date.
    pub deprecated: Option<&'static str>,
    /// The version of Docker Compose that brought it. Most keys are older than these versions.
    pub since: Option<&'static str>,
}

/// What a value may be.
#[derive(Debug)]
pub enum Type {
    /// Anything.
    Any,
    /// Null.
    Null,
    /// Text; numbers and booleans must be quoted.
    Text,
    /// Text, for which these are suggested, written as in a file.
    Suggested(&'static [&'static str]),
    /// A boolean, or text that turns into one.
    Flag,
    /// A boolean, and no text.
    Bool,
    /// A whole number within bounds, or text of one.
    Int(i64, i64),
    /// A whole number, and no text.
    StrictInt,
    /// A number, or text of one.
    Number,
    /// A number, and no text.
    StrictNumber,
    /// A whole number, or any text.
    IntOrText,
    /// A number, or any text.
    NumberOrText,
    /// Text, a finite number, a boolean or null.
    Scalar,
    /// One of these words.
    Words(&'static [&'static str]),
    /// Text, or a number, with a grammar of its own.
    Format(&'static Format),
    /// A sequence.
    List(&'static Type),
    /// A sequence without repeats.
    Set(&'static Type),
    /// A mapping with any keys.
    Map(&'static Type),
    /// A mapping whose keys are names (letters, digits, `.`, `_`, `-`); others are refused.
    Names(&'static Type),
    /// A mapping whose keys are names; what stands under others is not looked at.
    OpenNames(&'static Type),
    /// A mapping with a closed set of keys.
    Object(&'static Object),
    /// The first of these whose shape (null, scalar, sequence, mapping) is that of the value.
    Either(&'static [Type]),
}

/// A grammar for scalars.
#[derive(Debug)]
pub struct Format {
    /// What it is called, with its article: `a duration`.
    pub name: &'static str,
    /// Whether a whole number is accepted too; it is checked as text.
    pub numbers: bool,
    /// Whether a number with a fraction is accepted too, unchecked.
    pub fractions: bool,
    /// The sort of mistake where the text does not fit.
    pub kind: LoadErrorKind,
    /// Fails at the part that is wrong; spans count from the start of the text.
    pub check: fn(&str) -> Result<(), SyntaxError>,
}

impl Object {
    /// A mapping with these keys, beside which `x-...` keys may stand.
    pub(super) const fn new(keys: &'static [KeyInfo]) -> Self {
        Self { keys, required: &[], extensions: true, open: false }
    }

    const fn requires(self, required: &'static [&'static str]) -> Self {
        Self { required, ..self }
    }

    const fn without_extensions(self) -> Self {
        Self { extensions: false, ..self }
    }

    const fn opened(self) -> Self {
        Self { open: true, ..self }
    }

    /// What is known about a key.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&'static KeyInfo> {
        self.keys.iter().find(|key| key.name == name)
    }
}

impl KeyInfo {
    const fn deprecated(self, instead: &'static str) -> Self {
        Self { deprecated: Some(instead), ..self }
    }

    const fn since(self, version: &'static str) -> Self {
        Self { since: Some(version), ..self }
    }
}

static ROOT: Type = Type::Object(FILE);

/// What is known about the value at a path of keys such as `["services", "web", "ports"]`: for hovering.
#[must_use]
pub fn describe(path: &[&str]) -> Option<&'static KeyInfo> {
    let (name, parents) = path.split_last()?;
    objects_at(parents).into_iter().find_map(|object| object.key(name))
}

/// The mappings that may stand at a path of keys.
fn objects_at(path: &[&str]) -> Vec<&'static Object> {
    types_at(path).into_iter().flat_map(objects).collect()
}

/// What the value at a path of keys may be.
fn types_at(path: &[&str]) -> Vec<&'static Type> {
    let mut types = vec![&ROOT];
    for key in path {
        types = types.into_iter().flat_map(|ty| below(ty, key)).collect();
    }
    types
}

/// The types that a key of a value of this type may have. Lists are looked through.
fn below(ty: &'static Type, key: &str) -> Vec<&'static Type> {
    match ty {
        Type::Either(types) => types.iter().flat_map(|ty| below(ty, key)).collect(),
        Type::List(item) | Type::Set(item) => below(item, key),
        Type::Map(inner) | Type::Names(inner) | Type::OpenNames(inner) => vec![inner],
        Type::Object(object) => object.key(key).map(|info| &info.ty).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn objects(ty: &'static Type) -> Vec<&'static Object> {
    match ty {
        Type::Either(types) => types.iter().flat_map(objects).collect(),
        Type::List(item) | Type::Set(item) => objects(item),
        Type::Object(object) => vec![object],
        _ => Vec::new(),
    }
}

const fn key(name: &'static str, ty: Type, doc: &'static str) -> KeyInfo {
    KeyInfo { name, ty, doc, deprecated: None, since: None }
}

const TEXTS: Type = Type::List(&Type::Text);
const TEXT_SET: Type = Type::Set(&Type::Text);
const TEXT_OR_SET: Type = Type::Either(&[Type::Text, TEXT_SET]);
const PAIRS: Type = Type::Either(&[Type::Map(&Type::Scalar), TEXT_SET]);
const COMMAND: Type = Type::Either(&[Type::Null, Type::Format(format::COMMAND_LINE), TEXTS]);
const ANY_INT: Type = Type::Int(i64::MIN, i64::MAX);
const COUNT: Type = Type::Int(0, i64::MAX);
const DURATION: Type = Type::Format(format::DURATION);
const DRIVER_OPTIONS: Type = Type::Map(&Type::NumberOrText);
const EXTRA_HOSTS: Type = Type::Either(&[
    Type::Map(&Type::Either(&[Type::Text, TEXTS])),
    Type::Set(&Type::Format(format::EXTRA_HOST)),
]);
const ULIMITS: Type = Type::Map(&Type::Either(&[ANY_INT, Type::Object(ULIMIT)]));

const ULIMIT: &Object = &Object::new(&[
    key("soft", ANY_INT, "The limit that is in force."),
    key("hard", ANY_INT, "The limit up to which the process may raise the soft one."),
])
.requires(&["soft", "hard"]);

const REFERENCES: Type = Type::List(&Type::Either(&[Type::Text, Type::Object(REFERENCE)]));

const REFERENCE: &Object = &Object::new(&[
    key("source", Type::Text, "The name at the top level."),
    key("target", Type::Text, "Where it appears in the container."),
    key("uid", Type::Text, "The owner of the file in the container."),
    key("gid", Type::Text, "The group of the file in the container."),
    key("mode", Type::Format(format::FILE_MODE), "The permissions of the file, in octal."),
])
.requires(&["source"]);

const DEVICE_REQUESTS: Type = Type::List(&Type::Object(DEVICE_REQUEST));

const DEVICE_REQUEST: &Object = &Object::new(DEVICE_REQUEST_KEYS).requires(&["capabilities"]);

const DEVICE_REQUEST_KEYS: &[KeyInfo] = &[
    key("capabilities", TEXT_SET, "What the device must be able to do, such as `gpu`."),
    key("count", Type::Format(format::DEVICE_COUNT), "How many devices, or `all`."),
    key("device_ids", TEXT_SET, "Which devices, instead of a count."),
    key("driver", Type::Text, "The driver that provides the device."),
    key("options", PAIRS, "Options of the driver."),
];
