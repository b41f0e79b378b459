//! [`classify`]: what a name together with its value gives away.

use super::charset::{DIGIT, LETTER};
use super::connection::connection_passwords;
use super::jwt::json_web_tokens;
use super::name::is_sensitive;
use super::named::named_token;
use super::private_key::private_keys;
use super::registry::registry_logins;
use super::sample::{entropy, is_sample};
use super::token::tokens;
use super::value::{Value, read};
use super::weak::{Weakness, server_credential, weakness};
use std::ops::Range;

/// What the value of a sensitively named variable is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// How bad it is.
    pub class: Class,
    /// Where in the value its own text stands, in bytes: in `${X:-default}`, the default.
    pub range: Range<usize>,
}

/// How bad a literal credential is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A provider's token, told by name and shape.
    Named(&'static str),
    /// Anybody would guess it.
    Weak(Weakness),
    /// Made by a machine: long and mixed.
    Strong,
    /// Thought of by a person.
    Plain,
}

/// The entropy from which a value with letters and digits counts as made by a machine, in bits per byte.
const STRONG_ENTROPY: f32 = 3.5;

/// Whether the literal credentials in `value` tell by themselves what they are, so that no name is needed to find them.
#[must_use]
pub fn is_self_evident(value: &str) -> bool {
    !tokens(value).is_empty()
        || !private_keys(value).is_empty()
        || !json_web_tokens(value).is_empty()
        || value.contains("://")
        || !connection_passwords(value).is_empty()
        || !registry_logins(value).is_empty()
}

/// The literal credential that a variable called `name` holds; `None` where the name is not sensitive, where the value is a
/// reference, a placeholder, a path or public, and where it tells by itself what it is. `beside` as for [`weakness`].
#[must_use]
pub fn classify(name: &str, value: &str, beside: &[&str]) -> Option<Credential> {
    let Value::Literal(range) = read(value) else {
        return None;
    };
    let text = value.get(range.clone())?;
    if let Some(provider) = named_token(name, text) {
        return Some(Credential { class: Class::Named(provider), range });
    }
    if !(is_sensitive(name) || server_credential(name).is_some()) || is_self_evident(text) {
        return None;
    }
    let class = match weakness(name, text, beside) {
        Some(weakness) => Class::Weak(weakness),
        None if is_sample(text) && !text.contains(char::is_lowercase) => return None,
        None if is_strong(text) => Class::Strong,
        None => Class::Plain,
    };
    Some(Credential { class, range })
}

fn is_strong(text: &str) -> bool {
    entropy(text) >= STRONG_ENTROPY
        && text.bytes().any(|b| DIGIT.has(b))
        && text.bytes().any(|b| LETTER.has(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(name: &str, value: &str) -> Option<Class> {
        classify(name, value, &[]).map(|credential| credential.class)
    }

    #[test]
    fn classes() {
        let random = "8c1f0b7ad26e49535f3ab0c19e72d846";
        assert_eq!(class("DB_PASSWORD", "correct-horse"), Some(Class::Plain));
        assert_eq!(class("DB_PASSWORD", random), Some(Class::Strong));
        assert_eq!(class("DD_API_KEY", random), Some(Class::Named("Datadog API key")));
        assert_eq!(class("DB_PASSWORD", "admin"), Some(Class::Weak(Weakness::Common)));
        assert_eq!(class("NEO4J_AUTH", "neo4j/neo4j"), Some(Class::Weak(Weakness::Default("Neo4j"))));
        let credential = classify("DB_PASSWORD", "${PW:-correct-horse}", &[]);
        assert_eq!(credential.map(|c| c.range), Some(6..19));
    }

    #[test]
    fn what_is_no_credential() {
        for (name, value) in [
            ("DB_HOST", "correct-horse"),
            ("DB_PASSWORD", "$OTHER"),
            ("DB_PASSWORD_FILE", "/run/secrets/db"),
            ("DB_PASSWORD", "/run/secrets/db"),
            ("DB_PASSWORD", ""),
            ("DB_PASSWORD", "<password>"),
            ("DATABASE_DSN", "postgres://app:correct-horse@db"),
            ("TOKEN_URL", "https://example.com/token"),
            ("API_KEY", "AAAAAAAAAAAAAAAAAAAAAAAA"),
        ] {
            assert_eq!(class(name, value), None, "{name}={value}");
        }
    }
}
