//! Events to tree.

use super::decode::decode;
use super::lenient::{MAX_MENDS, mended};
use super::locate::{self, Chars, Has};
use super::node::{DuplicateKey, Kind, NodeData, NodeId, Yaml};
use super::resolve::{self, resolve_plain};
use super::scalar::{Resolved, Scalar, Style};
use super::{MAX_DEPTH, MAX_NODES, comments, strict};
use crate::SyntaxError;
use crate::text::{Span, Spanned};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

/// Parses a text. The tree holds what was read until the first thing that is no YAML; lesser errors do not stop the reading.
#[must_use]
pub fn parse(text: &str) -> (Yaml<'_>, Vec<SyntaxError>) {
    let mut read = Cow::Borrowed(text);
    for _ in 0..MAX_MENDS {
        let mut builder = Builder::new(text, &read);
        match builder.run() {
            Ok(()) => return builder.finish(),
            Err(refusal) => match refusal.mended {
                Some(mended) => read = Cow::Owned(mended),
                None => return builder.finish_with(refusal.error),
            },
        }
    }
    let mut builder = Builder::new(text, &read);
    match builder.run() {
        Ok(()) => builder.finish(),
        Err(refusal) => builder.finish_with(refusal.error),
    }
}

/// Why the reading stopped.
struct Refusal {
    error: SyntaxError,
    /// The text without what the parser stumbled over, if it may stand there.
    mended: Option<String>,
}

impl From<SyntaxError> for Refusal {
    fn from(error: SyntaxError) -> Self {
        Self { error, mended: None }
    }
}

struct Builder<'a, 'r> {
    text: &'a str,
    /// What the parser is given: the text, or as long as it.
    read: &'r str,
    chars: Chars<'r>,
    yaml: Yaml<'a>,
    errors: Vec<SyntaxError>,
    /// Collections that are not closed yet.
    open: Vec<Open<'a>>,
    /// By the parser's number; those of earlier documents stay, as in go-yaml v4.
    anchors: HashMap<usize, NodeId>,
    /// The end of what has been read.
    cursor: usize,
}

/// A collection under construction.
struct Open<'a> {
    id: NodeId,
    flow: bool,
    children: Children<'a>,
}

enum Children<'a> {
    Sequence(Vec<NodeId>),
    Mapping { entries: Vec<(NodeId, NodeId)>, key: Option<NodeId>, seen: HashMap<Cow<'a, str>, Span> },
}

impl<'a, 'r> Builder<'a, 'r> {
    fn new(text: &'a str, read: &'r str) -> Self {
        Self {
            text,
            read,
            chars: Chars::new(read),
            yaml: Yaml { source: text, ..Yaml::default() },
            errors: Vec::new(),
            open: Vec::new(),
            anchors: HashMap::new(),
            cursor: 0,
        }
    }

    fn run(&mut self) -> Result<(), Refusal> {
        let mut parser = Parser::new_from_str(self.read);
        while let Some(event) = parser.next_event() {
            let (event, span) = event
                .map_err(|error| Refusal { mended: self.mended(&error), error: self.scan_error(&error) })?;
            let start = self.chars.byte(span.start.index());
            let end = self.chars.byte(span.end.index()).max(start);
            match event {
                Event::DocumentStart(explicit) => self.cursor = if explicit { end } else { start },
                Event::Scalar(value, style, anchor, tag) => {
                    self.scalar(value, style, start..end, anchor, Has::of(anchor, tag.is_some()))?;
                }
                Event::SequenceStart(anchor, tag) => {
                    self.start(false, start, anchor, Has::of(anchor, tag.is_some()))?;
                }
                Event::MappingStart(anchor, tag) => {
                    self.start(true, start, anchor, Has::of(anchor, tag.is_some()))?;
                }
                Event::SequenceEnd | Event::MappingEnd => self.end(start),
                Event::Alias(anchor) => self.alias(start, end, anchor)?,
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            }
        }
        Ok(())
    }

    fn finish_with(mut self, error: SyntaxError) -> (Yaml<'a>, Vec<SyntaxError>) {
        self.errors.push(error);
        self.finish()
    }

    fn finish(mut self) -> (Yaml<'a>, Vec<SyntaxError>) {
        while !self.open.is_empty() {
            self.end(self.cursor);
        }
        self.yaml.comments = comments::find(&self.yaml);
        if self.errors.is_empty() {
            self.errors.extend(strict::check(&self.yaml));
        }
        (self.yaml, self.errors)
    }

    fn scalar(
        &mut self,
        value: Cow<'_, str>,
        style: ScalarStyle,
        range: Range<usize>,
        anchor: usize,
        has: Has,
    ) -> Result<(), SyntaxError> {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted => Style::SingleQuoted,
            ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
            ScalarStyle::Literal => Style::Literal,
            ScalarStyle::Folded => Style::Folded,
        };
        let is_missing = style == Style::Plain && value.is_empty();
        let (properties, start) = if has.any() {
            let (properties, start) = locate::properties(self.text, range.start, has);
            let start = if is_missing { properties.end } else { start };
            (properties, start)
        } else {
            let start = match style {
                // The parser's range begins with the content of a block, not with its header.
                Style::Literal | Style::Folded => locate::indicator(self.text, self.cursor, b"|>"),
                _ if is_missing => Some(self.missing(range.start)),
                _ => None,
            };
            (locate::Properties::default(), start.unwrap_or(range.start))
        };
        let end = match style {
            Style::SingleQuoted | Style::DoubleQuoted => locate::quoted_end(self.text, start),
            _ if is_missing => start,
            _ => locate::trimmed_end(self.text, start, range.end),
        };
        let span = self.span(start, end);
        let source = span.of(self.text);
        let value = if value == source { Cow::Borrowed(source) } else { self.value(value, source, style) };
        let resolved = self.resolve(&value, style, span, properties.tag);
        let scalar = Scalar { value, resolved, style, source, span };
        let data =
            NodeData { span, anchor: properties.anchor, tag: properties.tag, kind: Kind::Scalar(scalar) };
        self.add(data, anchor)?;
        Ok(())
    }

    /// The value of a scalar; what the parser made of a mended text may not be it.
    fn value(&self, value: Cow<'_, str>, source: &'a str, style: Style) -> Cow<'a, str> {
        let is_mended =
            !std::ptr::eq(self.text, self.read) && !matches!(style, Style::Literal | Style::Folded);
        let decoded = is_mended.then(|| decode(source, style)).flatten();
        Cow::Owned(decoded.map_or_else(|| value.into_owned(), |decoded| decoded.as_str().to_owned()))
    }

    /// Where a value that is not there would stand. The parser places it at the indicator before it, or at what comes next.
    fn missing(&self, near: usize) -> usize {
        let wanted: &[u8] = match self.open.last() {
            Some(Open { children: Children::Mapping { key: Some(_), .. }, .. }) => b":",
            Some(Open { children: Children::Sequence(_), flow: false, .. }) => b"-",
            _ => return self.cursor,
        };
        match locate::indicator(self.text, self.cursor, wanted) {
            Some(at) if at <= near => at + 1,
            _ => self.cursor,
        }
    }

    fn start(&mut self, mapping: bool, start: usize, anchor: usize, has: Has) -> Result<(), SyntaxError> {
        let (properties, mut at) = locate::properties(self.text, start, has);
        let first = self.text.as_bytes().get(at).copied();
        let flow = first == Some(if mapping { b'{' } else { b'[' });
        let below_key = matches!(self.open.last(), Some(Open { children: Children::Mapping { .. }, .. }));
        if !mapping && !flow && below_key {
            // A sequence at the indentation of its key begins, for the parser, behind its first dash.
            at = locate::indicator(self.text, self.cursor, b"-").unwrap_or(at);
        }
        if self.open.len() >= MAX_DEPTH {
            let message =
                format!("This is nested more than {MAX_DEPTH} levels deep, which is not read any further.");
            return Err(SyntaxError::new(self.span(at, at + 1), message));
        }
        let (kind, children) = if mapping {
            let children = Children::Mapping { entries: Vec::new(), key: None, seen: HashMap::new() };
            (Kind::Mapping(Vec::new()), children)
        } else {
            (Kind::Sequence(Vec::new()), Children::Sequence(Vec::new()))
        };
        let span = self.span(at, if flow { at + 1 } else { at });
        let id = self.add(NodeData { span, anchor: properties.anchor, tag: properties.tag, kind }, anchor)?;
        self.open.push(Open { id, flow, children });
        Ok(())
    }

    fn end(&mut self, at: usize) {
        let Some(open) = self.open.pop() else { return };
        let closed = matches!(self.text.as_bytes().get(at), Some(b']' | b'}'));
        let end = if open.flow && closed { at + 1 } else { self.cursor };
        self.cursor = self.cursor.max(end);
        let Some(node) = self.yaml.nodes.get_mut(open.id.0 as usize) else { return };
        node.span = Span::new(node.span.start as usize, end);
        node.kind = match open.children {
            Children::Sequence(items) => Kind::Sequence(items),
            Children::Mapping { entries, .. } => Kind::Mapping(entries),
        };
    }

    fn alias(&mut self, start: usize, end: usize, anchor: usize) -> Result<(), SyntaxError> {
        let span = self.span(start, locate::trimmed_end(self.text, start, end));
        let name = span.of(self.text).strip_prefix('*').unwrap_or_default();
        let target = self.anchors.get(&anchor).copied();
        let cyclic = target.is_some_and(|target| self.open.iter().any(|open| open.id == target));
        if cyclic {
            let message = format!(
                "`*{name}` stands inside its own anchor `&{name}`, so it would contain itself without end."
            );
            self.errors.push(SyntaxError::new(span, message));
        }
        let kind = Kind::Alias { name, target: target.filter(|_| !cyclic) };
        self.add(NodeData { span, anchor: None, tag: None, kind }, 0)?;
        Ok(())
    }

    /// Puts a node into its parent.
    fn add(&mut self, data: NodeData<'a>, anchor: usize) -> Result<NodeId, SyntaxError> {
        let span = data.span;
        let id = match u32::try_from(self.yaml.nodes.len()) {
            Ok(id) if (id as usize) < MAX_NODES => NodeId(id),
            _ => {
                let message =
                    format!("This holds more than {MAX_NODES} values, which is not read any further.");
                return Err(SyntaxError::new(span, message));
            }
        };
        if anchor > 0 {
            self.anchors.insert(anchor, id);
        }
        self.cursor = self.cursor.max(span.end as usize);
        let key = match &data.kind {
            Kind::Scalar(scalar) => Some(scalar.value.clone()),
            _ => None,
        };
        self.yaml.nodes.push(data);
        match self.open.last_mut().map(|open| &mut open.children) {
            None => self.yaml.documents.push(id),
            Some(Children::Sequence(items)) => items.push(id),
            Some(Children::Mapping { entries, key: pending, seen }) => match pending.take() {
                Some(key) => entries.push((key, id)),
                None => {
                    *pending = Some(id);
                    if let Some(key) = key
                        && let Some(first) = seen.insert(key, span)
                    {
                        self.yaml.duplicate_keys.push(DuplicateKey { first, again: span });
                    }
                }
            },
        }
        Ok(id)
    }

    fn resolve(&mut self, value: &str, style: Style, span: Span, tag: Option<Spanned<&str>>) -> Resolved {
        let Some(tag) = tag else {
            return if style == Style::Plain { resolve_plain(value) } else { Resolved::Text };
        };
        let core = tag.value.strip_prefix("!!").or_else(|| {
            tag.value.strip_prefix("!<tag:yaml.org,2002:").and_then(|name| name.strip_suffix('>'))
        });
        let found = match (core, resolve_plain(value)) {
            (None, found) if tag.value != "!" && style == Style::Plain => Some(found),
            (None, _) | (Some("str" | "binary"), _) => Some(Resolved::Text),
            (Some("int"), found @ Resolved::Int(_))
            | (Some("float"), found @ Resolved::Float(_))
            | (Some("bool"), found @ Resolved::Bool(_))
            | (Some("null"), found @ Resolved::Null)
            | (Some("timestamp"), found @ Resolved::Timestamp) => Some(found),
            (Some("float"), Resolved::Int(_)) => resolve::float(value).map(Resolved::Float),
            (Some("int" | "float" | "bool" | "null" | "timestamp"), _) => None,
            (Some(_), found) => Some(found),
        };
        found.unwrap_or_else(|| {
            let message =
                format!("`{}` asks for another type than this value has, so it cannot be read.", tag.value);
            self.errors.push(SyntaxError::new(span, message));
            Resolved::Text
        })
    }

    fn mended(&self, error: &ScanError) -> Option<String> {
        let at = self.chars.byte(error.marker().index());
        let open = self.open.iter().find(|open| open.flow);
        let open = open.and_then(|open| self.yaml.nodes.get(open.id.0 as usize));
        // The parser may not have told yet of the one it has just begun.
        let begun = || locate::indicator(self.text, self.cursor, b"[{").filter(|begin| *begin < at);
        let flow = open.map(|node| node.span.start as usize).or_else(begun);
        mended(self.read, error.info(), at, flow)
    }

    fn scan_error(&self, error: &ScanError) -> SyntaxError {
        let mut start = self.chars.byte(error.marker().index());
        if error.info().contains("tab") && self.text.as_bytes().get(start.wrapping_sub(1)) == Some(&b'\t') {
            start -= 1;
        }
        let width = self.text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let span = self.span(start, start + width);
        SyntaxError::new(span, message(error.info(), self.text.get(start..).unwrap_or_default()))
    }

    /// A span within the text, on character boundaries.
    fn span(&self, start: usize, end: usize) -> Span {
        let start = self.text.floor_char_boundary(start);
        Span::new(start, self.text.floor_char_boundary(end.max(start)))
    }
}

/// The parser's words in ours.
fn message(info: &str, rest: &str) -> String {
    let text = match info {
        "while parsing node, found unknown anchor" => {
            let name = rest.split([' ', '\n', '\r', ',', ']', '}']).next().unwrap_or_default();
            return format!("`{name}` refers to an anchor that is not defined before this place.");
        }
        _ if rest.starts_with('\t') => "A tab cannot indent YAML; use spaces.",
        "found unprintable character" => "A NUL byte cannot stand in YAML.",
        "recursion limit exceeded" => "Flow collections are nested too deeply to be read.",
        "invalid indentation" => "This line is indented less than what it belongs to.",
        "mapping values are not allowed in this context" => {
            "A `key: value` cannot stand here: the indentation is off, or a value that holds `: ` needs quotes."
        }
        "while scanning a quoted scalar, found unexpected end of stream" => "This quote is never closed.",
        "while parsing a quoted scalar, found unknown escape character" => {
            "Double quotes know no such escape; write `\\\\` for a backslash, or use single quotes."
        }
        "while parsing a block mapping, did not find expected key" => {
            "A key of the mapping should stand here; check the indentation."
        }
        "while parsing a flow mapping, did not find expected ',' or '}'" => "A `,` or `}` should stand here.",
        "while parsing a flow sequence, expected ',' or ']'" => "A `,` or `]` should stand here.",
        "did not find expected <document start>" => {
            "The document has ended before this place; check the indentation."
        }
        info => return format!("This is not valid YAML: {info}."),
    };
    text.to_owned()
}
