//! Credentials that tell by themselves what they are, in any text.

use super::{Found, Place};
use crate::secrets::{
    Class, Secret, connection_passwords, json_web_tokens, private_keys, registry_logins, tokens,
    url_credentials, weakness,
};

/// Adds the self-evident credentials of a whole file.
pub(super) fn in_text(text: &str, found: &mut Found) {
    let mut add = |place, secrets: Vec<Secret>| {
        for secret in secrets {
            found.push(place, secret.what, Class::Strong, secret.span, secret.span.of(text));
        }
    };
    add(Place::Token, tokens(text));
    add(Place::PrivateKey, private_keys(text));
    add(Place::WebToken, json_web_tokens(text));
    add(Place::RegistryLogin, registry_logins(text));
    for url in url_credentials(text) {
        let [scheme, user, password, host] =
            [url.scheme, url.user, url.password, url.host].map(|span| span.of(text));
        let class = class_of(password, &[user, host]);
        if matches!(class, Class::Weak(_))
            && (is_sample_login(user, host) || is_in_comment(text, url.scheme.range().start))
        {
            continue;
        }
        found.push(Place::Url, format!("password in a {scheme}:// URL"), class, url.password, password);
    }
    for secret in connection_passwords(text) {
        let value = secret.span.of(text);
        let class = class_of(value, &[]);
        if matches!(class, Class::Weak(_)) && is_in_comment(text, secret.span.range().start) {
            continue;
        }
        found.push(Place::Url, secret.what, class, secret.span, value);
    }
}

fn class_of(password: &str, beside: &[&str]) -> Class {
    weakness("", password, beside).map_or(Class::Plain, Class::Weak)
}

/// Whether a guessable login is one of those that manuals use.
fn is_sample_login(user: &str, host: &str) -> bool {
    ["user", "username", "login", "name"].contains(&user)
        || ["host", "hostname", "server", "example"].contains(&host)
        || [".example.com", ".example.org", ".example.net", ".example"].iter().any(|end| host.ends_with(end))
        || ["example.com", "example.org", "example.net"].contains(&host)
}

/// Whether the line is a comment up to `at`.
fn is_in_comment(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start();
    line.starts_with('#') || line.starts_with("//") || line.contains(" #")
}
