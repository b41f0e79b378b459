//! Simple commands: assignments, words, redirections; and the scripts they wrap.

use super::Parser;
use crate::shell::{
    Assignment, Command, CommandKind, Dialect, Part, PartKind, Script, Simple, Word, is_name,
};
use crate::text::Spanned;
use std::borrow::Cow;
use std::ops::Range;

impl<'t> Parser<'_, 't> {
    /// Reads a simple command, or a function definition `name() ...`; `None` where none begins.
    pub(super) fn simple_or_function(&mut self) -> Option<Command<'t>> {
        let start = self.at;
        let mut end = start;
        let mut simple = Simple::default();
        loop {
            self.blanks();
            if let Some(redirect) = self.redirect() {
                simple.redirects.push(redirect);
            } else if simple.words.is_empty()
                && let Some(assignment) = self.assignment()
            {
                simple.assignments.push(assignment);
            } else if let Some(word) = self.word() {
                simple.words.push(word);
            } else {
                break;
            }
            end = self.at;
        }
        if end == start {
            return None;
        }
        if self.byte(0) == Some(b'(') {
            if let ([word], []) = (&*simple.words, &*simple.assignments)
                && word.bare().is_some()
                && self
                    .rest()
                    .get(1..)
                    .is_some_and(|rest| rest.trim_start_matches([' ', '\t']).starts_with(')'))
            {
                let name = Spanned::new(self.slice(start..end), word.span);
                return Some(self.function(start, name));
            }
            self.fail("the shell does not expect `(` here: quote or escape it, or put `;` before a subshell");
        }
        simple.span = self.span(start..end);
        simple.wrapped = self.wrapped(&simple).map(Box::new);
        let span = simple.span;
        Some(Command { kind: CommandKind::Simple(simple), redirects: Vec::new(), span })
    }

    fn function(&mut self, start: usize, name: Spanned<Cow<'t, str>>) -> Command<'t> {
        self.at += 1;
        self.expect(")");
        let kind = self.nested(start, "function", |p| Some(p.function_body(name, None)));
        let kind = kind.unwrap_or(CommandKind::Simple(Simple::default()));
        Command { kind, redirects: Vec::new(), span: self.span_from(start) }
    }

    /// `name=value` before a command.
    fn assignment(&mut self) -> Option<Assignment<'t>> {
        let start = self.at;
        let rest = self.rest();
        let name_end = rest.bytes().position(|b| !(b.is_ascii_alphanumeric() || b == b'_'))?;
        if !is_name(rest.get(..name_end)?) {
            return None;
        }
        let mut index = None;
        self.at += name_end;
        let name = Spanned::new(self.slice(start..self.at), self.span_from(start));
        if self.byte(0) == Some(b'[') {
            let close = self.rest().find(|c: char| c == ']' || c.is_whitespace()).filter(|close| {
                let after = self.rest().get(*close..).unwrap_or_default();
                after.starts_with("]=") || after.starts_with("]+=")
            });
            let Some(close) = close else {
                self.at = start;
                return None;
            };
            let inner = self.at + 1..self.at + close;
            self.at += close + 1;
            index = Some(self.raw_word(inner));
        }
        let append = self.byte(0) == Some(b'+') && self.byte(1) == Some(b'=');
        if append {
            self.at += 1;
        }
        if self.byte(0) != Some(b'=') {
            self.at = start;
            return None;
        }
        self.at += 1;
        let value = self.assigned_value();
        Some(Assignment { name, index, append, value, span: self.span_from(start) })
    }

    /// What follows `=`: an array, a word, or nothing.
    fn assigned_value(&mut self) -> Word<'t> {
        let start = self.at;
        if self.byte(0) == Some(b'(') {
            let part = self.array();
            return Word { span: part.span, parts: vec![part] };
        }
        let empty = Word { parts: Vec::new(), span: self.span_from(start) };
        self.word().unwrap_or(empty)
    }

    /// `(a b)` after `=`.
    pub(super) fn array(&mut self) -> Part<'t> {
        let start = self.at;
        self.at += 1;
        let words = self.nested(start, "array", |p| {
            let mut words = Vec::new();
            loop {
                p.blanks_and_newlines();
                match p.word() {
                    Some(word) => words.push(word),
                    None => break,
                }
            }
            p.expect(")");
            words
        });
        self.part(start, PartKind::Array(words))
    }

    /// The script that `sh -c '...'` and its kin run, if the text of it is known.
    fn wrapped(&mut self, simple: &Simple<'t>) -> Option<Script<'t>> {
        if self.failure.is_some() {
            return None;
        }
        let (index, dialect) = crate::shell::wrapper::script_argument(&simple.words, self.dialect)?;
        let word = simple.words.get(index)?;
        let mut pieces = Vec::new();
        collect_pieces(&word.parts, &mut pieces);
        dialect.is_readable().then(|| self.inner_script(&pieces, dialect))
    }
}

/// The text of a word after quote removal; expansions stay as they are written.
fn collect_pieces(parts: &[Part<'_>], pieces: &mut Vec<Range<usize>>) {
    for part in parts {
        let at = part.at as usize;
        let end = at + part.raw.len();
        match &part.kind {
            PartKind::Single(_) => pieces.push(at + 1..end - 1),
            PartKind::AnsiC(_) => pieces.push(at + 2..end - 1),
            PartKind::Double(inner) => {
                collect_pieces(inner, pieces);
            }
            PartKind::Escaped(c) => pieces.push(end - c.len_utf8()..end),
            _ => pieces.push(at..end),
        }
    }
}

impl Dialect {
    /// The dialect of a shell that a command of this one starts by name.
    pub(in crate::shell) fn started_as(self, program: &str) -> Self {
        match Self::from_program(program) {
            Self::Posix if self.is_ash() => self,
            other => other,
        }
    }
}
