//! `RUN --mount=type=cache,target=/x`: fields between commas, CSV quoting allowed.

use crate::SyntaxError;
use crate::text::{Mapped, MappedBuilder, Span};
use std::ops::Range;

/// A `--mount` of RUN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mount<'a> {
    /// The whole value of the flag.
    pub span: Span,
    /// What it is; bind where `type` is missing.
    pub kind: MountKind,
    /// The fields in order.
    pub fields: Vec<MountField<'a>>,
}

/// `key=value`, or a key alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MountField<'a> {
    /// The whole.
    pub span: Span,
    /// What it sets.
    pub key: MountKey,
    /// The key as written.
    pub name: Mapped<'a>,
    /// What follows `=`.
    pub value: Option<Mapped<'a>>,
}

/// The type of a mount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MountKind {
    /// Files of the context, of a stage or of an image.
    #[default]
    Bind,
    /// A directory that outlives the build.
    Cache,
    /// A directory in memory.
    Tmpfs,
    /// A secret of the build.
    Secret,
    /// The agent's socket.
    Ssh,
    /// No such type, or a variable.
    Unknown,
}

/// The keys of a mount; synonyms are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MountKey {
    /// `type`
    Type,
    /// `target`, `dst`, `destination`
    Target,
    /// `source`, `src`
    Source,
    /// `from`
    From,
    /// `id`
    Id,
    /// `sharing`
    Sharing,
    /// `readonly`, `ro`
    Readonly,
    /// `readwrite`, `rw`
    Readwrite,
    /// `required`
    Required,
    /// `size`
    Size,
    /// `mode`
    Mode,
    /// `uid`
    Uid,
    /// `gid`
    Gid,
    /// `env`
    Env,
    /// None of them.
    Unknown,
}

impl MountKey {
    fn from_name(name: &str) -> Self {
        match name.to_ascii_lowercase().as_str() {
            "type" => Self::Type,
            "target" | "dst" | "destination" => Self::Target,
            "source" | "src" => Self::Source,
            "from" => Self::From,
            "id" => Self::Id,
            "sharing" => Self::Sharing,
            "readonly" | "ro" => Self::Readonly,
            "readwrite" | "rw" => Self::Readwrite,
            "required" => Self::Required,
            "size" => Self::Size,
            "mode" => Self::Mode,
            "uid" => Self::Uid,
            "gid" => Self::Gid,
            "env" => Self::Env,
            _ => Self::Unknown,
        }
    }
}

impl MountKind {
    pub(super) fn from_name(name: &str) -> Self {
        match name.to_ascii_lowercase().as_str() {
            "bind" => Self::Bind,
            "cache" => Self::Cache,
            "tmpfs" => Self::Tmpfs,
            "secret" => Self::Secret,
            "ssh" => Self::Ssh,
            _ => Self::Unknown,
        }
    }
}

impl<'a> Mount<'a> {
    /// The value of the last field with this key.
    #[must_use]
    pub fn value(&self, key: MountKey) -> Option<&Mapped<'a>> {
        self.fields.iter().rev().find(|field| field.key == key)?.value.as_ref()
    }

    /// Where it is mounted.
    #[must_use]
    pub fn target(&self) -> Option<&Mapped<'a>> {
        self.value(MountKey::Target)
    }

    /// The stage, context or image that the files come from.
    #[must_use]
    pub fn from(&self) -> Option<&Mapped<'a>> {
        self.value(MountKey::From)
    }

    /// Reads the value of a `--mount` flag.
    pub(super) fn read(source: &'a str, value: &Mapped<'a>, errors: &mut Vec<SyntaxError>) -> Self {
        let fields: Vec<MountField<'a>> = match fields(source, value) {
            Ok(fields) => {
                fields.into_iter().map(|(range, text)| field(source, value.span(range), &text)).collect()
            }
            Err(error) => {
                errors.push(error);
                Vec::new()
            }
        };
        let kind = fields.iter().rev().find(|field| field.key == MountKey::Type);
        let kind = kind.and_then(|field| field.value.as_ref());
        let kind = kind.map_or(MountKind::Bind, |value| MountKind::from_name(value));
        Self { span: value.whole(), kind, fields }
    }
}

fn field<'a>(source: &'a str, span: Span, text: &Mapped<'a>) -> MountField<'a> {
    let equals = text.find('=');
    let name = text.slice_of(source, 0..equals.unwrap_or(text.len()));
    let value = equals.map(|equals| text.slice_of(source, equals + 1..text.len()));
    MountField { span, key: MountKey::from_name(&name), name, value }
}

/// The fields of one line of CSV: where each stands in `value`, and its text.
pub(super) fn fields<'a>(
    source: &'a str,
    value: &Mapped<'a>,
) -> Result<Vec<(Range<usize>, Mapped<'a>)>, SyntaxError> {
    let mut fields = Vec::new();
    let mut at = 0;
    loop {
        let rest = value.get(at..).unwrap_or_default();
        if rest.starts_with('"') {
            let (text, end) = quoted_field(source, value, at).ok_or_else(|| {
                let message = "This quote opens a CSV field that is not closed before a comma or the end, so BuildKit refuses the mount; close it there.";
                SyntaxError::new(value.span(at..at + 1), message)
            })?;
            fields.push((at..end, text));
            at = end;
        } else {
            let end = at + rest.find(',').unwrap_or(rest.len());
            if let Some(quote) = value.get(at..end).and_then(|field| field.find('"')) {
                let message = "A quote inside a CSV field is an error to BuildKit; quote the field as a whole, with its key.";
                return Err(SyntaxError::new(value.span(at + quote..at + quote + 1), message));
            }
            fields.push((at..end, value.slice_of(source, at..end)));
            at = end;
        }
        if value.get(at..at + 1) != Some(",") {
            return Ok(fields);
        }
        at += 1;
    }
}

/// A quoted field and where it ends; `""` in it is one quote.
fn quoted_field<'a>(source: &'a str, value: &Mapped<'a>, start: usize) -> Option<(Mapped<'a>, usize)> {
    let mut builder = MappedBuilder::new(source);
    let mut piece = start + 1;
    loop {
        let quote = piece + value.get(piece..)?.find('"')?;
        builder.push_mapped(value, piece..quote);
        match value.as_bytes().get(quote + 1) {
            Some(b'"') => {
                builder.push_mapped(value, quote..quote + 1);
                piece = quote + 2;
            }
            Some(b',') | None => {
                return Some((builder.finish(value.source_offset(start) as usize), quote + 1));
            }
            Some(_) => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> (Mount<'_>, Vec<SyntaxError>) {
        let mut errors = Vec::new();
        let mount = Mount::read(source, &Mapped::borrowed(source, 0), &mut errors);
        (mount, errors)
    }

    #[test]
    fn reads_fields() {
        let source = "Type=Cache,dst=/a,\"id=x,\"\"y\"\"\",ro,sharing=locked";
        let (mount, errors) = read(source);
        assert_eq!((mount.kind, errors), (MountKind::Cache, vec![]));
        assert_eq!(mount.target().unwrap().whole().of(source), "/a");
        assert_eq!(mount.value(MountKey::Id).unwrap().as_str(), "x,\"y\"");
        assert_eq!(mount.fields[3].key, MountKey::Readonly);
        assert_eq!(mount.fields[3].value, None);
        assert_eq!(mount.fields[2].span.of(source), "\"id=x,\"\"y\"\"\"");
    }

    #[test]
    fn csv_errors() {
        for (source, place) in [("type=\"cache", 5), ("\"type=cache", 0), ("\"a\"b", 0)] {
            let (_, errors) = read(source);
            assert_eq!(errors[0].span, Span::new(place, place + 1), "{source}");
        }
    }
}
