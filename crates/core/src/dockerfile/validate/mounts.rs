//! `RUN --mount`: which keys each type takes, and their values.

use super::super::mount::{Mount, MountField, MountKey, MountKind};
use crate::text::Span;
use crate::{SyntaxError, suggest};

/// Every key as it can be written.
const KEYS: [&str; 19] = [
    "type",
    "target",
    "dst",
    "destination",
    "source",
    "src",
    "from",
    "id",
    "sharing",
    "readonly",
    "ro",
    "readwrite",
    "rw",
    "required",
    "size",
    "mode",
    "uid",
    "gid",
    "env",
];
const KINDS: [&str; 5] = ["bind", "cache", "tmpfs", "secret", "ssh"];
const SHARING: [&str; 3] = ["shared", "private", "locked"];
const TRUTH: [&str; 12] = ["1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"];

/// Finds what BuildKit refuses in a mount.
pub(super) fn check(mount: &Mount<'_>, errors: &mut Vec<SyntaxError>) {
    let before = errors.len();
    // `required` and `size` look at the type that stands before them.
    let mut kind = MountKind::Bind;
    for field in &mount.fields {
        if field.key == MountKey::Type {
            kind = field.value.as_ref().map_or(MountKind::Unknown, |value| MountKind::from_name(value));
        }
        if let Some((span, message)) = field_problem(field, kind) {
            errors.push(SyntaxError::new(span, message));
        }
    }
    if errors.len() == before && mount.kind != MountKind::Unknown {
        errors.extend(mount_problem(mount));
    }
}

fn field_problem(field: &MountField<'_>, kind: MountKind) -> Option<(Span, String)> {
    let name = field.name.as_str();
    if field.key == MountKey::Unknown {
        let message = format!("A mount has no key `{name}`{}", end(&suggest::hint(name, &KEYS, "")));
        return Some((if name.is_empty() { field.span } else { field.name.whole() }, message));
    }
    let known_kind = kind != MountKind::Unknown;
    match field.key {
        MountKey::Required if known_kind && !matches!(kind, MountKind::Secret | MountKind::Ssh) => {
            return Some((
                field.span,
                "`required` is for `type=secret` and `type=ssh`, which has to stand before it.".to_owned(),
            ));
        }
        MountKey::Size if known_kind && kind != MountKind::Tmpfs => {
            return Some((
                field.span,
                "`size` is for `type=tmpfs`, which has to stand before it.".to_owned(),
            ));
        }
        _ => {}
    }
    let is_switch = matches!(field.key, MountKey::Readonly | MountKey::Readwrite | MountKey::Required);
    let Some(value) = &field.value else {
        return (!is_switch).then(|| (field.span, format!("`{name}` has no value; write `{name}=value`.")));
    };
    let problem = value_problem(field.key, value)?;
    let span = if value.is_empty() { field.span } else { value.whole() };
    Some((span, format!("The value of `{name}` {problem}")))
}

/// What is wrong with the value of a key, as the rest of a sentence.
fn value_problem(key: MountKey, value: &str) -> Option<String> {
    if key == MountKey::From {
        let dollar = value.find('$').filter(|dollar| dollar + 1 < value.len());
        return dollar.map(|_| {
            "cannot have variables; give a stage a name with `FROM ... AS name`, and name that.".to_owned()
        });
    }
    if value.contains('$') {
        return None;
    }
    let choice = |choices: &[&str]| {
        let known = choices.contains(&value.to_ascii_lowercase().as_str());
        (!known).then(|| {
            format!("is one of `{}`{}", choices.join("`, `"), end(&suggest::hint(value, choices, "")))
        })
    };
    match key {
        MountKey::Type => choice(&KINDS),
        MountKey::Sharing => choice(&SHARING),
        MountKey::Readonly | MountKey::Readwrite | MountKey::Required => {
            (!TRUTH.contains(&value)).then(|| "is `true` or `false`.".to_owned())
        }
        MountKey::Uid | MountKey::Gid => {
            value.parse::<u64>().is_err().then(|| "is a number; names are not looked up.".to_owned())
        }
        MountKey::Mode => {
            u32::from_str_radix(value, 8).is_err().then(|| "is an octal number, such as `0600`.".to_owned())
        }
        MountKey::Size => (!value.starts_with(|c: char| c.is_ascii_digit()))
            .then(|| "is a number of bytes, with a unit if need be, such as `64m`.".to_owned()),
        MountKey::Target => (!value.is_empty() && value.bytes().all(|byte| byte == b'/'))
            .then(|| "cannot be the root; mount below it.".to_owned()),
        _ => None,
    }
}

/// What does not fit together.
fn mount_problem(mount: &Mount<'_>) -> Option<SyntaxError> {
    let field = |key: MountKey| mount.fields.iter().find(|field| field.key == key);
    let secret = mount.kind == MountKind::Secret;
    let (from, source, id) = (field(MountKey::From), field(MountKey::Source), field(MountKey::Id));
    let owner = field(MountKey::Mode).or(field(MountKey::Uid)).or(field(MountKey::Gid));
    let (span, message) = match mount.kind {
        MountKind::Bind | MountKind::Tmpfs if owner.is_some() => {
            (owner?.span, "`mode`, `uid` and `gid` are for cache, secret and ssh mounts; remove them here.")
        }
        kind if kind != MountKind::Cache && field(MountKey::Sharing).is_some() => {
            (field(MountKey::Sharing)?.span, "`sharing` is for `type=cache`; remove it here.")
        }
        _ if secret && from.is_some() => (from?.span, "A secret does not come from a stage; remove `from`."),
        _ if secret && source.is_some() && id.is_some() => {
            (source?.span, "`source` and `id` of a secret mean the same; remove one of the two.")
        }
        _ if secret && source.is_none() && id.is_none() && mount.target().is_none() => {
            (mount.span, "This secret has no name; add `id=name`.")
        }
        _ => return None,
    };
    Some(SyntaxError::new(span, message))
}

/// A hint, or a full stop where there is none.
fn end(hint: &str) -> &str {
    if hint.is_empty() { "." } else { hint }
}
