//! What a secret looks like: pure functions over texts, names, values and paths. The rules of the family `secrets` decide where
//! one must not stand.
//!
//! Two ways lead to a finding. Some credentials are *self-evident*, whatever stands around them: [`tokens`], [`private_keys`],
//! [`json_web_tokens`], [`url_credentials`], [`connection_passwords`], [`registry_logins`]. All others need a telling name, and
//! [`classify`] weighs the name against the value.
//!
//! No regular expressions: shapes are a few words of a small language (`shape`) and one pass finds all of them.

mod base64;
mod charset;
mod classify;
mod connection;
mod file_name;
mod formats;
mod jwt;
pub mod leaks;
mod name;
mod named;
mod private_key;
mod registry;
mod sample;
mod shape;
mod token;
mod url;
mod value;
mod weak;

pub use classify::{Class, Credential, classify, is_self_evident};
pub use connection::connection_passwords;
pub use file_name::{SecretFile, is_example, secret_file};
pub use jwt::json_web_tokens;
pub use name::is_sensitive;
pub use named::named_token;
pub use private_key::private_keys;
pub use registry::registry_logins;
pub use sample::{entropy, is_sample};
pub use token::tokens;
pub use url::{UrlCredentials, url_credentials};
pub use value::{Value, literal, read};
pub use weak::{Weakness, server_credential, weakness};

use crate::text::Span;

/// A self-evident credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Secret {
    /// What it is: "GitHub personal access token".
    pub what: &'static str,
    /// Where it stands.
    pub span: Span,
}

/// The beginning of a secret, for messages: a quarter of it, and at most four characters.
#[must_use]
pub fn mask(secret: &str) -> String {
    let shown = (secret.chars().count() / 4).min(4);
    let mut masked: String = secret.chars().take(shown).filter(|c| !c.is_control()).collect();
    masked.push('…');
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_all_but_the_beginning() {
        assert_eq!(mask(""), "…");
        assert_eq!(mask("abc"), "…");
        assert_eq!(mask("hunter22"), "hu…");
        assert_eq!(mask(&"ab".repeat(20)), "abab…");
        assert_eq!(mask("äöüßäöüß"), "äö…");
    }

    #[test]
    fn knows_many_formats() {
        assert!(formats::FORMATS.len() + named::count() >= 150);
    }
}
