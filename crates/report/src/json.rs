//! The JSON contract `docklint/1`: one object. Fields are only ever added to it.

use crate::Places;
use docklint_core::text::Span;
use docklint_core::{Applicability, Diagnostic, FileId, Report, Severity, Workspace, rules};
use serde::Serialize;

/// The name of the contract.
pub const SCHEMA: &str = "docklint/1";

/// The whole report as one JSON object and a newline.
#[must_use]
pub fn render(report: &Report, workspace: &Workspace) -> String {
    // Plain data with string keys always serialises.
    let mut out = serde_json::to_string(&document(report, workspace)).unwrap_or_default();
    out.push('\n');
    out
}

/// The report in the form of the contract, for callers that serialise it themselves.
#[must_use]
pub fn document<'a>(report: &'a Report, workspace: &'a Workspace) -> Document<'a> {
    let places = Places::new(workspace);
    Document {
        schema: SCHEMA,
        diagnostics: report.diagnostics.iter().map(|found| finding(found, &places)).collect(),
        summary: Summary {
            files: report.files,
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            info: report.count(Severity::Info),
            style: report.count(Severity::Style),
            suppressed: report.suppressed,
        },
    }
}

/// What `--format json` prints.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    schema: &'static str,
    diagnostics: Vec<Finding<'a>>,
    summary: Summary,
}

/// One finding.
#[derive(Debug, Serialize)]
struct Finding<'a> {
    path: &'a str,
    code: &'static str,
    rule: &'static str,
    severity: Severity,
    message: &'a str,
    start: Point,
    end: Point,
    related: Vec<Related<'a>>,
    fixes: Vec<Fix<'a>>,
    url: String,
}

/// A place: line and column from 1 (Unicode scalar values), offset in bytes from 0.
#[derive(Debug, Serialize)]
struct Point {
    line: u32,
    column: u32,
    offset: u32,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    path: &'a str,
    start: Point,
    end: Point,
    message: &'a str,
}

#[derive(Debug, Serialize)]
struct Fix<'a> {
    title: &'a str,
    applicability: Applicability,
    edits: Vec<Edit<'a>>,
}

/// Replaces the bytes `start..end` by `text`.
#[derive(Debug, Serialize)]
struct Edit<'a> {
    path: &'a str,
    start: u32,
    end: u32,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct Summary {
    files: usize,
    errors: usize,
    warnings: usize,
    info: usize,
    style: usize,
    suppressed: usize,
}

fn finding<'a>(found: &'a Diagnostic, places: &Places<'a>) -> Finding<'a> {
    let (start, end) = points(found.file, found.span, places);
    Finding {
        path: places.path(found.file),
        code: found.code,
        rule: found.rule,
        severity: found.severity,
        message: &found.message,
        start,
        end,
        related: found
            .related
            .iter()
            .map(|related| {
                let (start, end) = points(related.file, related.span, places);
                Related { path: places.path(related.file), start, end, message: &related.message }
            })
            .collect(),
        fixes: found.fixes.iter().map(|fix| fix_of(fix, places)).collect(),
        url: rules::find(found.code).map(rules::Rule::url).unwrap_or_default(),
    }
}

fn fix_of<'a>(fix: &'a docklint_core::Fix, places: &Places<'a>) -> Fix<'a> {
    let edits = fix.edits.iter().map(|(file, edit)| Edit {
        path: places.path(*file),
        start: edit.span.start,
        end: edit.span.end,
        text: &edit.text,
    });
    Fix { title: &fix.title, applicability: fix.applicability, edits: edits.collect() }
}

fn points(file: FileId, span: Span, places: &Places<'_>) -> (Point, Point) {
    let point = |offset| {
        let at = places.position(file, offset);
        Point { line: at.line, column: at.column, offset }
    };
    (point(span.start), point(span.end))
}
