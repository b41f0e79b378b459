//! Findings with the lines that they are about.

use crate::mask::Masks;
use crate::{Places, summary};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use docklint_core::text::{LineIndex, Span};
use docklint_core::{Applicability, Diagnostic, FileId, Report, Severity, Workspace};
use std::ops::Range;

/// All findings with snippets of the sources, and a last line that counts them. Escape codes for colours only where `coloured`.
#[must_use]
pub fn render(report: &Report, workspace: &Workspace, coloured: bool) -> String {
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    let quotes = Quotes { workspace, places: Places::new(workspace), masks: Masks::new(report) };
    let mut out = String::new();
    for found in &report.diagnostics {
        out.push_str(&renderer.render(&[group(found, &quotes)]));
        out.push_str("\n\n");
    }
    out.push_str(&summary::line(report));
    out.push('\n');
    out
}

/// What snippets are cut from.
struct Quotes<'a> {
    workspace: &'a Workspace,
    places: Places<'a>,
    masks: Masks,
}

fn group<'a>(found: &'a Diagnostic, quotes: &Quotes<'a>) -> Group<'a> {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
        Severity::Style => Level::NOTE.with_name("style"),
    };
    let title = level.primary_title(&found.message).id(found.code);
    let mut group =
        title.element(quotes.snippet(found.file, found.span, AnnotationKind::Primary, found.rule));
    for related in &found.related {
        let snippet = quotes.snippet(related.file, related.span, AnnotationKind::Context, &related.message);
        group = group.element(snippet);
    }
    match found.fixes.first() {
        Some(fix) if fix.applicability == Applicability::Safe => {
            group.element(Level::HELP.message(format!("{} (`--fix` does it)", fix.title)))
        }
        Some(fix) => {
            group.element(Level::HELP.message(format!("{} (`--fix --unsafe-fixes` does it)", fix.title)))
        }
        None => group,
    }
}

impl<'a> Quotes<'a> {
    /// The lines of `span`. Only they are handed to the renderer, which reads through all that it is given.
    fn snippet(
        &self,
        file: FileId,
        span: Span,
        kind: AnnotationKind,
        label: &'a str,
    ) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let text = &self.workspace.file(file).text;
        let index = self.places.line_index(file);
        let first = index.line(span.start);
        let lines = lines(index, first, index.line(span.end.saturating_sub(1).max(span.start)));
        let at = clamp(span, &lines);
        Snippet::source(self.masks.quote(file, text, lines))
            .path(self.places.path(file))
            .line_start(first as usize)
            .annotation(kind.span(at).label(label))
    }
}

/// The bytes of the lines `first..=last`.
fn lines(index: &LineIndex<'_>, first: u32, last: u32) -> Range<usize> {
    let start = index.line_range(first).map_or(0, |line| line.start);
    let end = index.line_range(last).map_or(start, |line| line.end);
    start..end.max(start)
}

/// `span` as a range inside of `lines`.
fn clamp(span: Span, lines: &Range<usize>) -> Range<usize> {
    let inside = |offset: usize| offset.clamp(lines.start, lines.end) - lines.start;
    inside(span.range().start)..inside(span.range().end)
}
