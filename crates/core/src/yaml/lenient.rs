//! What go-yaml reads and the parser refuses: flow collections that are indented less than their key, a tab behind a `:`, a lone `-`
//! in a list. The parser is given the text again, of the same length, with other bytes where it stumbled.

use super::locate::quoted_end;

/// How often a text is mended. Each time it is read again from the start.
pub(super) const MAX_MENDS: usize = 32;

/// The text without what the parser stumbled over `at`, or `None` where go-yaml stumbles too. `flow` is where the outermost
/// flow collection begins that is open there.
pub(super) fn mended(text: &str, problem: &str, at: usize, flow: Option<usize>) -> Option<String> {
    let bytes = match problem {
        "plain scalar cannot start with '-' followed by ,[]{}" => replaced(text, at, at + 1, b'x'),
        "':' must be followed by a valid YAML whitespace" => {
            let before = text.get(..at)?;
            replaced(text, before.trim_end_matches(['\t', ' ']).len(), at, b' ')
        }
        "comments must be separated from other tokens by whitespace" => {
            let end = text.get(at..)?.find('\n').map_or(text.len(), |length| at + length);
            replaced(text, at, end, b' ')
        }
        "invalid indentation in quoted scalar" => {
            let end = quoted_end(text, at);
            let quoted = text.get(at..end)?;
            // Escapes of more than one character are not decoded again.
            let is_plain =
                !["\\\n", "\\\r", "\\x", "\\u", "\\U"].iter().any(|escape| quoted.contains(escape));
            is_plain.then(|| on_one_line(text, at, end))
        }
        _ if problem == "invalid indentation" || problem.contains("tab") => flow_on_one_line(text, flow?),
        _ => return None,
    };
    bytes.and_then(|bytes| String::from_utf8(bytes).ok()).filter(|mended| mended != text)
}

fn replaced(text: &str, start: usize, end: usize, by: u8) -> Option<Vec<u8>> {
    let mut bytes = text.as_bytes().to_vec();
    bytes.get_mut(start..end)?.fill(by);
    Some(bytes)
}

fn on_one_line(text: &str, start: usize, end: usize) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    let breaks = bytes.get_mut(start..end).unwrap_or_default().iter_mut();
    breaks.filter(|byte| matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
    bytes
}

/// The flow collection at `start` without line breaks and comments; `None` where it is never closed. Line breaks within quotes stay.
fn flow_on_one_line(text: &str, start: usize) -> Option<Vec<u8>> {
    let mut bytes = text.as_bytes().to_vec();
    let mut depth = 0_usize;
    let mut at = start;
    // Within a plain scalar, quotes mean nothing.
    let mut in_plain = false;
    loop {
        let blank_before =
            at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(|b| *b == b' ' || *b == b'\t');
        match *bytes.get(at)? {
            b'[' | b'{' => (depth, in_plain) = (depth + 1, false),
            b']' | b'}' => {
                in_plain = false;
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(bytes);
                }
            }
            b',' => in_plain = false,
            b':' if bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace) => in_plain = false,
            b'"' | b'\'' if !in_plain => at = quoted_end(text, at) - 1,
            b'#' if blank_before => {
                let end = text.get(at..)?.find('\n').map_or(text.len(), |length| at + length);
                bytes.get_mut(at..end)?.fill(b' ');
                at = end - 1;
            }
            b'\n' | b'\r' => *bytes.get_mut(at)? = b' ',
            b' ' | b'\t' => {}
            _ => in_plain = true,
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use crate::yaml::parse;

    /// The values of the mapping, each item of a list behind a `|`.
    fn values(text: &str) -> Vec<String> {
        let (yaml, errors) = parse(text);
        assert!(errors.is_empty(), "{text:?}: {errors:?}");
        let root = yaml.root().expect("a document");
        let shown = |node: super::super::Node<'_, '_>| match node.as_scalar() {
            Some(scalar) => scalar.value.to_string(),
            None => {
                node.items().filter_map(|item| item.as_scalar()).map(|s| format!("|{}", s.value)).collect()
            }
        };
        root.entries().map(|entry| shown(entry.value)).collect()
    }

    #[test]
    fn flow_collections_may_be_indented_anyhow() {
        for text in ["k: {l: 1}\na:\n  b: 1\n", "a: [\n]\n", "a: # c\n  [\n  ]\n"] {
            let _ = values(text);
        }
        assert_eq!(
            values("a: [\n  'x', # it's ]\n  \"y]\",\nit's, a\nb\n]\nc: d\n"),
            ["|x|y]|it's|a b", "d"]
        );
        let nested = "services:\n  a:\n    command: [\n      \"é\",\n      'b\n\n  c'\n    ]\n    image: x\n";
        let (yaml, errors) = parse(nested);
        assert!(errors.is_empty(), "{errors:?}");
        let service = yaml.root().and_then(|r| r.get("services")?.get("a")).expect("a service");
        let items: Vec<_> = service.get("command").into_iter().flat_map(|c| c.items()).collect();
        let texts: Vec<_> = items.iter().filter_map(|i| i.as_scalar()).map(|s| s.value.to_string()).collect();
        assert_eq!(texts, ["é", "b\nc"]);
        assert_eq!(service.get("image").map(|i| i.span().of(nested)), Some("x"));
        assert_eq!(items.first().map(|i| i.span().of(nested)), Some("\"é\""));
    }

    #[test]
    fn other_things_that_go_yaml_reads() {
        assert_eq!(values("a: [tar, -]\nb: [-, x]\n"), ["|tar|-", "|-|x"]);
        assert_eq!(values("a:\n  b: c\nd:\tx\n").last().map(String::as_str), Some("x"));
        assert_eq!(
            values("k:\n  a: b\nc: \"x\"#y\nd: e\n").get(1..),
            Some(&["x".to_owned(), "e".to_owned()][..])
        );
        let (yaml, errors) = parse("a:\n  b: \"x\ny\"\n  c: 'it''s\n\n  so'\n");
        assert!(errors.is_empty(), "{errors:?}");
        let inner = yaml.root().and_then(|root| root.get("a")).expect("a mapping");
        let value = |key| inner.get(key).and_then(|node| node.as_scalar()).map(|s| s.value.to_string());
        assert_eq!((value("b").as_deref(), value("c").as_deref()), (Some("x y"), Some("it's\nso")));
    }

    #[test]
    fn what_is_wrong_stays_wrong() {
        for text in ["a:\n  b: [x,\n  c: d\n", "a:\n  b: [\n'x' 'y'\n]\n", "a: [- ]\n", "a:\n  b: \"x\n"] {
            assert!(!parse(text).1.is_empty(), "{text:?}");
        }
    }
}
