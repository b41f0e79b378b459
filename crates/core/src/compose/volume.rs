//! The short form of `volumes`: `[source:]target[:options]`, where the letter of a Windows drive keeps its colon.

use crate::SyntaxError;
use crate::text::{Span, Spanned};
use std::borrow::Cow;

/// What a mount is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MountKind {
    /// A path of the host (or a named pipe of Windows).
    Bind,
    /// A volume: a declared one where there is a source, else an anonymous one.
    Volume,
}

/// One item of `volumes` in its short form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortMount<'a> {
    /// The host's path or the name of the volume; `None` is an anonymous volume.
    pub source: Option<Spanned<Cow<'a, str>>>,
    /// The path in the container.
    pub target: Spanned<Cow<'a, str>>,
    /// What stands between the commas of the third section, known or not.
    pub options: Vec<Spanned<Cow<'a, str>>>,
}

/// The options that mean something; all others are ignored without a word.
const OPTIONS: [&str; 11] =
    ["ro", "rw", "nocopy", "z", "Z", "private", "rprivate", "shared", "rshared", "slave", "rslave"];

impl ShortMount<'_> {
    /// What the source is, by the way it is written.
    #[must_use]
    pub fn kind(&self) -> MountKind {
        match &self.source {
            Some(source) if is_path(source) => MountKind::Bind,
            _ => MountKind::Volume,
        }
    }

    /// Whether the container cannot write to it: the last of `ro` and `rw` counts.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.last_of(&["ro", "rw"]) == Some("ro")
    }

    /// Whether a new volume is not filled with what the image has at the target: `nocopy`.
    #[must_use]
    pub fn is_nocopy(&self) -> bool {
        self.last_of(&["nocopy"]).is_some()
    }

    /// `z` (shared) or `Z` (private): how files are relabelled for SELinux.
    #[must_use]
    pub fn selinux(&self) -> Option<&str> {
        self.last_of(&["z", "Z"])
    }

    /// How mounts below are propagated: `rshared` and the like.
    #[must_use]
    pub fn propagation(&self) -> Option<&str> {
        self.last_of(&["private", "rprivate", "shared", "rshared", "slave", "rslave"])
    }

    /// Options that nothing understands, such as a mistyped `r0`.
    pub fn unknown_options(&self) -> impl Iterator<Item = &Spanned<Cow<'_, str>>> {
        self.options.iter().filter(|option| !OPTIONS.contains(&&*option.value))
    }

    fn last_of(&self, names: &[&'static str]) -> Option<&'static str> {
        self.options.iter().rev().find_map(|option| names.iter().find(|name| **name == option.value).copied())
    }

    /// The same mount without a borrow.
    #[must_use]
    pub fn into_owned(self) -> ShortMount<'static> {
        let owned = |text: Spanned<Cow<'_, str>>| text.map(|t| Cow::Owned(t.into_owned()));
        ShortMount {
            source: self.source.map(owned),
            target: owned(self.target),
            options: self.options.into_iter().map(owned).collect(),
        }
    }
}

/// Whether a source is a path of the host, not a volume's name: `./x`, `/x`, `~/x`, `\\pipe`, `C:...`.
#[must_use]
pub fn is_path(source: &str) -> bool {
    source.starts_with(['.', '/', '~'])
        || source.starts_with(r"\\")
        || source.split_once(':').is_some_and(|(before, _)| is_drive(before))
}

/// Reads the short form; colons within `${...}` belong to the variable. Spans count from the start of `text`.
///
/// # Errors
/// Where Compose refuses it: the section that is wrong.
pub fn parse(text: &str) -> Result<ShortMount<'_>, SyntaxError> {
    let whole = Span::new(0, text.len());
    let spanned = |span: Span| Spanned::new(Cow::Borrowed(span.of(text)), span);
    // Nothing is looked for in so short a text, not even a colon.
    if matches!(text.len(), 1 | 2) {
        return Ok(ShortMount { source: None, target: spanned(whole), options: Vec::new() });
    }
    let sections = sections(text);
    if let Some(empty) = sections.iter().find(|section| section.is_empty()) {
        let message = "A mount is `source:target:options`; the part at this colon is empty.";
        let start = empty.start.saturating_sub(1) as usize;
        return Err(SyntaxError::new(Span::new(start, (start + 1).min(text.len())), message));
    }
    let (source, target, options) = match sections.as_slice() {
        [target] => (None, *target, None),
        [source, target] => (Some(*source), *target, None),
        [source, target, options] => (Some(*source), *target, Some(*options)),
        [_, _, _, rest, ..] => {
            let message =
                "A mount has at most three parts: `source:target:options`; these are too many colons.";
            return Err(SyntaxError::new(Span { start: rest.start, end: whole.end }, message));
        }
        [] => {
            return Err(SyntaxError::new(whole, "A mount needs at least a target: `source:target:options`."));
        }
    };
    let options = options.map_or_else(Vec::new, |span| {
        let start = span.start as usize;
        let part = |(at, part): (usize, &str)| spanned(Span::new(start + at, start + at + part.len()));
        split_with_offsets(span.of(text)).map(part).collect()
    });
    Ok(ShortMount { source: source.map(spanned), target: spanned(target), options })
}

/// Reads the short form that `raw` gives when it is `expanded`; spans count from the start of `raw`.
///
/// # Errors
/// Where Compose refuses the expanded text: at all of `raw`, where that differs.
pub fn parse_expanded<'a>(raw: &'a str, expanded: &str) -> Result<ShortMount<'a>, SyntaxError> {
    if raw == expanded {
        return parse(raw);
    }
    let whole = Span::new(0, raw.len());
    let mut mount = match parse(expanded) {
        Ok(mount) => mount.into_owned(),
        Err(error) => return Err(SyntaxError::new(whole, error.message)),
    };
    let places = parse(raw).ok().filter(|places| {
        places.source.is_some() == mount.source.is_some() && places.options.len() == mount.options.len()
    });
    let place = |of: Option<&Spanned<Cow<'_, str>>>| of.map_or(whole, |part| part.span);
    mount.target.span = place(places.as_ref().map(|p| &p.target));
    if let Some(source) = &mut mount.source {
        source.span = place(places.as_ref().and_then(|p| p.source.as_ref()));
    }
    for (i, option) in mount.options.iter_mut().enumerate() {
        option.span = place(places.as_ref().and_then(|p| p.options.get(i)));
    }
    Ok(mount)
}

/// Splits at the colons, but not after a section of exactly one letter and not within `${...}`. What follows an unclosed `${` is
/// lost together with its section.
fn sections(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut sections = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'$' if bytes.get(at + 1) == Some(&b'{') => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b':' if depth == 0 && !text.get(start..at).is_some_and(is_drive) => {
                sections.push(Span::new(start, at));
                start = at + 1;
            }
            _ => {}
        }
    }
    if depth == 0 {
        sections.push(Span::new(start, text.len()));
    }
    sections
}

fn is_drive(section: &str) -> bool {
    let mut chars = section.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

fn split_with_offsets(options: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    options.split(',').map(move |option| {
        let start = at;
        at += option.len() + 1;
        (start, option)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn json(text: &str) -> Value {
        let Ok(mount) = parse(text) else { return json!(null) };
        json!({
            "type": if mount.kind() == MountKind::Bind { "bind" } else { "volume" },
            "source": mount.source.as_ref().map_or("", |s| &s.value),
            "target": mount.target.value,
            "read_only": mount.is_read_only(),
            "propagation": mount.propagation().unwrap_or_default(),
            "selinux": mount.selinux().unwrap_or_default(),
            "nocopy": mount.is_nocopy(),
        })
    }

    #[test]
    fn agrees_with_compose() {
        for row in crate::oracle::rows("volumes.jsonl") {
            let text = row["in"].as_str().unwrap();
            assert_eq!(json(text), row["out"], "{text}");
        }
    }

    #[test]
    fn keeps_the_place_of_each_part() {
        let text = "${V:-./x}:/data:ro,r0";
        let mount = parse(text).unwrap();
        assert_eq!(mount.source.as_ref().unwrap().span.of(text), "${V:-./x}");
        assert_eq!(mount.target.span.of(text), "/data");
        let unknown: Vec<_> = mount.unknown_options().map(|o| o.span.of(text)).collect();
        assert_eq!(unknown, ["r0"]);
    }

    #[test]
    fn places_what_was_expanded() {
        let raw = "${V:-./x}:/data";
        let mount = parse_expanded(raw, "./x:/data").unwrap();
        assert_eq!(mount.kind(), MountKind::Bind);
        assert_eq!(mount.source.unwrap().span.of(raw), "${V:-./x}");
        assert_eq!(mount.target.span.of(raw), "/data");
        let raw = "${MOUNT}";
        assert_eq!(parse_expanded(raw, "./x:/data").unwrap().target.span.of(raw), raw);
    }

    #[test]
    fn errors_stand_at_the_wrong_part() {
        for (text, wrong) in
            [(":/d", ":"), ("data::ro", ":"), ("data:/d:", ":"), ("a/b:/c:ro:rw:x", "rw:x"), ("", "")]
        {
            assert_eq!(parse(text).unwrap_err().span.of(text), wrong, "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in r"([a-cé:/,~.\\-]|[$][{]|[}]|ro){0,16}", expanded in "[a-c:/,]{0,9}") {
            for result in [parse(&text), parse_expanded(&text, &expanded)] {
                let spans: Vec<Span> = match result {
                    Ok(mount) => {
                        let parts = mount.source.iter().chain([&mount.target]).chain(&mount.options);
                        parts.map(|part| part.span).collect()
                    }
                    Err(error) => vec![error.span],
                };
                for span in spans {
                    prop_assert!(text.get(span.range()).is_some(), "{:?} {:?}", text, span);
                }
            }
        }
    }
}
