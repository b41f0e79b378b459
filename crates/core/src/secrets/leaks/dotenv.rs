//! Credentials in the variables of a .env file.

use super::{Found, Place};
use crate::dotenv::{Dotenv, Value};

/// Adds the credentials of the variables.
pub(super) fn in_dotenv(dotenv: &Dotenv<'_>, found: &mut Found) {
    let text_of = |value: &Option<Value<'_>>| value.as_ref().map(|v| v.text.as_str().to_owned());
    let names: Vec<String> = dotenv
        .entries()
        .filter(|entry| super::names_another(entry.key.value))
        .filter_map(|entry| text_of(&entry.value))
        .collect();
    let beside: Vec<&str> = names.iter().map(String::as_str).collect();
    for entry in dotenv.entries() {
        if let Some(value) = &entry.value {
            let locate = |range| value.text.span(range);
            found.weigh(Place::Dotenv, entry.key.value, value.text.as_str(), &beside, locate);
        }
    }
}
