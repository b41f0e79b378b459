//! What stands at a place of a Compose file, for editors.

use super::{KeyInfo, describe};
use crate::text::Span;
use crate::yaml::{self, Node};

/// A key of a Compose file that is known.
#[derive(Clone, Debug)]
pub struct KeyAt {
    /// Where the key stands.
    pub span: Span,
    /// The keys that lead to it, itself included.
    pub path: Vec<String>,
    /// What is known about it.
    pub info: &'static KeyInfo,
}

/// The key at the byte `offset` of a Compose file's text; `None` where none stands there, or one that Compose does not know: a
/// name that somebody chose.
#[must_use]
pub fn key_at(text: &str, offset: u32) -> Option<KeyAt> {
    let Found::Key { span, path, .. } = find(text, offset)? else { return None };
    let keys: Vec<&str> = path.iter().map(String::as_str).collect();
    let info = describe(&keys)?;
    Some(KeyAt { span, path, info })
}

/// What stands at a place.
pub(super) enum Found {
    /// A key.
    Key {
        span: Span,
        /// The keys that lead to it, itself included.
        path: Vec<String>,
        /// The other keys of its mapping.
        siblings: Vec<String>,
    },
    /// A scalar, behind the last of these keys.
    Value { path: Vec<String> },
}

/// Follows the tree to the byte `offset`.
pub(super) fn find(text: &str, offset: u32) -> Option<Found> {
    let (tree, _) = yaml::parse(text);
    let covers = |span: Span| span.start <= offset && offset <= span.end;
    let mut path = Vec::new();
    let mut nodes: Vec<Node<'_, '_>> = tree.documents().collect();
    while let Some(node) = nodes.iter().copied().find(|node| covers(node.span())) {
        if node.as_scalar().is_some() {
            return Some(Found::Value { path });
        }
        nodes = node.items().collect();
        let Some(entry) = node.entries().find(|entry| covers(entry.key.span()) || covers(entry.value.span()))
        else {
            continue;
        };
        path.push(entry.key.as_str()?.to_owned());
        let span = entry.key.span();
        if covers(span) {
            let others = node.entries().filter(|other| other.key.span() != span);
            let siblings = others.filter_map(|other| other.key.as_str().map(str::to_owned)).collect();
            return Some(Found::Key { span, path, siblings });
        }
        nodes = vec![entry.value];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "version: '3'\nservices:\n  web:\n    ports:\n      - target: 80\n    build: {context: ., args: {A: 1}}\n    \"image\": x\nvolumes:\n  data:\n    driver: local\n";

    #[test]
    fn keys_are_told_by_their_place() {
        for (word, path) in [
            ("services:", Some("services")),
            ("ports", Some("services.web.ports")),
            ("target", Some("services.web.ports.target")),
            ("context", Some("services.web.build.context")),
            ("\"image", Some("services.web.image")),
            ("driver", Some("volumes.data.driver")),
            ("web", None),
            ("A: 1", None),
            ("80", None),
            ("local", None),
        ] {
            let at = TEXT.find(word).unwrap() as u32 + 1;
            let found = key_at(TEXT, at).map(|key| key.path.join("."));
            assert_eq!(found.as_deref(), path, "{word}");
        }
        let version = key_at(TEXT, 0).unwrap();
        assert!(version.info.deprecated.is_some() && version.span.of(TEXT) == "version");
    }

    proptest! {
        #[test]
        fn any_place_can_be_asked_about(text in "(services:|a:|ports:|- |  |\n|\\{|\\}|\\[|x|é|\"|&a|\\*a){0,20}", offset in 0_u32..80) {
            if let Some(key) = key_at(&text, offset) {
                prop_assert!(text.get(key.span.range()).is_some());
            }
        }
    }
}
