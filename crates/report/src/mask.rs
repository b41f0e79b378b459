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
                // The same secret may stand in several places.
                for related in &found.related {
                    masks.entry(related.file).or_default().insert(related.span);
                }
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

#[cfg(test)]
mod tests {
    use super::*;
    use docklint_core::{Config, SourceFile, Workspace, lint};

    #[test]
    fn hides_a_secret_wherever_it_stands() {
        let workspace = Workspace::new(vec![
            SourceFile::new(
                "compose.yaml",
                "services:\n  db:\n    image: x\n    environment:\n      DB_PASSWORD: zebra-Quilt-77\n",
            ),
            SourceFile::new("settings.py", "DB_PASSWORD = 'zebra-Quilt-77'\n"),
        ]);
        let config = Config { select: Some(vec!["SK010".to_owned()]), ..Config::default() };
        let report = lint(&workspace, &config);
        assert_eq!(report.diagnostics.len(), 1);
        let masks = Masks::new(&report);
        for (id, file) in workspace.files() {
            let quoted = masks.quote(id, &file.text, 0..file.text.len());
            assert!(quoted.contains("zebr**********") && !quoted.contains("Quilt"), "{quoted}");
        }
    }
}
