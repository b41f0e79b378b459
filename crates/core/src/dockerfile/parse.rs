//! The text to the tree: directives, comments and blank lines, and the joined lines of each instruction.

use super::ast::{Command, Comment, Dockerfile, Instruction, InstructionKind, Item, ItemKind};
use super::directive::{self, Zone};
use super::heredoc::{self, Heredoc};
use super::instruction::Reader;
use super::keyword::KEYWORDS;
use super::lines::{Line, continuation};
use super::stages::Stages;
use super::{scripts, structure};
use crate::SyntaxError;
use crate::text::{Mapped, MappedBuilder, Span};

/// Reads a Dockerfile as BuildKit's parser does. BuildKit stops at its first error; here reading goes on with the next
/// instruction. What can only be known from the file as a whole, or after expansion, is checked apart.
#[must_use]
pub fn parse(text: &str) -> (Dockerfile<'_>, Vec<SyntaxError>) {
    let tree = Dockerfile {
        text,
        escape: '\\',
        directives: Vec::new(),
        comments: Vec::new(),
        instructions: Vec::new(),
        items: Vec::new(),
        stages: Stages::default(),
        commands: Vec::new(),
    };
    let mut parser = Parser { tree, zone: Zone::new(), at: 0, errors: Vec::new() };
    // The byte order mark belongs to the first line.
    let mut start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    while let Some(line) = parser.line(start) {
        parser.item(&line);
        start = parser.at;
    }
    if start > 0 && text.len() == start && parser.tree.items.is_empty() {
        parser.push(ItemKind::Blank, start);
    }
    let Parser { mut tree, mut errors, .. } = parser;
    structure::check(&tree, &mut errors);
    tree.stages = Stages::new(&tree);
    tree.commands = scripts::parse(&tree);
    (tree, errors)
}

struct Parser<'a> {
    tree: Dockerfile<'a>,
    zone: Zone,
    /// Where the next line begins.
    at: usize,
    errors: Vec<SyntaxError>,
}

/// The lines of one instruction, put together.
struct Joined<'a> {
    text: Mapped<'a>,
    blank_lines: Vec<Span>,
    /// From the first character to the end of the last line.
    span: Span,
}

impl<'a> Parser<'a> {
    /// Reads what begins with `line`.
    fn item(&mut self, line: &Line) {
        self.at = line.next;
        let content = line.trimmed(self.tree.text);
        let kind = match self.tree.text.as_bytes().get(content).and_then(<[u8]>::first) {
            None => {
                self.zone.close();
                ItemKind::Blank
            }
            Some(b'#') => self.hash(line),
            Some(_) => {
                self.zone.close();
                self.instruction(line)
            }
        };
        self.push(kind, self.at);
    }

    /// Adds an item from the end of the one before up to `end`; blank lines in a row are one.
    fn push(&mut self, kind: ItemKind, end: usize) {
        match self.tree.items.last_mut() {
            Some(last) if kind == ItemKind::Blank && last.kind == ItemKind::Blank => {
                last.span = Span::new(last.span.start as usize, end);
            }
            last => {
                let start = last.map_or(0, |item| item.span.end as usize);
                self.tree.items.push(Item { kind, span: Span::new(start, end) });
            }
        }
    }

    fn hash(&mut self, line: &Line) -> ItemKind {
        let Some(directive) = self.zone.read(self.tree.text, line) else {
            self.comment(line, false);
            return ItemKind::Comment(self.tree.comments.len() - 1);
        };
        match directive::check(&directive, &self.tree.directives) {
            Ok(Some(escape)) => self.tree.escape = escape,
            Ok(None) => {}
            Err(error) => self.errors.push(error),
        }
        self.tree.directives.push(directive);
        ItemKind::Directive(self.tree.directives.len() - 1)
    }

    fn comment(&mut self, line: &Line, inside: bool) {
        let range = line.trimmed(self.tree.text);
        let text = self.tree.text.get(range.clone()).unwrap_or_default();
        self.tree.comments.push(Comment {
            indented: range.start > line.content.start,
            span: range.into(),
            text: text.strip_prefix('#').unwrap_or(text).trim(),
            instruction: self.tree.instructions.len(),
            inside,
        });
    }

    fn instruction(&mut self, line: &Line) -> ItemKind {
        let joined = self.join(line);
        let errors = self.errors.len();
        let mut reader = Reader {
            source: self.tree.text,
            text: &joined.text,
            escape: self.tree.escape,
            trigger: false,
            errors: &mut self.errors,
        };
        let mut instruction = reader.read(0..joined.text.len());
        self.drop_repeated_error(&instruction, errors);
        (instruction.span, instruction.head) = (joined.span, joined.span);
        instruction.blank_lines = joined.blank_lines;
        self.heredocs(&joined.text, &mut instruction);
        self.tree.instructions.push(instruction);
        ItemKind::Instruction(self.tree.instructions.len() - 1)
    }

    /// Of lines that are no instructions, usually the rest of one that was not continued, only the first is worth a word.
    fn drop_repeated_error(&mut self, instruction: &Instruction<'a>, errors: usize) {
        let is_unknown = |instruction: &Instruction<'_>| {
            let known = KEYWORDS.iter().any(|known| instruction.is(known.name));
            matches!(instruction.kind, InstructionKind::Invalid) && !known
        };
        if is_unknown(instruction) && self.tree.instructions.last().is_some_and(is_unknown) {
            self.errors.truncate(errors);
        }
    }

    /// Joins the lines that an instruction continues over.
    fn join(&mut self, first: &Line) -> Joined<'a> {
        let text = self.tree.text;
        let escape = self.tree.escape;
        let content = first.trimmed(text);
        let mut joined = MappedBuilder::new(text);
        let mut end = content.end;
        let mut blank_lines = Vec::new();
        let mut next = continuation(text.get(content.clone()).unwrap_or_default(), escape);
        joined.push(content.start..next.map_or(content.end, |length| content.start + length));
        while next.is_some()
            && let Some(line) = self.line(self.at)
        {
            self.at = line.next;
            end = line.content.end;
            let trimmed = line.trimmed(text);
            match text.as_bytes().get(trimmed.clone()).and_then(<[u8]>::first) {
                None => blank_lines.push(Span::new(line.content.start, line.next)),
                Some(b'#') => self.comment(&line, true),
                Some(_) => {
                    let start = line.content.start;
                    next = continuation(text.get(line.content.clone()).unwrap_or_default(), escape);
                    joined.push(start..next.map_or(line.content.end, |length| start + length));
                }
            }
        }
        Joined { text: joined.finish(content.start), blank_lines, span: Span::new(content.start, end) }
    }

    /// Reads the here-documents that the line of an instruction opens, or of the trigger inside ONBUILD.
    fn heredocs(&mut self, line: &Mapped<'a>, instruction: &mut Instruction<'a>) {
        let Some(target) = heredoc_target(instruction) else { return };
        let mut end = None;
        for opener in heredoc::openers(line) {
            let span = line.span(opener.range.clone());
            let name = opener.name.clone();
            let mut too_long = Vec::new();
            let (heredoc, next) =
                Heredoc::read(self.tree.text, opener, span, self.at, &mut |line| too_long.push(line.clone()));
            too_long.iter().for_each(|line| self.refuse_length(line));
            if heredoc.terminator.is_empty() {
                let message = format!(
                    "This here-document is never closed: no line is exactly `{name}`. Add one, without white space around it, or quote the `<<` if none is meant."
                );
                self.errors.push(SyntaxError::new(span, message));
            }
            self.at = next;
            end = Some(heredoc.terminator.end as usize);
            target.heredocs.push(heredoc);
        }
        if let Some(end) = end {
            target.span = Span::new(target.span.start as usize, end);
            instruction.span = Span::new(instruction.span.start as usize, end);
        }
    }

    /// The line at `start`, with an error if it is too long.
    fn line(&mut self, start: usize) -> Option<Line> {
        let line = Line::at(self.tree.text, start)?;
        if line.is_too_long(self.tree.text) {
            self.refuse_length(&line);
        }
        Some(line)
    }

    fn refuse_length(&mut self, line: &Line) {
        let message = "This line is longer than 65,535 bytes, which is all that BuildKit reads; break it, or move the content to a file.";
        self.errors.push(SyntaxError::new(Span::empty(line.content.start), message));
    }
}

/// The instruction that may have here-documents: RUN, COPY or ADD that is not in JSON form.
fn heredoc_target<'i, 'a>(instruction: &'i mut Instruction<'a>) -> Option<&'i mut Instruction<'a>> {
    let allowed = match &instruction.kind {
        InstructionKind::Run(run) => !matches!(run.command, Command::Exec(_)),
        InstructionKind::Copy(transfer) | InstructionKind::Add(transfer) => transfer.json.is_none(),
        InstructionKind::Onbuild(_) => true,
        _ => false,
    };
    match &mut instruction.kind {
        _ if !allowed => None,
        InstructionKind::Onbuild(_) => trigger(instruction).and_then(heredoc_target),
        _ => Some(instruction),
    }
}

/// The instruction inside ONBUILD.
fn trigger<'i, 'a>(instruction: &'i mut Instruction<'a>) -> Option<&'i mut Instruction<'a>> {
    match &mut instruction.kind {
        InstructionKind::Onbuild(inner) => Some(inner),
        _ => None,
    }
}
