//! The tree of a script: lists, pipelines, commands, redirections.

use super::{Dialect, Part, Word};
use crate::text::{Span, Spanned};
use std::borrow::Cow;

/// A parsed script. Where the shell could not go on, the tree holds what stood before, and [`Script::failure`] says why.
#[derive(Clone, Debug, Default)]
pub struct Script<'t> {
    /// The shell it is written for.
    pub dialect: Dialect,
    /// The commands.
    pub body: List<'t>,
    /// Comments in the order of the text.
    pub comments: Vec<Comment<'t>>,
    /// Bodies of here-documents; [`Redirect::here_doc`] is an index into it.
    pub here_docs: Vec<HereDoc<'t>>,
    /// The syntax error at which reading stopped.
    pub failure: Option<Failure>,
    /// The whole text.
    pub span: Span,
}

/// Why and where the parser gave up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The place that cannot be read.
    pub span: Span,
    /// What is wrong and what to do.
    pub message: String,
    /// The innermost construct being read ("if", "double-quoted string"), at its first byte.
    pub construct: Option<Spanned<&'static str>>,
}

/// A comment, from `#` to the end of its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment<'t> {
    /// The text after `#`.
    pub text: Cow<'t, str>,
    /// With the `#`.
    pub span: Span,
}

/// Commands separated by `;`, `&` or newlines.
#[derive(Clone, Debug, Default)]
pub struct List<'t> {
    /// In the order of the text.
    pub items: Vec<AndOr<'t>>,
    /// The commands, without delimiters around them.
    pub span: Span,
}

/// Pipelines joined by `&&` and `||`.
#[derive(Clone, Debug, Default)]
pub struct AndOr<'t> {
    /// The pipelines; at least one.
    pub pipelines: Vec<Pipeline<'t>>,
    /// The operators between them: one fewer than pipelines, except before a syntax error.
    pub operators: Vec<Spanned<Logical>>,
    /// Whether it ends with `&`.
    pub background: bool,
    /// All pipelines.
    pub span: Span,
}

/// How two pipelines are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Logical {
    /// `&&`
    And,
    /// `||`
    Or,
}

/// Commands joined by `|`.
#[derive(Clone, Debug, Default)]
pub struct Pipeline<'t> {
    /// The `!` before it.
    pub bang: Option<Span>,
    /// The `time` before it.
    pub time: Option<Span>,
    /// The stages; at least one, except before a syntax error.
    pub commands: Vec<Command<'t>>,
    /// The pipes between them; `true` for `|&`.
    pub pipes: Vec<Spanned<bool>>,
    /// With `!` and `time`.
    pub span: Span,
}

/// One stage of a pipeline.
#[derive(Clone, Debug)]
pub struct Command<'t> {
    /// What it is.
    pub kind: CommandKind<'t>,
    /// Redirections after a compound command; those of a simple command are in [`Simple::redirects`].
    pub redirects: Vec<Redirect<'t>>,
    /// With redirections.
    pub span: Span,
}

/// The kinds of commands.
#[derive(Clone, Debug)]
pub enum CommandKind<'t> {
    /// Assignments, words, redirections.
    Simple(Simple<'t>),
    /// `{ ...; }`
    Group(List<'t>),
    /// `( ... )`
    Subshell(List<'t>),
    /// `if`
    If(If<'t>),
    /// `while` and `until`
    Loop(Loop<'t>),
    /// `for x in ...`, `select x in ...`
    For(For<'t>),
    /// `for (( ... ))`
    ArithmeticFor(ArithmeticFor<'t>),
    /// `case`
    Case(Case<'t>),
    /// `[[ ... ]]`: words and operators as words, without the brackets.
    Test(Vec<Word<'t>>),
    /// `(( ... ))`: literals hold the arithmetic, other parts its expansions.
    Arithmetic(Vec<Part<'t>>),
    /// `f() ...`, `function f ...`
    Function(Function<'t>),
}

/// A simple command: `A=1 make -j4 > log`.
#[derive(Clone, Debug, Default)]
pub struct Simple<'t> {
    /// Assignments before the command name.
    pub assignments: Vec<Assignment<'t>>,
    /// The command name and its arguments.
    pub words: Vec<Word<'t>>,
    /// Redirections, wherever they stand.
    pub redirects: Vec<Redirect<'t>>,
    /// The script in an argument of `sh -c`, `bash -c` or `eval`, parsed.
    pub wrapped: Option<Box<Script<'t>>>,
    /// Whether the words are the strings of a JSON array.
    pub exec: bool,
    /// From the first to the last piece.
    pub span: Span,
}

/// `name=value`, `name+=value`, `name[index]=value`
#[derive(Clone, Debug)]
pub struct Assignment<'t> {
    /// The variable.
    pub name: Spanned<Cow<'t, str>>,
    /// Between the brackets.
    pub index: Option<Word<'t>>,
    /// `+=`
    pub append: bool,
    /// The right side; no parts where empty; one [`super::PartKind::Array`] for `(...)`.
    pub value: Word<'t>,
    /// All of it.
    pub span: Span,
}

/// `if`, with its `elif` branches.
#[derive(Clone, Debug, Default)]
pub struct If<'t> {
    /// Conditions and what they guard.
    pub branches: Vec<(List<'t>, List<'t>)>,
    /// After `else`.
    pub otherwise: Option<List<'t>>,
}

/// `while` or `until`.
#[derive(Clone, Debug, Default)]
pub struct Loop<'t> {
    /// `until`
    pub until: bool,
    /// Runs before each round.
    pub condition: List<'t>,
    /// Between `do` and `done`.
    pub body: List<'t>,
}

/// `for` or `select` over words.
#[derive(Clone, Debug)]
pub struct For<'t> {
    /// `select`
    pub select: bool,
    /// The word `for` itself.
    pub keyword: Span,
    /// The variable.
    pub name: Spanned<Cow<'t, str>>,
    /// After `in`; `None` stands for `"$@"`.
    pub words: Option<Vec<Word<'t>>>,
    /// Between `do` and `done`.
    pub body: List<'t>,
}

/// `for (( init; condition; step ))`
#[derive(Clone, Debug, Default)]
pub struct ArithmeticFor<'t> {
    /// Between the parentheses.
    pub header: Vec<Part<'t>>,
    /// Between `do` and `done`.
    pub body: List<'t>,
}

/// `case`
#[derive(Clone, Debug, Default)]
pub struct Case<'t> {
    /// After `case`.
    pub subject: Word<'t>,
    /// Patterns and what they guard.
    pub arms: Vec<(Vec<Word<'t>>, List<'t>)>,
}

/// A function definition.
#[derive(Clone, Debug)]
pub struct Function<'t> {
    /// Its name.
    pub name: Spanned<Cow<'t, str>>,
    /// Whether it is written with `function`.
    pub keyword: Option<Span>,
    /// What it runs.
    pub body: Box<Command<'t>>,
}

/// `2> file`, `<< EOF`
#[derive(Clone, Debug)]
pub struct Redirect<'t> {
    /// The number or `{name}` before the operator.
    pub fd: Option<Spanned<Cow<'t, str>>>,
    /// The operator, without the number.
    pub operator: Spanned<RedirectOperator>,
    /// The file, file descriptor, or delimiter of the here-document.
    pub target: Word<'t>,
    /// Index of its body in [`Script::here_docs`].
    pub here_doc: Option<usize>,
    /// All of it, without the here-document's body.
    pub span: Span,
}

/// The redirection operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RedirectOperator {
    /// `<`
    Read,
    /// `>`
    Write,
    /// `>>`
    Append,
    /// `>|`
    Clobber,
    /// `<>`
    ReadWrite,
    /// `<&`
    DuplicateInput,
    /// `>&`
    DuplicateOutput,
    /// `&>`
    WriteBoth,
    /// `&>>`
    AppendBoth,
    /// `<<`
    HereDoc,
    /// `<<-`
    HereDocTabs,
    /// `<<<`
    HereString,
}

/// The body of a here-document.
#[derive(Clone, Debug, Default)]
pub struct HereDoc<'t> {
    /// Whether the delimiter was quoted, so that nothing is expanded.
    pub quoted: bool,
    /// One literal where quoted, else literals and expansions.
    pub parts: Vec<Part<'t>>,
    /// The body, without the line of the delimiter.
    pub span: Span,
    /// Whether the body and its closing delimiter were there.
    pub terminated: bool,
}
