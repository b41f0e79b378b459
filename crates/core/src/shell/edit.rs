//! Edits that several rules offer.

use super::{Simple, Word};
use crate::text::{Edit, Span};

/// Puts double quotes around a piece of a word.
#[must_use]
pub fn quote(span: Span) -> [Edit; 2] {
    [Edit::insert(span.start, "\""), Edit::insert(span.end, "\"")]
}

/// `echo [flags] word` with `printf`, which does the same in every shell; `None` where there are more words than one.
#[must_use]
pub fn printf_for_echo(echo: &Simple<'_>, flags: &str) -> Option<Edit> {
    let (name, word) = match echo.words.as_slice() {
        [name, word] if flags.is_empty() => (name, word),
        [name, _, word] if !flags.is_empty() => (name, word),
        _ => return None,
    };
    let splits = |word: &Word<'_>| word.flat_parts().any(|(part, quoted)| part.is_expansion() && !quoted);
    if word.may_be_several() || splits(word) {
        return None;
    }
    let conversion = if flags.is_empty() || flags.contains('e') { "%b" } else { "%s" };
    let line_end = if flags.contains('n') { "" } else { "\\n" };
    let end = echo.words.get(echo.words.len() - 2)?.span.end;
    Some(Edit::replace(Span { start: name.span.start, end }, format!("printf '{conversion}{line_end}'")))
}

/// Deletes what stands around `inner`, a part of `outer`; `None` where a comment would be lost.
#[must_use]
pub fn unwrap(source: &str, outer: Span, inner: Span) -> Option<[Edit; 2]> {
    let before = Span { start: outer.start, end: inner.start };
    let after = Span { start: inner.end, end: outer.end };
    let bare = |span: Span| !span.of(source).contains(['#', '\n']);
    (outer.contains(inner) && bare(before) && bare(after))
        .then(|| [Edit::delete(before), Edit::delete(after)])
}
