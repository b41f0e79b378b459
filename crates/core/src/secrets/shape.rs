//! [`Part`]: the small language in which the formats of tokens are written. It needs no backtracking, so no regex engine.

use super::charset::{Charset, WORD};

/// One part of a token's shape.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// So many characters of a set, as many as there are.
    Run(Charset, u16, u16),
    /// Exactly this text.
    Text(&'static str),
}

/// Exactly `n` characters of `set`.
pub(super) const fn exactly(set: Charset, n: u16) -> Part {
    Part::Run(set, n, n)
}

/// From `least` to `most` characters of `set`.
pub(super) const fn run(set: Charset, least: u16, most: u16) -> Part {
    Part::Run(set, least, most)
}

/// Exactly `text`.
pub(super) const fn text(text: &'static str) -> Part {
    Part::Text(text)
}

/// The end of what `parts` match from `at` on.
pub(super) fn matches(parts: &[Part], bytes: &[u8], at: usize) -> Option<usize> {
    parts.iter().try_fold(at, |at, part| match *part {
        Part::Run(set, least, most) => {
            let count = set.run(bytes, at, usize::from(most));
            (count >= usize::from(least)).then_some(at + count)
        }
        Part::Text(text) => bytes.get(at..)?.starts_with(text.as_bytes()).then_some(at + text.len()),
    })
}

/// How many bytes `parts` match at least; where all runs are exact, exactly so many.
pub(super) fn least_width(parts: &[Part]) -> usize {
    parts.iter().fold(0, |sum, part| match *part {
        Part::Run(_, least, _) => sum + usize::from(least),
        Part::Text(text) => sum + text.len(),
    })
}

/// Whether a match of `parts` may end at `end`: no word goes on there, and the last run was not cut short by its limit.
pub(super) fn ends(parts: &[Part], bytes: &[u8], end: usize) -> bool {
    let Some(&next) = bytes.get(end) else {
        return true;
    };
    let goes_on = matches!(parts.last(), Some(Part::Run(set, ..)) if set.has(next));
    !goes_on && !WORD.has(next)
}
