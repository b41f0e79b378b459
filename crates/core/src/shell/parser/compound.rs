//! Compound commands and function definitions.

use super::Parser;
use crate::shell::{ArithmeticFor, Case, Command, CommandKind, For, Function, If, List, Loop, Word, is_name};
use crate::text::Spanned;
use std::borrow::Cow;

impl<'t> Parser<'_, 't> {
    /// Reads one stage of a pipeline; `None` where no command begins.
    pub(super) fn command(&mut self) -> Option<Command<'t>> {
        let start = self.at;
        let Some(kind) = self.compound() else { return self.simple_or_function() };
        let mut redirects = Vec::new();
        loop {
            let end = self.at;
            self.blanks();
            match self.redirect() {
                Some(redirect) => redirects.push(redirect),
                None => {
                    self.at = end.min(self.end);
                    return Some(Command { kind, redirects, span: self.span_from(start) });
                }
            }
        }
    }

    fn compound(&mut self) -> Option<CommandKind<'t>> {
        let start = self.at;
        if self.looking_at("((") && self.closes_arithmetic(self.at + 2) {
            self.at += 2;
            let parts = self.nested(start, "arithmetic command", |p| p.arithmetic_parts("))"));
            return Some(CommandKind::Arithmetic(parts));
        }
        if self.eat("(") {
            let list = self.nested(start, "subshell", |p| p.body_until(")"));
            return Some(CommandKind::Subshell(list));
        }
        let keyword = self.keyword()?;
        let (name, read): (_, fn(&mut Self) -> CommandKind<'t>) = match keyword {
            "{" => ("group", |p| {
                let list = p.list_of_some();
                p.expect_keyword("}");
                CommandKind::Group(list)
            }),
            "if" => ("if", |p| CommandKind::If(p.if_clause())),
            "while" => ("while loop", |p| CommandKind::Loop(p.loop_clause(false))),
            "until" => ("until loop", |p| CommandKind::Loop(p.loop_clause(true))),
            "for" => ("for loop", |p| p.for_clause(false)),
            "select" => ("select loop", |p| p.for_clause(true)),
            "case" => ("case", |p| CommandKind::Case(p.case_clause())),
            "[[" => ("test", |p| CommandKind::Test(p.test_words())),
            "function" => ("function", Self::function_clause),
            _ => return None,
        };
        self.nested(start, name, |p| {
            if name != "function" && name != "for loop" && name != "select loop" {
                p.take_keyword();
            }
            Some(read(p))
        })
    }

    /// Commands up to `close`.
    pub(super) fn body_until(&mut self, close: &str) -> List<'t> {
        let list = self.list();
        self.expect(close);
        list
    }

    /// Commands, of which there must be one.
    fn list_of_some(&mut self) -> List<'t> {
        let list = self.list();
        if list.items.is_empty() {
            self.fail("the shell expects a command here");
        }
        list
    }

    fn if_clause(&mut self) -> If<'t> {
        let mut clause = If::default();
        loop {
            let condition = self.list_of_some();
            self.expect_keyword("then");
            let body = self.list_of_some();
            clause.branches.push((condition, body));
            if !self.eat_keyword("elif") {
                break;
            }
        }
        if self.eat_keyword("else") {
            clause.otherwise = Some(self.list_of_some());
        }
        self.expect_keyword("fi");
        clause
    }

    fn loop_clause(&mut self, until: bool) -> Loop<'t> {
        let condition = self.list_of_some();
        Loop { until, condition, body: self.do_group() }
    }

    fn do_group(&mut self) -> List<'t> {
        if self.eat_keyword("{") {
            let body = self.list_of_some();
            self.expect_keyword("}");
            return body;
        }
        self.expect_keyword("do");
        let body = self.list_of_some();
        self.expect_keyword("done");
        body
    }

    fn for_clause(&mut self, select: bool) -> CommandKind<'t> {
        let keyword = self.take_keyword();
        self.blanks();
        let start = self.at;
        if self.eat("((") {
            let header = self.arithmetic_parts("))");
            self.end_of_header();
            return CommandKind::ArithmeticFor(ArithmeticFor { header, body: self.do_group() });
        }
        let name = self.name();
        if !is_name(&name.value) {
            self.at = start.min(self.end);
            self.fail("the loop needs a variable name here");
        }
        self.blanks_and_newlines();
        let words = (self.keyword() == Some("in")).then(|| {
            self.take_keyword();
            self.words()
        });
        self.end_of_header();
        CommandKind::For(For { select, keyword, name, words, body: self.do_group() })
    }

    /// Moves over the `;` or newline between the header of a loop and its body.
    fn end_of_header(&mut self) {
        self.blanks();
        if self.byte(0) == Some(b';') {
            self.at += 1;
        }
    }

    /// Words up to the end of the command.
    fn words(&mut self) -> Vec<Word<'t>> {
        let mut words = Vec::new();
        loop {
            self.blanks();
            match self.word() {
                Some(word) => words.push(word),
                None => return words,
            }
        }
    }

    /// A name of a variable or function, unquoted.
    fn name(&mut self) -> Spanned<Cow<'t, str>> {
        let start = self.at;
        let end = |b: u8| super::is_word_end(b) || b == b'\r';
        self.at += self.rest().bytes().position(end).unwrap_or(self.rest().len());
        Spanned::new(self.slice(start..self.at), self.span_from(start))
    }

    fn case_clause(&mut self) -> Case<'t> {
        self.blanks();
        let Some(subject) = self.word() else {
            self.fail("`case` needs a word here");
            return Case::default();
        };
        self.expect_keyword("in");
        let mut arms = Vec::new();
        while self.at < self.end && !self.eat_keyword("esac") {
            let Some(arm) = self.case_arm() else { break };
            arms.push(arm);
        }
        Case { subject, arms }
    }

    fn case_arm(&mut self) -> Option<(Vec<Word<'t>>, List<'t>)> {
        self.eat("(");
        let mut patterns = Vec::new();
        loop {
            self.blanks();
            let Some(pattern) = self.word() else {
                self.fail("`case` needs a pattern or `esac` here");
                return None;
            };
            patterns.push(pattern);
            self.blanks();
            if !self.eat("|") {
                break;
            }
        }
        if !self.eat(")") {
            self.fail("the pattern needs a closing `)` here");
        }
        let body = self.list();
        let closed = [";;&", ";;", ";&"].iter().any(|end| self.eat(end));
        self.blanks_and_newlines();
        if !closed && self.keyword() != Some("esac") {
            self.fail("`case` needs `;;` or `esac` here");
        }
        Some((patterns, body))
    }

    /// The words and operators of `[[ ... ]]`.
    fn test_words(&mut self) -> Vec<Word<'t>> {
        let mut words: Vec<Word<'t>> = Vec::new();
        loop {
            self.blanks_and_newlines();
            if self.keyword() == Some("]]") {
                self.take_keyword();
                return words;
            }
            let after_match = words.last().is_some_and(|word| word.bare() == Some("=~"));
            let operator = ["&&", "||", "(", ")", "<", ">"].into_iter().find(|text| self.looking_at(text));
            let word = match operator {
                Some(text) if !after_match => {
                    let start = self.at;
                    self.at += text.len();
                    Some(self.literal_word(start))
                }
                _ if after_match => self.regex(),
                _ => self.word(),
            };
            let Some(word) = word else {
                self.fail("`[[` needs a closing ` ]]` here");
                return words;
            };
            words.push(word);
        }
    }

    fn function_clause(&mut self) -> CommandKind<'t> {
        let keyword = Some(self.take_keyword());
        self.blanks();
        let name = self.name();
        self.blanks();
        if self.eat("(") {
            self.expect(")");
        }
        self.function_body(name, keyword)
    }

    pub(super) fn function_body(
        &mut self,
        name: Spanned<Cow<'t, str>>,
        keyword: Option<crate::text::Span>,
    ) -> CommandKind<'t> {
        self.blanks_and_newlines();
        let body = self.command();
        let Some(body) = body.filter(|body| !matches!(body.kind, CommandKind::Simple(_))) else {
            self.fail("the function needs a body `{ ...; }` here");
            return CommandKind::Group(List::default());
        };
        CommandKind::Function(Function { name, keyword, body: Box::new(body) })
    }
}
