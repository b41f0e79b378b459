//! The parser: one pass over the text, without going back further than a bounded look ahead.
//!
//! A syntax error does not travel up as a `Result`: [`Parser::fail`] records it and moves the end of the text to the place of
//! the error, so that every construct being read closes as at the end of a file, with what it has.

mod compound;
mod expansion;
mod list;
mod redirect;
mod simple;
mod word;

use super::wrapper::script_argument;
use super::{
    AndOr, Command, CommandKind, Comment, Dialect, Failure, HereDoc, List, Part, PartKind, Pipeline, Script,
    Simple, Word,
};
use crate::text::{Mapped, MappedBuilder, Span, Spanned};
use std::borrow::Cow;
use std::ops::Range;

/// How deep constructs may stand in each other. Real scripts stay below 10; the bound keeps the stack small.
const MAX_DEPTH: u32 = 48;

/// Parses `text`, which was put together from pieces of `source`.
pub(super) fn parse<'t>(
    text: &Mapped<'t>,
    source: &'t str,
    dialect: Dialect,
    here_docs: &[&Mapped<'t>],
) -> Script<'t> {
    let mut parser = Parser::new(text, source, dialect, 0);
    parser.bodies = here_docs;
    parser.script()
}

/// Makes one command of words that are already split and unquoted, and parses the script it may wrap.
pub(super) fn from_arguments<'t>(arguments: &[Mapped<'t>]) -> Script<'t> {
    let words: Vec<Word<'t>> = arguments.iter().map(argument_word).collect();
    let span = words.iter().map(|word| word.span).reduce(Span::to).unwrap_or_default();
    let wrapped = script_argument(&words, Dialect::Posix).and_then(|(index, dialect)| {
        let text = arguments.get(index)?;
        Some(Box::new(parse(text, "", dialect, &[])))
    });
    let simple = Simple { words, span, wrapped, exec: true, ..Simple::default() };
    let command = Command { kind: CommandKind::Simple(simple), redirects: Vec::new(), span };
    let pipeline = Pipeline { commands: vec![command], span, ..Pipeline::default() };
    let and_or = AndOr { pipelines: vec![pipeline], span, ..AndOr::default() };
    Script { body: List { items: vec![and_or], span }, span, ..Script::default() }
}

/// Quoted as a whole: exec form expands nothing.
fn argument_word<'t>(text: &Mapped<'t>) -> Word<'t> {
    let raw = text.text_of("", 0..text.len());
    let kind = PartKind::Single(raw.clone());
    Word { parts: vec![Part { kind, at: 0, raw, span: text.whole() }], span: text.whole() }
}

/// An empty list with room for one item, which is what most lists of a script hold; `Vec` by itself would make room for four.
fn for_one<T>() -> Vec<T> {
    Vec::with_capacity(1)
}

pub(super) struct Parser<'m, 't> {
    mapped: &'m Mapped<'t>,
    text: &'m str,
    /// What the text was put together from. Names and literals are borrowed from it.
    source: &'t str,
    /// The next byte; never past `end`.
    at: usize,
    end: usize,
    depth: u32,
    dialect: Dialect,
    comments: Vec<Comment<'t>>,
    here_docs: Vec<HereDoc<'t>>,
    pending: Vec<redirect::Pending>,
    /// Bodies of here-documents that the Dockerfile parser has already cut out of the text.
    bodies: &'m [&'m Mapped<'t>],
    failure: Option<Failure>,
    /// The constructs being read, outermost first, by the byte where they begin.
    constructs: Vec<(usize, &'static str)>,
    /// Up to here no `]` closes a `[` of the word being read.
    no_bracket_before: usize,
}

impl<'m, 't> Parser<'m, 't> {
    fn new(mapped: &'m Mapped<'t>, source: &'t str, dialect: Dialect, depth: u32) -> Self {
        let text = mapped.as_str();
        Self {
            mapped,
            text,
            source,
            at: 0,
            end: text.len(),
            depth,
            dialect,
            comments: Vec::new(),
            here_docs: Vec::new(),
            pending: Vec::new(),
            bodies: &[],
            failure: None,
            constructs: Vec::new(),
            no_bracket_before: 0,
        }
    }

    fn script(mut self) -> Script<'t> {
        let body = self.list();
        if self.at < self.end {
            let token = self.token_here();
            self.fail(format!("the shell does not expect `{token}` here"));
        }
        self.read_here_docs();
        Script {
            dialect: self.dialect,
            body,
            comments: self.comments,
            here_docs: self.here_docs,
            failure: self.failure,
            span: self.mapped.whole(),
        }
    }

    // The cursor.

    fn rest(&self) -> &'m str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    fn byte(&self, ahead: usize) -> Option<u8> {
        let at = self.at + ahead;
        if at < self.end { self.text.as_bytes().get(at).copied() } else { None }
    }

    fn looking_at(&self, text: &str) -> bool {
        self.rest().starts_with(text)
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.looking_at(text);
        if found {
            self.at += text.len();
        }
        found
    }

    /// Moves over one character.
    fn bump(&mut self) {
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.mapped.span(range)
    }

    fn span_from(&self, start: usize) -> Span {
        self.span(start..self.at)
    }

    /// A piece of the text, borrowed from the source where it stands there in one piece.
    fn slice(&self, range: Range<usize>) -> Cow<'t, str> {
        self.mapped.text_of(self.source, range)
    }

    /// The rest of the current token, for messages.
    fn token_here(&self) -> &'m str {
        let rest = self.rest();
        let stop = |c: char| c.is_ascii_whitespace() || ";&|<>()".contains(c);
        match rest.find(stop) {
            Some(0) => rest.char_indices().nth(1).map_or(rest, |(end, _)| rest.get(..end).unwrap_or(rest)),
            Some(end) => rest.get(..end).unwrap_or(rest),
            None => rest,
        }
    }

    // Errors and nesting.

    /// Records the first error and stops reading.
    fn fail(&mut self, message: impl Into<String>) {
        let token = self.at..(self.at + self.token_here().len()).min(self.end);
        self.fail_at(token, message);
    }

    fn fail_at(&mut self, range: Range<usize>, message: impl Into<String>) {
        if self.failure.is_none() {
            let construct = self.constructs.last();
            self.failure = Some(Failure {
                span: self.span(range),
                message: message.into(),
                construct: construct.map(|(at, name)| Spanned::new(*name, self.span(*at..*at))),
            });
        }
        self.end = self.at;
    }

    /// Reads a construct one level deeper, or fails where that is too deep.
    fn nested<R: Default>(
        &mut self,
        start: usize,
        name: &'static str,
        read: impl FnOnce(&mut Self) -> R,
    ) -> R {
        if self.depth >= MAX_DEPTH {
            self.fail("the commands are nested too deeply to be read");
            return R::default();
        }
        self.depth += 1;
        self.constructs.push((start, name));
        let read = read(self);
        self.constructs.pop();
        self.depth -= 1;
        read
    }

    /// Expects `text`, which ends the construct.
    fn expect(&mut self, text: &str) {
        self.blanks_and_newlines();
        if !self.eat(text) {
            self.fail(format!("the shell expects `{text}` here"));
        }
    }

    // Between tokens.

    /// Moves over blanks, line continuations and a comment.
    fn blanks(&mut self) {
        loop {
            match self.byte(0) {
                Some(b' ' | b'\t') => self.at += 1,
                Some(b'\r') if self.byte(1) == Some(b'\n') => self.at += 1,
                Some(b'\\') if self.continuation() > 0 => self.at += self.continuation(),
                Some(b'#') => self.comment(),
                _ => return,
            }
        }
    }

    fn blanks_and_newlines(&mut self) {
        self.blanks();
        while self.byte(0) == Some(b'\n') {
            self.newline();
            self.blanks();
        }
    }

    /// Moves over a newline and the bodies of here-documents that begin after it.
    fn newline(&mut self) {
        self.at += 1;
        self.read_here_docs();
    }

    /// The length of a backslash and newline here, else 0.
    fn continuation(&self) -> usize {
        match (self.byte(0), self.byte(1), self.byte(2)) {
            (Some(b'\\'), Some(b'\n'), _) => 2,
            (Some(b'\\'), Some(b'\r'), Some(b'\n')) => 3,
            _ => 0,
        }
    }

    fn comment(&mut self) {
        let start = self.at;
        self.at += self.rest().find('\n').unwrap_or(self.rest().len());
        let comment = Comment { text: self.slice(start + 1..self.at), span: self.span_from(start) };
        self.comments.push(comment);
    }

    // Scripts within scripts.

    /// Parses a script of its own, made of pieces of this text: the argument of `sh -c`.
    fn inner_script(&mut self, pieces: &[Range<usize>], dialect: Dialect) -> Script<'t> {
        if self.depth >= MAX_DEPTH {
            return Script::default();
        }
        let text = self.assemble(pieces);
        Parser::new(&text, self.source, dialect, self.depth + 1).script()
    }

    /// Parses commands that belong to this script but stand in it with escapes: the inside of backticks.
    fn inner_list(&mut self, pieces: &[Range<usize>]) -> List<'t> {
        if self.depth >= MAX_DEPTH {
            self.fail("the commands are nested too deeply to be read");
            return List::default();
        }
        let text = self.assemble(pieces);
        let mut parser = Parser::new(&text, self.source, self.dialect, self.depth + 1);
        parser.comments = std::mem::take(&mut self.comments);
        parser.here_docs = std::mem::take(&mut self.here_docs);
        let script = parser.script();
        self.comments = script.comments;
        self.here_docs = script.here_docs;
        if script.failure.is_some() {
            self.failure = script.failure;
            self.end = self.at;
        }
        script.body
    }

    /// The text of an inner script.
    fn assemble(&self, pieces: &[Range<usize>]) -> Mapped<'t> {
        if let [range] = pieces {
            return self.mapped.slice_of(self.source, range.clone());
        }
        let mut builder = MappedBuilder::new("");
        for range in pieces {
            builder.push_mapped(self.mapped, range.clone());
        }
        builder.finish(self.mapped.source_offset(self.at) as usize)
    }
}

fn is_word_end(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b';' | b'&' | b'|' | b'<' | b'>' | b'(' | b')')
}
