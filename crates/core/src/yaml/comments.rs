//! Comments, which the parser's events leave out: every `#` after white space that lies in no scalar.

use super::node::{Kind, Yaml};
use super::scalar::Style;
use crate::text::Span;

/// The comments of the tree's text, in order.
pub(super) fn find(yaml: &Yaml<'_>) -> Vec<Span> {
    let text = yaml.source;
    let mut comments = Vec::new();
    let mut at = 0;
    for node in &yaml.nodes {
        let Kind::Scalar(scalar) = &node.kind else { continue };
        let (start, mut end) = (scalar.span.start as usize, scalar.span.end as usize);
        if start < at || start == end {
            continue;
        }
        between(text, at, start, &mut comments);
        if matches!(scalar.style, Style::Literal | Style::Folded) {
            let header = scalar.source.find('\n').unwrap_or(scalar.source.len());
            between(text, start, start + header, &mut comments);
            end = end.max(start + header);
        }
        at = end;
    }
    between(text, at, text.len(), &mut comments);
    comments
}

/// The comments in `start..end`, which holds no scalar.
fn between(text: &str, start: usize, end: usize, comments: &mut Vec<Span>) {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(found) = bytes.get(at..end).and_then(|rest| rest.iter().position(|b| *b == b'#')) {
        let hash = at + found;
        let follows_space = hash == 0
            || bytes.get(hash - 1).is_some_and(u8::is_ascii_whitespace)
            || text.get(..hash).is_some_and(|before| before == "\u{FEFF}");
        if !follows_space {
            at = hash + 1;
            continue;
        }
        let rest = text.get(hash..).unwrap_or_default();
        let line = rest.split(['\n', '\r']).next().unwrap_or_default();
        comments.push(Span::new(hash, hash + line.len()));
        at = hash + line.len();
    }
}
