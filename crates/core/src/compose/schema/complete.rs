//! [`completions`]: the keys and values that the table has for a place.

use super::check::takes_scalars;
use super::place::{Found, find};
use super::{KeyInfo, Type, objects_at, types_at};
use crate::complete::{Completion, Word};

/// What could stand in the place of `word`.
pub(crate) fn completions(word: &Word<'_>) -> Vec<Completion> {
    let before = word.before.trim_end();
    let is_value = before.ends_with(':') && before.len() < word.before.len();
    let begins_item = before.is_empty() || before.ends_with(['-', '{', '[', ',', '?']);
    let has_colon = word.after.trim_start().starts_with(':');
    // A name without a colon is no YAML yet, so something stands in for it that is.
    let text = word.replaced(if is_value || has_colon { "x" } else { "x: " });
    // What follows may still be wrong; without it, only the keys there are missed.
    let line_end = text.get(word.start()..).and_then(|rest| rest.find('\n')).map(|at| word.start() + at);
    let up_to_here = line_end.and_then(|end| text.get(..end)).unwrap_or(&text);
    let Some(found) = find(&text, word.span.start).or_else(|| find(up_to_here, word.span.start)) else {
        return Vec::new();
    };
    match found {
        Found::Key { path, siblings, .. } if begins_item => keys(&path, &siblings, has_colon),
        Found::Value { path } if is_value => values(&path),
        _ => Vec::new(),
    }
}

/// The keys that may stand beside `siblings`, those that are out of date last.
fn keys(path: &[String], siblings: &[String], has_colon: bool) -> Vec<Completion> {
    let parents: Vec<&str> = path.iter().rev().skip(1).rev().map(String::as_str).collect();
    let keys = objects_at(&parents).into_iter().flat_map(|object| object.keys);
    let missing = keys.filter(|key| !siblings.iter().any(|there| there == key.name));
    let (old, current): (Vec<&KeyInfo>, Vec<&KeyInfo>) = missing.partition(|key| key.deprecated.is_some());
    let completion = |key: &KeyInfo| Completion {
        label: key.name,
        suffix: match has_colon {
            true => "",
            false if takes_scalars(&key.ty) => ": ",
            false => ":",
        },
        detail: "",
        doc: key.doc,
        deprecated: key.deprecated,
        since: key.since,
    };
    current.into_iter().chain(old).map(completion).collect()
}

/// The words that a value may be.
fn values(path: &[String]) -> Vec<Completion> {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let mut words: Vec<&'static str> = types_at(&path).into_iter().flat_map(words).collect();
    words.dedup();
    words.into_iter().map(|label| Completion { label, ..Completion::default() }).collect()
}

fn words(ty: &'static Type) -> Vec<&'static str> {
    match ty {
        Type::Words(words) | Type::Suggested(words) => words.to_vec(),
        Type::Flag | Type::Bool => vec!["true", "false"],
        Type::Either(types) => types.iter().flat_map(words).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::FileKind;
    use crate::complete::{Completions, completions};

    /// What is offered at the `|` of a text.
    fn offered(text: &str) -> Option<Completions> {
        let at = text.find('|').expect("a cursor");
        completions(FileKind::Compose, &text.replace('|', ""), at as u32)
    }

    fn labels(text: &str) -> Vec<&'static str> {
        offered(text).map_or_else(Vec::new, |found| found.items.iter().map(|item| item.label).collect())
    }

    #[test]
    fn keys_are_offered_where_one_can_stand() {
        for (text, key, there) in [
            ("|", "services", true),
            ("services: {}\n|", "services", false),
            ("services: {}\nvol|", "volumes", true),
            ("services:\n  a:\n    |", "image", true),
            ("services:\n  a:\n    im|\n    ports: []\n", "image", true),
            ("services:\n  a:\n    im|\n    ports: []\n", "ports", false),
            ("services:\n  a:\n    image: x\n    build:\n      co|", "context", true),
            ("services:\n  a:\n    ima|ge: x\n", "image", true),
            ("services:\n  a: {image: x, |}\n", "ports", true),
            ("services:\n  a:\n    ports:\n      - pub|", "published", true),
            ("services:\n  a:\n    |\n  b: [\n", "image", true),
            ("services:\n  |", "image", false),
            ("services:\n  a:\n    image: im|", "image", false),
            ("services:\n  a: # im|", "image", false),
        ] {
            assert_eq!(labels(text).contains(&key), there, "{text}");
        }
    }

    #[test]
    fn values_are_offered_behind_their_key() {
        for (text, words) in [
            ("services:\n  a:\n    restart: |", &["\"no\"", "always", "on-failure", "unless-stopped"][..]),
            ("services:\n  a:\n    tty: t|\n", &["true", "false"]),
            ("services:\n  a:\n    cgroup: h|\n    image: x\n", &["host", "private"]),
            ("services: {a: {cgroup: |}}", &["host", "private"]),
            ("services:\n  a:\n    restart:|", &[]),
            ("services:\n  a:\n    image: |", &[]),
        ] {
            assert_eq!(labels(text), words, "{text}");
        }
    }

    #[test]
    fn what_follows_a_key_is_written_too() {
        let suffix = |text: &str, key: &str| {
            let items = offered(text).map(|found| found.items).unwrap_or_default();
            items.iter().find(|item| item.label == key).map(|item| item.suffix)
        };
        assert_eq!(suffix("services:\n  a:\n    |", "image"), Some(": "));
        assert_eq!(suffix("services:\n  a:\n    |", "healthcheck"), Some(":"));
        assert_eq!(suffix("services:\n  a:\n    im|: x", "image"), Some(""));
        assert_eq!(offered("services:\n  a:\n    im|: x").map(|found| found.span.range()), Some(19..21));
    }

    #[test]
    fn old_keys_come_last_and_say_so() {
        let found = offered("|").expect("keys");
        let last = found.items.last().expect("a key");
        assert!(last.label == "version" && last.deprecated.is_some());
        assert!(found.items.iter().any(|item| item.label == "models" && item.since == Some("2.38")));
    }
}
