//! One joined line to one [`Instruction`].

use super::ast::{
    Assignment, Assignments, BaseImage, Command, Flag, Healthcheck, Instruction, InstructionKind, JsonArray,
    List, Run, Transfer,
};
use super::keyword::KEYWORDS;
use super::lines::is_blank;
use super::mount::Mount;
use super::{flag, flag_rules, heredoc, json, words};
use crate::SyntaxError;
use crate::suggest;
use crate::text::{Mapped, Span};
use std::ops::Range;

/// What a line is read with.
pub(super) struct Reader<'r, 'a> {
    /// The text of the file.
    pub(super) source: &'a str,
    /// The joined line.
    pub(super) text: &'r Mapped<'a>,
    pub(super) escape: char,
    /// Whether this is a trigger of ONBUILD, of which BuildKit only checks the shape before it fires.
    pub(super) trigger: bool,
    pub(super) errors: &'r mut Vec<SyntaxError>,
}

impl<'a> Reader<'_, 'a> {
    /// The instruction that stands in `range` of the line.
    pub(super) fn read(&mut self, range: Range<usize>) -> Instruction<'a> {
        let range = self.trimmed(range);
        let text = self.text.get(range.clone()).unwrap_or_default();
        let length = text.bytes().position(is_blank).unwrap_or(text.len());
        let keyword = self.slice(range.start..range.start + length);
        let (flags, start) = flag::take(self.source, self.text, range.start + length);
        let arguments = self.trimmed(start..range.end);
        let name = KEYWORDS.iter().map(|known| known.name).find(|name| name.eq_ignore_ascii_case(&keyword));
        let kind = match name {
            Some(name) => self.kind(name, keyword.whole(), &flags, arguments.clone()),
            None => {
                self.unknown(&keyword);
                InstructionKind::Invalid
            }
        };
        if !self.trigger {
            flag_rules::check(&kind, name.unwrap_or_default(), &flags, self.errors);
        }
        let (span, arguments) = (self.text.span(range), self.text.span(arguments));
        let (heredocs, blank_lines) = (Vec::new(), Vec::new());
        Instruction { keyword, kind, flags, span, head: span, arguments, heredocs, blank_lines }
    }

    fn kind(
        &mut self,
        name: &str,
        keyword: Span,
        flags: &[Flag<'a>],
        arguments: Range<usize>,
    ) -> InstructionKind<'a> {
        match name {
            "ADD" => self.transfer(name, keyword, arguments).map(InstructionKind::Add),
            "ARG" => self.arg(keyword, arguments).map(InstructionKind::Arg),
            "CMD" => self.command(arguments).map(InstructionKind::Cmd),
            "COPY" => self.transfer(name, keyword, arguments).map(InstructionKind::Copy),
            "ENTRYPOINT" => self.command(arguments).map(InstructionKind::Entrypoint),
            "ENV" => self.assignments(name, keyword, arguments).map(InstructionKind::Env),
            "EXPOSE" => self.expose(keyword, arguments).map(InstructionKind::Expose),
            "FROM" => Some(InstructionKind::From(self.from(keyword, arguments))),
            "HEALTHCHECK" => self.healthcheck(keyword, arguments).map(InstructionKind::Healthcheck),
            "LABEL" => self.assignments(name, keyword, arguments).map(InstructionKind::Label),
            "MAINTAINER" => self.raw(name, keyword, arguments).map(InstructionKind::Maintainer),
            "ONBUILD" => self.onbuild(keyword, arguments),
            "RUN" => self.run(flags, arguments).map(InstructionKind::Run),
            "SHELL" => self.shell(keyword, arguments).map(InstructionKind::Shell),
            "STOPSIGNAL" => self.raw(name, keyword, arguments).map(InstructionKind::Stopsignal),
            "USER" => self.raw(name, keyword, arguments).map(InstructionKind::User),
            "VOLUME" => self.volume(keyword, arguments).map(InstructionKind::Volume),
            "WORKDIR" => self.raw(name, keyword, arguments).map(InstructionKind::Workdir),
            _ => None,
        }
        .unwrap_or(InstructionKind::Invalid)
    }

    fn unknown(&mut self, keyword: &Mapped<'a>) {
        let names = KEYWORDS.each_ref().map(|known| known.name);
        let begins =
            |name: &&&str| keyword.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        let message = if let Some(name) = names.iter().find(begins) {
            format!("`{}` is not an instruction; put a space after `{name}`.", shortened(keyword))
        } else if let Some(near) = suggest::nearest(keyword, &names) {
            format!("`{keyword}` is not an instruction, so BuildKit refuses the file; did you mean `{near}`?")
        } else if keyword.is_empty() {
            "This line continues, but nothing follows; remove it.".to_owned()
        } else {
            format!(
                "`{}` is not an instruction, so BuildKit refuses the file; if this belongs to the instruction above, end the line before with `{}`.",
                shortened(keyword),
                self.escape
            )
        };
        self.refuse(keyword.whole(), message);
    }

    /// The one raw string of USER, WORKDIR, STOPSIGNAL and MAINTAINER.
    fn raw(&mut self, name: &str, keyword: Span, arguments: Range<usize>) -> Option<Mapped<'a>> {
        if arguments.is_empty() {
            self.refuse(
                keyword,
                format!("{name} takes one argument and has none; add it, or remove the line."),
            );
            return None;
        }
        Some(self.slice(arguments))
    }

    fn from(&mut self, keyword: Span, arguments: Range<usize>) -> BaseImage<'a> {
        let words: Vec<Mapped<'a>> = self.words(arguments.clone());
        let mut words = words.into_iter();
        let Some(image) = words.next() else {
            self.refuse(keyword, "FROM has no image; name the one to build on, or `scratch`.");
            return BaseImage { image: self.slice(arguments), as_keyword: None, name: None };
        };
        let second = words.next();
        let as_keyword = second.clone().filter(|word| word.eq_ignore_ascii_case("as"));
        let name = if as_keyword.is_some() { words.next() } else { None };
        let surplus = words.next();
        match (&second, &as_keyword, &name, surplus) {
            (None, ..) => {}
            (Some(second), None, ..) => {
                let message = "FROM takes an image, or an image, AS and a name; put AS before the stage's name, or remove the word.";
                self.refuse(second.whole(), message);
            }
            (_, Some(word), None, _) => {
                self.refuse(word.whole(), "AS has no name behind it; name the stage, or remove AS.");
            }

            (_, _, Some(_), Some(extra)) => {
                let message = "Nothing may follow a stage's name; a comment needs a line of its own.";
                self.refuse(extra.whole(), message);
            }
            (_, _, Some(name), None) if !is_stage_name(name) => {
                let message = format!(
                    "`{name}` cannot name a stage, so BuildKit refuses the file; a name is a letter, then letters, digits, `-`, `_` and `.`."
                );
                self.refuse(name.whole(), message);
            }
            _ => {}
        }
        BaseImage { image, as_keyword, name }
    }

    fn run(&mut self, flags: &[Flag<'a>], arguments: Range<usize>) -> Option<Run<'a>> {
        let values =
            flags.iter().filter(|flag| flag.name.as_str() == "mount").filter_map(|flag| flag.value.as_ref());
        let mut errors = Vec::new();
        let mounts = values.map(|value| Mount::read(self.source, value, &mut errors)).collect();
        errors.into_iter().for_each(|error| self.refuse(error.span, error.message));
        let script = self.text.get(arguments.clone()).is_some_and(heredoc::is_opener);
        let command = if script { Command::Script } else { self.command(arguments)? };
        Some(Run { mounts, command })
    }

    fn command(&mut self, arguments: Range<usize>) -> Option<Command<'a>> {
        match self.json(arguments.clone()) {
            Some(array) => array.map(Command::Exec),
            None => Some(Command::Shell(self.slice(arguments))),
        }
    }

    fn shell(&mut self, keyword: Span, arguments: Range<usize>) -> Option<JsonArray<'a>> {
        match self.json(arguments.clone()) {
            Some(Some(array)) if array.elements.is_empty() => {
                self.refuse(array.span, "SHELL needs at least one element: the program, then its arguments.");
                None
            }
            Some(array) => array,
            None => {
                let span = if arguments.is_empty() { keyword } else { self.text.span(arguments) };
                self.refuse(
                    span,
                    "SHELL takes a JSON array alone; write it as `SHELL [\"/bin/bash\", \"-c\"]`.",
                );
                None
            }
        }
    }

    fn healthcheck(&mut self, keyword: Span, arguments: Range<usize>) -> Option<Healthcheck<'a>> {
        let text = self.text.get(arguments.clone()).unwrap_or_default();
        let length = text.find(char::is_whitespace).unwrap_or(text.len());
        let word = text.get(..length).unwrap_or_default();
        let span = self.text.span(arguments.start..arguments.start + length);
        let rest = self.trimmed(arguments.start + length..arguments.end);
        if word.is_empty() {
            self.refuse(
                keyword,
                "HEALTHCHECK says nothing; write `HEALTHCHECK CMD command`, or `HEALTHCHECK NONE`.",
            );
            return None;
        }
        if word.eq_ignore_ascii_case("none") {
            if !rest.is_empty() {
                self.refuse(self.text.span(rest), "HEALTHCHECK NONE takes no arguments; remove them.");
            }
            return Some(Healthcheck::None);
        }
        let message = (!word.eq_ignore_ascii_case("cmd")).then(|| {
            format!(
                "`{}` is no kind of health check; write `HEALTHCHECK CMD command`, or `HEALTHCHECK NONE`.",
                shortened(word)
            )
        });
        // The shape of the command is checked before the word.
        let command = self.command(rest)?;
        if let Some(message) = message {
            self.refuse(span, message);
            return None;
        }
        let empty = match &command {
            Command::Shell(text) => text.is_empty(),
            Command::Exec(array) => array.elements.is_empty(),
            Command::Script => false,
        };
        if empty {
            self.refuse(span, "HEALTHCHECK CMD has no command; add one, or write `HEALTHCHECK NONE`.");
            return None;
        }
        Some(Healthcheck::Command(command))
    }

    fn onbuild(&mut self, keyword: Span, arguments: Range<usize>) -> Option<InstructionKind<'a>> {
        if arguments.is_empty() {
            self.refuse(keyword, "ONBUILD has no instruction behind it; add one, or remove the line.");
            return None;
        }
        let text = self.text.get(arguments.clone()).unwrap_or_default();
        let word = text.split(|c: char| u8::try_from(c).is_ok_and(is_blank)).next().unwrap_or_default();
        // A rule reports these.
        if ["ONBUILD", "FROM", "MAINTAINER"].iter().any(|name| name.eq_ignore_ascii_case(word)) {
            return None;
        }
        let mut reader = Reader {
            source: self.source,
            text: self.text,
            escape: self.escape,
            trigger: true,
            errors: self.errors,
        };
        Some(InstructionKind::Onbuild(Box::new(reader.read(arguments))))
    }

    fn transfer(&mut self, name: &str, keyword: Span, arguments: Range<usize>) -> Option<Transfer<'a>> {
        let List { json, mut items } = self.list(arguments)?;
        let count = items.len();
        let destination = if count > 1 { items.pop() } else { None };
        match &destination {
            None => {
                let span = items.first().map_or(keyword, Mapped::whole);
                let message =
                    format!("{name} takes at least one source and a destination; add what is missing.");
                self.refuse(span, message);
            }
            Some(word) if json.is_none() && heredoc::is_opener(word) => {
                self.refuse(
                    word.whole(),
                    format!("A here-document cannot be the destination of {name}; add a path behind it."),
                );
            }
            Some(_) => {}
        }
        if json.is_none() {
            items.retain(|word| !heredoc::is_opener(word));
        }
        Some(Transfer { json, sources: items, destination })
    }

    fn volume(&mut self, keyword: Span, arguments: Range<usize>) -> Option<List<'a>> {
        let list = self.list(arguments)?;
        if list.items.is_empty() {
            self.refuse(list.json.unwrap_or(keyword), "VOLUME names no path; add one, or remove the line.");
        }
        for item in list.items.iter().filter(|item| item.trim().is_empty()) {
            self.refuse(item.whole(), "An empty path cannot be a volume; remove the element.");
        }
        Some(list)
    }

    fn expose(&mut self, keyword: Span, arguments: Range<usize>) -> Option<Vec<Mapped<'a>>> {
        let ports = self.words(arguments);
        if ports.is_empty() {
            self.refuse(keyword, "EXPOSE names no port; add one, or remove the line.");
            return None;
        }
        Some(ports)
    }

    fn arg(&mut self, keyword: Span, arguments: Range<usize>) -> Option<Vec<Assignment<'a>>> {
        let text = self.text.get(arguments.clone()).unwrap_or_default();
        let words = words::quoted(text, self.escape);
        if words.is_empty() {
            self.refuse(keyword, "ARG names no variable; add a name, or remove the line.");
            return None;
        }
        let shifted = words.into_iter().map(|word| arguments.start + word.start..arguments.start + word.end);
        let pairs: Vec<Assignment<'a>> = shifted.map(|word| self.assignment(word)).collect();
        self.check_names("ARG", &pairs);
        Some(pairs)
    }

    /// ENV and LABEL: pairs with `=`, or one name and the rest of the line.
    fn assignments(&mut self, name: &str, keyword: Span, arguments: Range<usize>) -> Option<Assignments<'a>> {
        let text = self.text.get(arguments.clone()).unwrap_or_default();
        let mut words = words::quoted(text, self.escape);
        let Some(first) = words.first() else {
            self.refuse(
                keyword,
                format!("{name} sets nothing; write `{name} name=value`, or remove the line."),
            );
            return None;
        };
        if !text.get(first.clone()).unwrap_or_default().contains('=') {
            return self.legacy(name, arguments);
        }
        let start = arguments.start;
        for word in &words {
            let word = start + word.start..start + word.end;
            if !self.text.get(word.clone()).unwrap_or_default().contains('=') {
                let message = format!(
                    "This word has no `=`, as every pair of {name} must once the first has one; join it with `=`, or quote the value before it as a whole."
                );
                self.error(self.text.span(word), message);
            }
        }
        words.retain(|word| text.get(word.clone()).unwrap_or_default().contains('='));
        let pairs =
            words.into_iter().map(|word| self.assignment(start + word.start..start + word.end)).collect();
        self.check_names(name, &pairs);
        Some(Assignments { legacy: false, pairs })
    }

    fn legacy(&mut self, name: &str, arguments: Range<usize>) -> Option<Assignments<'a>> {
        let text = self.text.get(arguments.clone()).unwrap_or_default();
        let Some(end) = text.bytes().position(is_blank) else {
            let message =
                format!("{name} needs a value as well as a name; write `{}=value`.", shortened(text));
            self.error(self.text.span(arguments), message);
            return None;
        };
        let rest = text.get(end..).unwrap_or_default();
        let value = end + rest.bytes().position(|byte| !is_blank(byte)).unwrap_or(rest.len());
        let pair = Assignment {
            span: self.text.span(arguments.clone()),
            name: self.slice(arguments.start..arguments.start + end),
            value: Some(self.slice(arguments.start + value..arguments.end)),
        };
        Some(Assignments { legacy: true, pairs: vec![pair] })
    }

    fn assignment(&self, word: Range<usize>) -> Assignment<'a> {
        let equals = self.text.get(word.clone()).and_then(|text| text.find('=')).map(|at| word.start + at);
        Assignment {
            span: self.text.span(word.clone()),
            name: self.slice(word.start..equals.unwrap_or(word.end)),
            value: equals.map(|equals| self.slice(equals + 1..word.end)),
        }
    }

    fn check_names(&mut self, instruction: &str, pairs: &Vec<Assignment<'a>>) {
        for pair in pairs.iter().filter(|pair| pair.name.is_empty()) {
            self.refuse(
                pair.span,
                format!(
                    "A pair of {instruction} has no name before `=`; add one, without spaces around `=`."
                ),
            );
        }
    }

    /// A JSON array of strings, or words between white space.
    fn list(&mut self, arguments: Range<usize>) -> Option<List<'a>> {
        match self.json(arguments.clone()) {
            Some(array) => array.map(|array| List { json: Some(array.span), items: array.elements }),
            None => Some(List { json: None, items: self.words(arguments) }),
        }
    }

    /// `None` where it is no JSON array, `Some(None)` where it is one with something else than strings in it.
    fn json(&mut self, arguments: Range<usize>) -> Option<Option<JsonArray<'a>>> {
        if !self.text.get(arguments.clone()).is_some_and(|text| text.starts_with('[')) {
            return None;
        }
        let read = json::array(self.source, &self.text.slice_of(self.source, arguments))?;
        Some(read.map_err(|error| self.errors.push(error)).ok())
    }

    fn words(&self, arguments: Range<usize>) -> Vec<Mapped<'a>> {
        let text = self.text.get(arguments.clone()).unwrap_or_default();
        words::plain(text)
            .map(|word| self.slice(arguments.start + word.start..arguments.start + word.end))
            .collect()
    }

    fn slice(&self, range: Range<usize>) -> Mapped<'a> {
        self.text.slice_of(self.source, range)
    }

    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self.text.get(range.clone()).unwrap_or_default();
        let start = range.end - text.trim_start().len();
        start..start + text.trim().len()
    }

    /// Something that BuildKit refuses even in a trigger.
    fn error(&mut self, span: Span, message: impl Into<String>) {
        self.errors.push(SyntaxError::new(span, message));
    }

    /// Something that BuildKit refuses in an instruction that it carries out.
    fn refuse(&mut self, span: Span, message: impl Into<String>) {
        if !self.trigger {
            self.error(span, message);
        }
    }
}

/// A letter, then letters, digits, `-`, `_` and `.`.
fn is_stage_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// The text, cut off where it is too long for a message.
fn shortened(text: &str) -> &str {
    text.char_indices().nth(40).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}
