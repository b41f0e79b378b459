//! Lists, and-or lists, pipelines.

use super::{Parser, for_one};
use crate::shell::{AndOr, List, Logical, Pipeline};
use crate::text::Spanned;

/// Words that end a list where a command could stand.
const CLOSING: [&str; 8] = ["then", "do", "done", "fi", "else", "elif", "esac", "}"];

impl<'t> Parser<'_, 't> {
    /// Reads commands up to what closes them: `)`, `;;`, a closing keyword, or the end.
    pub(super) fn list(&mut self) -> List<'t> {
        self.blanks_and_newlines();
        let mut list = List { items: for_one(), span: self.span_from(self.at) };
        while !self.at_list_end() {
            let mut item = self.and_or();
            self.blanks();
            list.span = list.span.to(item.span);
            match self.byte(0) {
                Some(b';') if !self.looking_at(";;") && !self.looking_at(";&") => self.at += 1,
                Some(b'&') => {
                    self.at += 1;
                    item.background = true;
                }
                Some(b'\n') => {}
                _ => {
                    list.items.push(item);
                    break;
                }
            }
            list.items.push(item);
            self.blanks_and_newlines();
        }
        list
    }

    fn at_list_end(&self) -> bool {
        match self.byte(0) {
            None | Some(b')') => true,
            Some(b';') => self.looking_at(";;") || self.looking_at(";&"),
            Some(_) => self.keyword().is_some_and(|word| CLOSING.contains(&word)),
        }
    }

    fn and_or(&mut self) -> AndOr<'t> {
        let start = self.at;
        let mut and_or = AndOr { pipelines: for_one(), ..AndOr::default() };
        loop {
            let pipeline = self.pipeline();
            if !pipeline.commands.is_empty() {
                and_or.pipelines.push(pipeline);
            }
            and_or.span = self.span_from(start);
            self.blanks();
            let operator = match (self.byte(0), self.byte(1)) {
                (Some(b'&'), Some(b'&')) => Logical::And,
                (Some(b'|'), Some(b'|')) => Logical::Or,
                _ => return self.trim(and_or),
            };
            self.at += 2;
            and_or.operators.push(Spanned::new(operator, self.span_from(self.at - 2)));
            self.blanks_and_newlines();
        }
    }

    fn trim(&self, mut and_or: AndOr<'t>) -> AndOr<'t> {
        if let (Some(first), Some(last)) = (and_or.pipelines.first(), and_or.pipelines.last()) {
            and_or.span = first.span.to(last.span);
        }
        and_or
    }

    fn pipeline(&mut self) -> Pipeline<'t> {
        let start = self.at;
        let mut pipeline = Pipeline { commands: for_one(), ..Pipeline::default() };
        loop {
            match self.keyword() {
                Some("!") => pipeline.bang = Some(self.take_keyword()),
                Some("time") => {
                    pipeline.time = Some(self.take_keyword());
                    self.blanks();
                    if self.keyword() == Some("-p") {
                        self.take_keyword();
                    }
                }
                _ => break,
            }
            self.blanks();
        }
        loop {
            match self.command() {
                Some(command) => pipeline.commands.push(command),
                None if pipeline.time.is_some() && pipeline.pipes.is_empty() => break,
                None => {
                    self.fail_for_want_of_command();
                    break;
                }
            }
            self.blanks();
            if self.byte(0) != Some(b'|') || self.byte(1) == Some(b'|') {
                break;
            }
            let at = self.at;
            let both = self.looking_at("|&");
            self.at += if both { 2 } else { 1 };
            pipeline.pipes.push(Spanned::new(both, self.span_from(at)));
            self.blanks_and_newlines();
        }
        pipeline.span = match pipeline.commands.last() {
            Some(last) => self.span(start..start).to(last.span),
            None => self.span_from(start),
        };
        pipeline
    }

    fn fail_for_want_of_command(&mut self) {
        let message = match self.token_here() {
            "" => "the shell expects a command, but the text ends here".to_owned(),
            token => format!("the shell expects a command here, not `{token}`"),
        };
        self.fail(message);
    }

    /// The word here as far as it could be a keyword: unquoted, up to the next delimiter.
    pub(super) fn keyword(&self) -> Option<&str> {
        let rest = self.rest();
        // No keyword is longer than "function"; words are long, and this is asked often.
        let head = rest.as_bytes().iter().take(9).position(|b| super::is_word_end(*b) || *b == b'\r');
        match head {
            Some(end) => rest.get(..end),
            None if rest.len() < 9 => Some(rest),
            None => None,
        }
        .filter(|word| !word.is_empty())
    }

    /// Moves over the keyword here.
    pub(super) fn take_keyword(&mut self) -> crate::text::Span {
        let start = self.at;
        self.at += self.keyword().map_or(0, str::len);
        self.span_from(start)
    }

    /// Moves over `word` if it is the next command word.
    pub(super) fn eat_keyword(&mut self, word: &str) -> bool {
        self.blanks_and_newlines();
        let found = self.keyword() == Some(word);
        if found {
            self.take_keyword();
        }
        found
    }

    /// Expects the keyword `word`.
    pub(super) fn expect_keyword(&mut self, word: &str) {
        if !self.eat_keyword(word) {
            let construct = self.constructs.last().map_or("command", |(_, name)| name);
            self.fail(format!("this {construct} needs `{word}` here"));
        }
    }
}
