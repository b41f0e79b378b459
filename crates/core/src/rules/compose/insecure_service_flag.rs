//! A setting that switches authentication off by name.

use crate::compose::ComposeFile;
use crate::compose::Text;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC431", category: Category::Security, check: Check::Compose(check), ..Meta::DEFAULT };

/// Variables that switch authentication off when they are true.
const SWITCHES: [&str; 5] = [
    "MYSQL_ALLOW_EMPTY_PASSWORD",
    "MARIADB_ALLOW_EMPTY_ROOT_PASSWORD",
    "MARIADB_ALLOW_EMPTY_PASSWORD",
    "ALLOW_EMPTY_PASSWORD",
    "ALLOW_ANONYMOUS_LOGIN",
];

/// Variables that switch authentication off with one value.
const VALUES: [(&str, &str); 6] = [
    ("POSTGRES_HOST_AUTH_METHOD", "trust"),
    ("xpack.security.enabled", "false"),
    ("GF_AUTH_ANONYMOUS_ORG_ROLE", "Admin"),
    ("NEO4J_AUTH", "none"),
    ("plugins.security.disabled", "true"),
    ("DISABLE_SECURITY_PLUGIN", "true"),
];

/// Arguments that switch authentication off.
const FLAGS: [&str; 7] = [
    "--api.insecure",
    "--api.insecure=true",
    "--api.insecure=1",
    "--NotebookApp.token=",
    "--ServerApp.token=",
    "--IdentityProvider.token=",
    "--skip-grant-tables",
];

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        for pair in service.environment() {
            let Some(value) = pair.given() else { continue };
            let truthy = matches!(value.to_ascii_lowercase().as_str(), "yes" | "true" | "1" | "on");
            let switched = SWITCHES.contains(&pair.key.as_str()) && truthy;
            let chosen = VALUES.iter().any(|(key, off)| pair.key == *key && value.eq_ignore_ascii_case(off));
            if switched || chosen {
                report(pair.key, cx);
            }
        }
        // Quotes around an empty value belong to a shell or to nobody, but mean the same.
        for (word, text) in words(service.get("command").into_iter().chain(service.get("entrypoint"))) {
            if FLAGS.contains(&word.replace(['\'', '"'], "").as_str()) {
                report(text, cx);
            }
        }
    }
}

/// The words of commands, each with its place.
fn words<'m>(commands: impl Iterator<Item = &'m crate::compose::Value<'m>>) -> Vec<(&'m str, Text<'m>)> {
    let mut words = Vec::new();
    for text in commands.flat_map(|command| crate::compose::texts(Some(command))) {
        let mut end = 0;
        for word in text.as_str().split_ascii_whitespace() {
            let start = text.get(end..).and_then(|rest| rest.find(word)).map_or(end, |at| end + at);
            end = start + word.len();
            words.push((word, text.slice(start..end)));
        }
    }
    words
}

fn report(place: Text<'_>, cx: &mut Reporter<'_>) {
    let message = format!(
        "`{place}` switches authentication off, so everyone who reaches the service may do everything. Give it a password or a token as a secret."
    );
    cx.report(place.span(), message);
}
