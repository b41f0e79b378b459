//! [`Masks`]: secrets made unreadable in what is quoted from the sources.

use docklint_core::rules::{self, Category};
use docklint_core::text::Span;
use docklint_core::{FileId, Report};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How many characters of a secret stay readable, so that its owner knows which one it is.
const READABLE: usize = 4;

/// The places of all secrets that a report tells of.
#[derive(Debug)]
pub(crate) struct Masks(BTreeMap<FileId, BTreeSet<Span>>);

impl Masks {
    pub(crate) fn new(report: &Report) -> Self {
        let mut masks: BTreeMap<FileId, BTreeSet<Span>> = BTreeMap::new();
        for found in &report.diagnostics {
            if rules::find(found.code).is_some_and(|rule| rule.meta.category == Category::Secrets) {
                masks.entry(found.file).or_default().insert(found.span);
            }
        }
        Self(masks)
    }

    /// The bytes `range` of `text`, which is that of `file`. Masked characters keep their length in bytes, so that spans stay valid.
    pub(crate) fn quote(&self, file: FileId, text: &str, range: Range<usize>) -> String {
        let quoted = text.get(range.clone()).unwrap_or_default();
        let Some(spans) = self.0.get(&file) else {
            return quoted.to_owned();
        };
        let mut out = String::with_capacity(quoted.len());
        for (at, c) in quoted.char_indices() {
            let at = range.start + at;
            let hidden = |span: &&Span| span.range().contains(&at) && is_past_readable(text, **span, at);
            match spans.iter().find(hidden) {
                Some(_) if !c.is_whitespace() => out.extend(std::iter::repeat_n('*', c.len_utf8())),
                _ => out.push(c),
            }
        }
        out
    }
}

/// Whether the character at `at` comes after the first few of what stands under `span`.
fn is_past_readable(text: &str, span: Span, at: usize) -> bool {
    let before = text.get(span.range().start..at).unwrap_or_default();
    before.chars().nth(READABLE - 1).is_some()
}
