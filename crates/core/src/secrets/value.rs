//! [`read`]: whether a configured value is a secret's own text, or only points to one, asks for one, or is none.

use super::charset::{ALNUM, WORD};
use super::sample::contains_ignoring_case;
use std::ops::Range;

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, or a word that stands for nothing: `""`, `null`, `false`, `disabled`.
    Empty,
    /// Filled in from elsewhere: `${X}`, `{{ x }}`, `$(cmd)`, `op://...`.
    Reference,
    /// The name of a place: `/run/secrets/x`.
    Path,
    /// Asks to be replaced and cannot work as it is: `<your-token>`, `xxx`.
    Placeholder,
    /// Meant for others to see: public keys, certificates, hashes, publishable keys.
    Public,
    /// The value itself, at this range of bytes; within `${X:-default}` the default.
    Literal(Range<usize>),
}

/// Words that mean that nothing is there.
#[rustfmt::skip]
const NOTHING: &[&str] = &[
    "true", "false", "yes", "no", "on", "off", "null", "nil", "none", "undefined", "disabled", "disable", "enabled",
    "enable", "0", "1", "~", "optional", "required",
];

/// Beginnings of values that are looked up elsewhere when they are used.
#[rustfmt::skip]
const LOOKED_UP: &[&str] = &[
    "op://", "vault:", "arn:", "ref+", "ENC[", "sops:", "ssm:", "secretsmanager:", "env:", "env(", "keyring:",
    "gcp:", "awssm:", "bao:", "process.env", "os.environ", "os.getenv", "secretKeyRef",
];

/// Beginnings of values that may be seen.
#[rustfmt::skip]
const PUBLIC: &[&str] = &[
    "ssh-rsa ", "ssh-ed25519 ", "ecdsa-sha2-", "-----BEGIN CERT", "-----BEGIN PUBLIC", "pk_live_", "pk_test_",
    "pk.", "sha256:", "sha512:", "sha256-", "sha384-", "sha512-", "$2a$", "$2b$", "$2y$", "$argon2", "$apr1$",
    "$1$", "$5$", "$6$", "{SHA}",
];

/// Pieces, in lower case, of values that ask to be replaced.
#[rustfmt::skip]
const ASKING: &[&str] = &[
    "your_", "your-", "your ", "replace", "todo", "fixme", "placeholder", "insert_", "insert-", "_here", "-here",
    "xxx", "***", "...", "redacted", "dummy", "fill_me", "fill-me", "fillme", "putyour", "put_", "enter_", "enter-",
    "notasecret", "not-a-secret", "not_a_secret", "unused", "_goes_",
    "my-api-key", "my_api_key", "myapikey",
];

/// Tells what `value`, with or without quotes around it, is.
#[must_use]
pub fn read(value: &str) -> Value {
    let (start, trimmed) = unquote(value);
    if trimmed.is_empty() || NOTHING.iter().any(|word| trimmed.eq_ignore_ascii_case(word)) {
        return Value::Empty;
    }
    if let Some(default) = default_of(trimmed) {
        return match read(trimmed.get(default.clone()).unwrap_or_default()) {
            Value::Literal(inner) => {
                let shift = start + default.start;
                Value::Literal(inner.start + shift..inner.end + shift)
            }
            Value::Empty => Value::Reference,
            other => other,
        };
    }
    if is_public(trimmed) {
        Value::Public
    } else if is_reference(trimmed) {
        Value::Reference
    } else if is_path(trimmed) {
        Value::Path
    } else if is_placeholder(trimmed) {
        Value::Placeholder
    } else {
        Value::Literal(start..start + trimmed.len())
    }
}

/// A value without blanks and quotes around it, and where it begins.
fn unquote(value: &str) -> (usize, &str) {
    let start = value.len() - value.trim_start().len();
    let trimmed = value.trim();
    let inner = |quote: char| trimmed.strip_prefix(quote)?.strip_suffix(quote);
    inner('"').or_else(|| inner('\'')).map_or((start, trimmed), |inner| (start + 1, inner))
}

/// The literal text of `value`, where it is one; see [`Value::Literal`].
#[must_use]
pub fn literal(value: &str) -> Option<&str> {
    match read(value) {
        Value::Literal(range) => value.get(range),
        _ => None,
    }
}

/// The default in a value that is wholly `${NAME:-default}` or `${NAME-default}` (also with `=`).
fn default_of(value: &str) -> Option<Range<usize>> {
    let inner = value.strip_prefix("${")?.strip_suffix('}')?;
    let name = WORD.run(inner.as_bytes(), 0, usize::MAX);
    let rest = inner.get(name..)?;
    let operator = [":-", "-", ":=", "="].iter().find(|o| rest.starts_with(**o))?;
    // `${A:-x}${B}` ends in a brace too; what lies between closes more than it opens.
    let default = rest.get(operator.len()..)?;
    let mut depth = 0_usize;
    for byte in default.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    let start = 2 + name + operator.len();
    Some(start..start + default.len())
}

fn is_public(value: &str) -> bool {
    // Compose files write `$$` for a dollar sign.
    let unescaped = value.replace("$$", "$");
    let hash = unescaped.split_once(':').map_or(unescaped.as_str(), |(_, hash)| hash);
    PUBLIC
        .iter()
        .any(|start| unescaped.starts_with(start) || (start.starts_with('$') && hash.starts_with(start)))
}

fn is_reference(value: &str) -> bool {
    let bytes = value.as_bytes();
    let expands = |pair: &[u8]| {
        matches!(pair, [b'$', b'{' | b'(' | b'_'] | [b'#', b'{'] | [b'{', b'{'] | [b'<', b'%'])
            || matches!(pair, [b'$', next] if ALNUM.has(*next))
            || matches!(pair, [b'%', b'(' | b'{'])
    };
    let wrapped = |mark: &str| {
        let inner = value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        inner.is_some_and(|inner| !inner.is_empty() && inner.bytes().all(|b| WORD.has(b)))
    };
    // `pa$$word` is a dollar sign for Compose; `$$NAME`, alone or behind a sign, is a variable of the container's shell.
    let is_escape = |at: usize| {
        let before = |back: usize| at.checked_sub(back).and_then(|at| bytes.get(at));
        before(1) == Some(&b'$') && before(2).is_some_and(|byte| ALNUM.has(*byte))
    };
    bytes.windows(2).enumerate().any(|(at, pair)| expands(pair) && !is_escape(at))
        || value.contains('`')
        || wrapped("%")
        || wrapped("@")
        || wrapped("__")
        || value.starts_with("%env(")
        || value == "%s"
        || LOOKED_UP.iter().any(|start| value.starts_with(start))
        || (value.starts_with("projects/") && value.contains("/secrets/"))
}

fn is_path(value: &str) -> bool {
    let plain = |text: &str| text.bytes().all(|b| ALNUM.has(b) || b"/._-@ ".contains(&b));
    let rooted = value.starts_with('/') && value.len() > 1 && plain(value);
    let relative = ["./", "../", "~/", "file:", "%APPDATA%"].iter().any(|start| value.starts_with(start));
    let drive = matches!(value.as_bytes(), [letter, b':', b'\\' | b'/', ..] if letter.is_ascii_alphabetic());
    let file = !value.contains(' ')
        && [".pem", ".key", ".crt", ".txt", ".json", ".jks", ".p12", ".pfx", ".yml", ".yaml", ".env"]
            .iter()
            .any(|end| value.ends_with(end));
    rooted || relative || drive || file
}

fn is_placeholder(value: &str) -> bool {
    let enclosed = [('<', '>'), ('[', ']'), ('{', '}')];
    let first = value.chars().next();
    enclosed.iter().any(|(open, close)| value.starts_with(*open) && value.ends_with(*close))
        || !value.chars().any(char::is_alphanumeric)
        || (first.is_some_and(char::is_alphabetic) && value.chars().all(|c| Some(c) == first))
        || value.ends_with("EXAMPLE")
        || value.ends_with("EXAMPLEKEY")
        || is_request(value)
        || ASKING.iter().any(|piece| contains_ignoring_case(value, piece))
}

/// `YourApiToken`, `ChooseStrongPasswordHere`: words that ask for something else, run together.
fn is_request(value: &str) -> bool {
    let words = value.trim_end_matches(|c: char| c.is_ascii_digit());
    let next_is_word = |rest: &str| rest.starts_with(|c: char| c.is_ascii_uppercase());
    words.strip_prefix("Your").is_some_and(next_is_word) || (words.len() >= 16 && words.ends_with("Here"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_are_told_apart() {
        for (value, expected) in [
            ("", Value::Empty),
            (" null ", Value::Empty),
            ("${X}", Value::Reference),
            ("${X:?set it}", Value::Reference),
            ("${X:-}", Value::Reference),
            ("${X:-${Y}}", Value::Reference),
            ("${A:-b}${C}", Value::Reference),
            ("$X", Value::Reference),
            ("$$X", Value::Reference),
            ("$(cat key)", Value::Reference),
            ("{{ vault.key }}", Value::Reference),
            ("%DB_PASSWORD%", Value::Reference),
            ("__TOKEN__", Value::Reference),
            ("op://vault/item", Value::Reference),
            ("/run/secrets/db", Value::Path),
            ("./key.txt", Value::Path),
            (r"C:\key", Value::Path),
            ("<your-token>", Value::Placeholder),
            ("'<your-token>'", Value::Placeholder),
            ("YourApiToken", Value::Placeholder),
            ("ChooseStrongPasswordHere1", Value::Placeholder),
            ("YOUR_TOKEN", Value::Placeholder),
            ("****", Value::Placeholder),
            ("____", Value::Placeholder),
            ("XXXXXXXX", Value::Placeholder),
            ("insert-key-here", Value::Placeholder),
            ("user:$$apr1$$abc$$def", Value::Public),
            ("ssh-ed25519 AAAA", Value::Public),
        ] {
            assert_eq!(read(value), expected, "{value}");
        }
        for (value, expected) in [
            ("hunter2", "hunter2"),
            (" hunter2 ", "hunter2"),
            ("'hunter2'", "hunter2"),
            ("${X:-hunter2}", "hunter2"),
            ("pa$$word9x", "pa$$word9x"),
            ("${X-hunter2}", "hunter2"),
            ("${X:-${Y:-hunter2}}", "hunter2"),
            ("Pa$$!word", "Pa$$!word"),
            ("changeme", "changeme"),
        ] {
            assert_eq!(literal(value), Some(expected), "{value}");
        }
    }

    proptest! {
        #[test]
        fn ranges_fit_any_text(value in "(\\$\\{[A-Z]:?-|\\}|[a-zé $]){0,12}") {
            if let Value::Literal(range) = read(&value) {
                prop_assert!(value.get(range).is_some());
            }
        }
    }
}
