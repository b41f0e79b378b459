//! From the source of a scalar to its value with the way back, so that a rule can point inside `"127.0.0.1:80:80"`.
//!
//! The value itself comes from the YAML parser; [`super::Scalar::span_of`] uses a decoding only where it gives that value.

use super::scalar::Style;
use crate::text::{Mapped, MappedBuilder};

/// Decodes `source` (with its quotes or block header); `None` for the rare forms that are not followed.
pub(super) fn decode(source: &str, style: Style) -> Option<Mapped<'_>> {
    match style {
        Style::Plain => Some(flow(source, 0..source.len(), |_, _| None)),
        Style::SingleQuoted => {
            let inner = 1..source.len().checked_sub(1)?;
            Some(flow(source, inner, |source, at| source.get(at..)?.starts_with("''").then_some(("'", 2))))
        }
        Style::DoubleQuoted => {
            let inner = 1..source.len().checked_sub(1)?;
            let supported = !source.contains("\\x") && !source.contains("\\u") && !source.contains("\\U");
            supported.then(|| flow(source, inner, escape))
        }
        Style::Literal | Style::Folded => block(source, style == Style::Folded),
    }
}

/// Single-character escapes; those with digits are not followed.
fn escape(source: &str, at: usize) -> Option<(&'static str, usize)> {
    let [b'\\', next, ..] = source.as_bytes().get(at..)? else { return None };
    let text = match next {
        b'0' => "\0",
        b'a' => "\x07",
        b'b' => "\x08",
        b't' | b'\t' => "\t",
        b'n' => "\n",
        b'v' => "\x0b",
        b'f' => "\x0c",
        b'r' => "\r",
        b'e' => "\x1b",
        b' ' => " ",
        b'"' => "\"",
        b'/' => "/",
        b'\\' => "\\",
        _ => return None,
    };
    Some((text, 2))
}

/// A plain or quoted scalar: line breaks fold, `escape` tells what stands for other text at a place.
fn flow<'s>(
    source: &'s str,
    inner: std::ops::Range<usize>,
    escape: impl Fn(&str, usize) -> Option<(&'static str, usize)>,
) -> Mapped<'s> {
    let mut out = MappedBuilder::new(source);
    let bytes = source.as_bytes();
    let mut at = inner.start;
    while at < inner.end {
        if let Some((text, width)) = escape(source, at) {
            out.push_str(text, at);
            at += width;
            continue;
        }
        let space = bytes.get(at..inner.end).unwrap_or_default();
        let space = space.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')).count();
        let breaks = bytes.get(at..at + space).unwrap_or_default().iter().filter(|b| **b == b'\n').count();
        if breaks == 0 {
            let width = space.max(1);
            out.push(at..at + width);
            at += width;
            continue;
        }
        if breaks == 1 {
            out.push_str(" ", at);
        }
        let newlines = (at..at + space).filter(|i| bytes.get(*i) == Some(&b'\n'));
        for newline in newlines.skip(1) {
            out.push(newline..newline + 1);
        }
        at += space;
    }
    out.finish(inner.start)
}

/// A block scalar without its last line breaks. Lines that are indented further than the first are only followed in literal
/// blocks.
fn block(source: &str, folded: bool) -> Option<Mapped<'_>> {
    let header_end = source.find('\n')? + 1;
    let lines = lines(source, header_end);
    // An indicator in the header would count from the parent's indentation, which is not known here.
    let indent = lines.iter().find(|l| !l.blank).map(|l| l.indent)?;
    let mut out = MappedBuilder::new(source);
    let last = lines.iter().rposition(|l| !l.blank)?;
    let mut pending: Vec<usize> = Vec::new();
    let mut started = false;
    for line in lines.iter().take(last + 1) {
        if !line.blank {
            if line.indent < indent || (folded && line.indent > indent) {
                return None;
            }
            match (pending.as_slice(), folded && started) {
                ([newline], true) => out.push_str(" ", *newline),
                ([_, rest @ ..], true) => rest.iter().for_each(|n| out.push(*n..*n + 1)),
                (all, _) => all.iter().for_each(|n| out.push(*n..*n + 1)),
            }
            pending.clear();
            started = true;
            out.push(line.start + indent..line.end);
        }
        pending.extend(line.newline);
    }
    Some(out.finish(header_end))
}

struct Line {
    start: usize,
    /// Without the line ending.
    end: usize,
    newline: Option<usize>,
    indent: usize,
    blank: bool,
}

fn lines(source: &str, from: usize) -> Vec<Line> {
    let mut start = from;
    let rest = source.get(from..).unwrap_or_default();
    let split = rest.split_inclusive('\n').map(|text| {
        let content = text.trim_end_matches(['\n', '\r']);
        let indent = content.len() - content.trim_start_matches(' ').len();
        let line = Line {
            start,
            end: start + content.len(),
            newline: text.ends_with('\n').then(|| start + text.len() - 1),
            indent,
            blank: indent == content.len(),
        };
        start += text.len();
        line
    });
    split.collect()
}
