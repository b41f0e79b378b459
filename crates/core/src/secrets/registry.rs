//! [`registry_logins`]: the logins that package managers and Docker keep in their own files.

use super::Secret;
use super::base64::decode;
use super::value::{Value, read};
use crate::sorting::sort_by_key;
use crate::text::Span;

/// How the keys of logins begin, what follows there, and what the value is.
const KEYS: [(&str, &[(&str, &str)]); 3] = [
    ("_auth", &[("Token=", "npm registry token"), ("=", "npm registry login"), (" =", "npm registry login")]),
    (":_password", &[("=", "npm registry password")]),
    ("npmAuth", &[("Token:", "npm registry token"), ("Ident:", "npm registry login")]),
];

/// The literal logins in `text` as `.npmrc`, `.yarnrc.yml`, `.netrc` and `~/.docker/config.json` write them.
#[must_use]
pub fn registry_logins(text: &str) -> Vec<Secret> {
    let mut found = Vec::new();
    for (start, ends) in KEYS {
        found.extend(text.match_indices(start).filter_map(|(at, _)| {
            let rest = text.get(at + start.len()..)?;
            let (end, what) = ends.iter().find(|(end, _)| rest.starts_with(end))?;
            login(text, at + start.len() + end.len(), what)
        }));
    }
    found.extend(text.match_indices("\"auth\"").filter_map(|(at, key)| docker_auth(text, at + key.len())));
    found.extend(text.match_indices("machine ").filter_map(|(at, _)| netrc(text, at)));
    sort_by_key(&mut found, |secret| secret.span);
    found
}

/// The value from `at` to the end of the line, without its quotes.
fn login(text: &str, at: usize, what: &'static str) -> Option<Secret> {
    let rest = text.get(at..)?;
    let line = rest.split(['\n', '\r']).next()?;
    let value = line.trim_start();
    let start = at + line.len() - value.len();
    let quote = usize::from(value.starts_with(['"', '\'']));
    let value = value.get(quote..)?.split(['"', '\'', ' ', '\\', '>', ';', '&']).next()?;
    let Value::Literal(inner) = read(value) else {
        return None;
    };
    let start = start + quote;
    let long_enough = inner.len() >= 8;
    long_enough.then(|| Secret { what, span: Span::new(start + inner.start, start + inner.end) })
}

/// `"auth": "BASE64"`, which Docker fills with `user:password`.
fn docker_auth(text: &str, at: usize) -> Option<Secret> {
    let rest = text.get(at..)?;
    let value = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    let start = text.len() - value.len();
    let value = value.split('"').next()?;
    let login = decode(value)?;
    let (user, password) = login.split_once(':')?;
    let is_login = !user.is_empty()
        && user.chars().all(|c| !c.is_control())
        && matches!(read(password), Value::Literal(_));
    is_login.then(|| Secret { what: "Docker registry login", span: Span::new(start, start + value.len()) })
}

/// `machine H login U password P`, over one line or several (the format of ftp(1)).
fn netrc(text: &str, at: usize) -> Option<Secret> {
    let (_, rest) = token(text.get(at..)?, "machine")?;
    let (_, rest) = token(rest, "login")?;
    let (password, rest) = token(rest, "password")?;
    let start = text.len() - rest.len() - password.len();
    let Value::Literal(inner) = read(password.split(['"', '\'', '\\', '>']).next()?) else {
        return None;
    };
    Some(Secret { what: "netrc password", span: Span::new(start + inner.start, start + inner.end) })
}

/// The word after `keyword`, which `text` begins with, and what follows that word.
fn token<'a>(text: &'a str, keyword: &str) -> Option<(&'a str, &'a str)> {
    let after = text.trim_ascii_start().strip_prefix(keyword)?;
    let word = after.trim_ascii_start();
    let end = word.find(|c: char| c.is_ascii_whitespace()).unwrap_or(word.len());
    (word.len() < after.len() && end > 0).then(|| word.split_at(end))
}

#[cfg(test)]
mod tests {
    use super::super::base64::encode;
    use super::*;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<(&'static str, &str)> {
        registry_logins(text).iter().map(|s| (s.what, s.span.of(text))).collect()
    }

    #[test]
    fn finds_logins() {
        let auth = encode("robot:S3cr3t-pw");
        let docker = format!("{{\"auths\": {{\"ghcr.io\": {{\"auth\" : \"{auth}\"}}}}}}");
        assert_eq!(found(&docker), [("Docker registry login", auth.as_str())]);
        let npm = "//registry.npmjs.org/:_authToken=S3cr3t-token\n";
        assert_eq!(found(npm), [("npm registry token", "S3cr3t-token")]);
        let netrc = "machine github.com\n  login robot\n  password S3cr3t-pw\n";
        assert_eq!(found(netrc), [("netrc password", "S3cr3t-pw")]);
        assert_eq!(found("npmAuthToken: \"S3cr3t-token\""), [("npm registry token", "S3cr3t-token")]);
        let named_alike = "machine password login password password S3cr3t-pw";
        assert_eq!(found(named_alike), [("netrc password", "S3cr3t-pw")]);
    }

    #[test]
    fn leaves_references_alone() {
        for text in [
            "//registry.npmjs.org/:_authToken=${NPM_TOKEN}",
            "//registry.npmjs.org/:_authToken=$NPM_TOKEN\" > .npmrc",
            "{\"auth\": \"\"}",
            "{\"auth\": \"not base64!\"}",
            "machine github.com login robot password $TOKEN",
            "a machine to learn",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in "(:_auth=|\"auth\":\"|machine |login |password |[:\"é \\na-zA]){0,30}") {
            for secret in registry_logins(&text) {
                prop_assert!(text.get(secret.span.range()).is_some());
            }
        }
    }
}
