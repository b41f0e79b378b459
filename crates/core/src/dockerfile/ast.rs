//! The tree of a Dockerfile. Everything in it borrows the text and knows its place there.

use super::heredoc::Heredoc;
use super::mount::Mount;
use super::scripts::CommandScript;
use super::stages::Stages;
use crate::text::{Mapped, Span, Spanned};

/// A Dockerfile. Its [`items`](Self::items) cover the whole text.
#[derive(Clone, Debug)]
pub struct Dockerfile<'a> {
    /// The text that was parsed.
    pub text: &'a str,
    /// What escapes a line end or a character: `\`, or `` ` `` where an `escape` directive says so.
    pub escape: char,
    /// The parser directives at the top.
    pub directives: Vec<Directive<'a>>,
    /// Every comment, those inside continued instructions too, in order.
    pub comments: Vec<Comment<'a>>,
    /// Every instruction, in order.
    pub instructions: Vec<Instruction<'a>>,
    /// The text from start to end: each byte belongs to exactly one item.
    pub items: Vec<Item>,
    /// The stages, and what holds at each instruction.
    pub stages: Stages<'a>,
    /// The commands, in order.
    pub commands: Vec<CommandScript<'a>>,
}

impl<'a> Dockerfile<'a> {
    /// Whether a comment stands within `span`, which a fix that rewrites it would lose.
    #[must_use]
    pub fn has_comment_in(&self, span: Span) -> bool {
        let next = self.comments.partition_point(|comment| comment.span.start < span.start);
        self.comments.get(next).is_some_and(|comment| comment.span.start < span.end)
    }

    /// The comments between the instruction before and the one at `index`, in order.
    pub fn comments_before(&self, index: usize) -> impl Iterator<Item = &Comment<'a>> {
        let first = self.comments.partition_point(|comment| comment.instruction < index);
        self.comments
            .iter()
            .skip(first)
            .take_while(move |comment| comment.instruction == index)
            .filter(|comment| !comment.inside)
    }
}

/// One stretch of the text, with the line ends and white space that belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// All its bytes, from the end of the item before to the start of the next.
    pub span: Span,
}

/// What an [`Item`] is, by its index in the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// In [`Dockerfile::directives`].
    Directive(usize),
    /// In [`Dockerfile::comments`].
    Comment(usize),
    /// In [`Dockerfile::instructions`].
    Instruction(usize),
    /// Lines of white space alone.
    Blank,
}

/// `# syntax=...`, `# escape=...`, `# check=...` in the run of such lines at the top of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Directive<'a> {
    /// From `#` to the end of the value.
    pub span: Span,
    /// As written; compared without regard to case.
    pub name: Spanned<&'a str>,
    /// Without the white space around it.
    pub value: Spanned<&'a str>,
    /// Whether BuildKit acts on it: an indented `syntax` or `check` is passed over.
    pub active: bool,
}

/// A line whose first character other than white space is `#`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comment<'a> {
    /// From `#` to the end of the line.
    pub span: Span,
    /// What follows `#`, without the white space around it.
    pub text: &'a str,
    /// Whether white space stands before `#`.
    pub indented: bool,
    /// The index of the instruction that it stands in or before; past the last one, the number of instructions.
    pub instruction: usize,
    /// Whether it stands between the lines of a continued instruction.
    pub inside: bool,
}

/// One instruction.
#[derive(Clone, Debug)]
pub struct Instruction<'a> {
    /// The keyword as written.
    pub keyword: Mapped<'a>,
    /// What it says.
    pub kind: InstructionKind<'a>,
    /// Its leading `--name=value` words.
    pub flags: Vec<Flag<'a>>,
    /// From the keyword to the end of the last line, here-documents included.
    pub span: Span,
    /// As `span`, without the here-documents.
    pub head: Span,
    /// What follows the keyword and the flags; empty where nothing does.
    pub arguments: Span,
    /// The here-documents, in order.
    pub heredocs: Vec<Heredoc<'a>>,
    /// The blank lines between continued lines, each with its line end.
    pub blank_lines: Vec<Span>,
}

impl<'a> Instruction<'a> {
    /// The first flag of this name.
    #[must_use]
    pub fn flag(&self, name: &str) -> Option<&Flag<'a>> {
        self.flags.iter().find(|flag| flag.name.as_str() == name)
    }

    /// The value of the first flag of this name.
    #[must_use]
    pub fn flag_value(&self, name: &str) -> Option<&Mapped<'a>> {
        self.flag(name)?.value.as_ref()
    }

    /// Whether the keyword is this one, in any case.
    #[must_use]
    pub fn is(&self, keyword: &str) -> bool {
        self.keyword.eq_ignore_ascii_case(keyword)
    }

    /// What a COPY or ADD says.
    #[must_use]
    pub fn transfer(&self) -> Option<&Transfer<'a>> {
        match &self.kind {
            InstructionKind::Copy(transfer) | InstructionKind::Add(transfer) => Some(transfer),
            _ => None,
        }
    }

    /// The instruction that ONBUILD holds, else this one.
    #[must_use]
    pub fn unwrapped(&self) -> &Self {
        match &self.kind {
            InstructionKind::Onbuild(inner) => inner,
            _ => self,
        }
    }

    /// The command of a RUN, CMD, ENTRYPOINT or HEALTHCHECK CMD.
    #[must_use]
    pub fn command(&self) -> Option<&Command<'a>> {
        match &self.kind {
            InstructionKind::Run(run) => Some(&run.command),
            InstructionKind::Cmd(command)
            | InstructionKind::Entrypoint(command)
            | InstructionKind::Healthcheck(Healthcheck::Command(command)) => Some(command),
            _ => None,
        }
    }
}

/// `--name`, `--name=value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag<'a> {
    /// From the first `-` to the end of the value.
    pub span: Span,
    /// The name without `--`, quotes removed.
    pub name: Mapped<'a>,
    /// What follows `=`, quotes removed.
    pub value: Option<Mapped<'a>>,
}

/// What an instruction says.
#[derive(Clone, Debug)]
pub enum InstructionKind<'a> {
    /// ADD
    Add(Transfer<'a>),
    /// ARG: a value is a default.
    Arg(Vec<Assignment<'a>>),
    /// CMD
    Cmd(Command<'a>),
    /// COPY
    Copy(Transfer<'a>),
    /// ENTRYPOINT
    Entrypoint(Command<'a>),
    /// ENV
    Env(Assignments<'a>),
    /// EXPOSE: one per port or range, before expansion.
    Expose(Vec<Mapped<'a>>),
    /// FROM
    From(BaseImage<'a>),
    /// HEALTHCHECK
    Healthcheck(Healthcheck<'a>),
    /// LABEL
    Label(Assignments<'a>),
    /// MAINTAINER
    Maintainer(Mapped<'a>),
    /// ONBUILD
    Onbuild(Box<Instruction<'a>>),
    /// RUN
    Run(Run<'a>),
    /// SHELL
    Shell(JsonArray<'a>),
    /// STOPSIGNAL
    Stopsignal(Mapped<'a>),
    /// USER: `user[:group]`
    User(Mapped<'a>),
    /// VOLUME
    Volume(List<'a>),
    /// WORKDIR
    Workdir(Mapped<'a>),
    /// An unknown keyword, or arguments that could not be read; an error says why. Also an ONBUILD of ONBUILD, FROM or MAINTAINER,
    /// for which there is a rule.
    Invalid,
}

/// `FROM image [AS name]`. The platform is a flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseImage<'a> {
    /// The image or earlier stage as written; empty if missing, which is an error.
    pub image: Mapped<'a>,
    /// `AS`, as written.
    pub as_keyword: Option<Mapped<'a>>,
    /// The stage's name, as written; BuildKit lower-cases it.
    pub name: Option<Mapped<'a>>,
}

/// RUN. Network and security are flags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// Each `--mount`.
    pub mounts: Vec<Mount<'a>>,
    /// What it runs.
    pub command: Command<'a>,
}

/// What RUN, CMD, ENTRYPOINT and HEALTHCHECK CMD run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command<'a> {
    /// A command for the shell in force, lines joined and comments removed; empty where nothing follows the keyword. Its
    /// here-documents, if any, are those of the instruction: the shell is given their bodies too.
    Shell(Mapped<'a>),
    /// A program and its arguments, decoded.
    Exec(JsonArray<'a>),
    /// `RUN <<EOF` and nothing else: the body of the instruction's one here-document is the script. It is given to the shell in
    /// force, or executed as a file if it begins with `#!`.
    Script,
}

/// A JSON array of strings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonArray<'a> {
    /// From `[` to `]`.
    pub span: Span,
    /// The strings, escapes decoded.
    pub elements: Vec<Mapped<'a>>,
    /// Where each of them stands, with its quotes.
    pub places: Vec<Span>,
}

/// Words between white space, or the strings of a JSON array.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<'a> {
    /// The array as a whole, in JSON form.
    pub json: Option<Span>,
    /// The words or strings. Words keep their quotes.
    pub items: Vec<Mapped<'a>>,
}

/// COPY and ADD.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transfer<'a> {
    /// The array as a whole, in JSON form.
    pub json: Option<Span>,
    /// The sources, but for here-documents, which are with the instruction.
    pub sources: Vec<Mapped<'a>>,
    /// The last word.
    pub destination: Option<Mapped<'a>>,
}

/// The pairs of ENV and LABEL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignments<'a> {
    /// Whether it is the old form of one pair, `ENV key value`.
    pub legacy: bool,
    /// The pairs in order.
    pub pairs: Vec<Assignment<'a>>,
}

/// `name=value`. Quotes and escapes are still there; [`super::expand::unquote`] removes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment<'a> {
    /// The whole.
    pub span: Span,
    /// What stands before the first `=`.
    pub name: Mapped<'a>,
    /// What follows it; `None` only in ARG.
    pub value: Option<Mapped<'a>>,
}

/// HEALTHCHECK. Intervals and retries are flags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Healthcheck<'a> {
    /// `NONE`
    None,
    /// `CMD ...`
    Command(Command<'a>),
}
