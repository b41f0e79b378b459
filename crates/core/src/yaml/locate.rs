//! Places in the source. The parser counts characters and its tokens end where the next one begins; [`Chars`] converts, the
//! rest finds where a node itself begins and ends.

use crate::text::{Span, Spanned};

/// Character index to byte offset.
pub(super) struct Chars<'a> {
    text: &'a str,
    /// The byte offset of every 64th character; empty where all are ASCII.
    checkpoints: Vec<u32>,
}

const STEP: usize = 64;

impl<'a> Chars<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let checkpoints = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().step_by(STEP).map(|(at, _)| u32::try_from(at).unwrap_or(u32::MAX)).collect()
        };
        Self { text, checkpoints }
    }

    /// The byte offset of the character `index`, at most the length of the text.
    pub(super) fn byte(&self, index: usize) -> usize {
        if self.checkpoints.is_empty() {
            return index.min(self.text.len());
        }
        let Some(start) = self.checkpoints.get(index / STEP).map(|at| *at as usize) else {
            return self.text.len();
        };
        let rest = self.text.get(start..).unwrap_or_default();
        rest.char_indices().nth(index % STEP).map_or(self.text.len(), |(at, _)| start + at)
    }
}

/// Anchor and tag before a node, and where they end.
#[derive(Default)]
pub(super) struct Properties<'a> {
    pub(super) anchor: Option<Spanned<&'a str>>,
    pub(super) tag: Option<Spanned<&'a str>>,
    /// The end of the later one, or where the search began.
    pub(super) end: usize,
}

/// Which properties a node has; others that stand next to it belong to its first key.
#[derive(Clone, Copy)]
pub(super) struct Has {
    pub(super) anchor: bool,
    pub(super) tag: bool,
}

impl Has {
    /// By the parser's number of the anchor, 0 for none, and the tag.
    pub(super) fn of(anchor: usize, tag: bool) -> Self {
        Self { anchor: anchor > 0, tag }
    }

    pub(super) fn any(self) -> bool {
        self.anchor || self.tag
    }
}

/// Reads on from `at` over `&anchor` and `!tag` and the space after them. Returns where the node itself may begin.
pub(super) fn properties(text: &str, mut at: usize, has: Has) -> (Properties<'_>, usize) {
    let mut found = Properties { end: at, ..Properties::default() };
    let Has { mut anchor, mut tag } = has;
    while anchor || tag {
        let rest = text.get(at..).unwrap_or_default();
        let verbatim = rest.starts_with("!<").then(|| rest.find('>').map(|end| end + 1)).flatten();
        let flow = |c: char| c.is_whitespace() || ",[]{}".contains(c);
        let width = verbatim.unwrap_or_else(|| rest.find(flow).unwrap_or(rest.len()));
        let word = rest.get(..width).unwrap_or_default();
        let span = Span::new(at, at + width);
        match (word.as_bytes().first(), word.get(1..)) {
            (Some(b'&'), Some(name)) if anchor => {
                found.anchor = Some(Spanned::new(name, span));
                anchor = false;
            }
            (Some(b'!'), _) if tag => {
                found.tag = Some(Spanned::new(word, span));
                tag = false;
            }
            _ => break,
        }
        found.end = at + width;
        at = skip_space(text, found.end);
    }
    (found, at)
}

/// The next offset that is neither white space nor in a comment.
pub(super) fn skip_space(text: &str, mut at: usize) -> usize {
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let trimmed = rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{FEFF}']);
        at += rest.len() - trimmed.len();
        let begins_word = at > 0 && text.as_bytes().get(at - 1).is_some_and(|b| !b.is_ascii_whitespace());
        if begins_word || !trimmed.starts_with('#') {
            return at;
        }
        at += trimmed.find(['\n', '\r']).unwrap_or(trimmed.len());
    }
}

/// One past the quote that closes the one at `start`.
pub(super) fn quoted_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let quote = bytes.get(start).copied();
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match (quote, byte) {
            (Some(b'"'), b'\\') => at += 1,
            (Some(b'\''), b'\'') if bytes.get(at + 1) == Some(&b'\'') => at += 1,
            (Some(q), b) if q == *b => return at + 1,
            _ => {}
        }
        at += 1;
    }
    text.len()
}

/// The end of `start..end` without white space at its end.
pub(super) fn trimmed_end(text: &str, start: usize, end: usize) -> usize {
    start + text.get(start..end).unwrap_or_default().trim_end_matches([' ', '\t', '\n', '\r']).len()
}

/// The first offset from `at` on where `wanted` stands, looking past white space, comments, properties and the indicators
/// that may come before a node (`:`, `-`, `?`, `,`).
pub(super) fn indicator(text: &str, mut at: usize, wanted: &[u8]) -> Option<usize> {
    loop {
        at = skip_space(text, at);
        let byte = *text.as_bytes().get(at)?;
        if wanted.contains(&byte) {
            return Some(at);
        }
        at = match byte {
            b':' | b'-' | b'?' | b',' => at + 1,
            b'&' | b'!' => properties(text, at, Has { anchor: true, tag: true }).1,
            _ => return None,
        };
    }
}
