//! [`Pragma`]: an ignore comment, docklint's own or another tool's.

use super::comment::{self, Comment};
use crate::config::strength;
use crate::dockerfile::Dockerfile;
use crate::project::Tree;
use crate::rules::Rule;
use crate::text::Span;

/// Whose comment it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    Docklint,
    Hadolint,
    Buildkit,
    Dclint,
    DotenvLinter,
}

impl Dialect {
    /// What the aliases of the tool's checks begin with.
    fn prefix(self) -> &'static str {
        match self {
            Self::Docklint => "",
            Self::Hadolint => "hadolint:",
            Self::Buildkit => "buildkit:",
            Self::Dclint => "dclint:",
            Self::DotenvLinter => "dotenv:",
        }
    }

    /// Whether `name`, or any of the tool's names where none is given, means `rule`.
    fn names(self, rule: &Rule, name: Option<&str>) -> bool {
        let own = |alias: &&'static str| alias.strip_prefix(self.prefix());
        match (self, name) {
            (Self::Docklint, Some(name)) => strength(name, rule).is_some(),
            (Self::Docklint, None) => true,
            (_, Some(name)) => rule.meta.aliases.iter().filter_map(own).any(|alias| alias == name),
            (_, None) => rule.meta.aliases.iter().any(|alias| own(alias).is_some()),
        }
    }
}

/// An ignore comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pragma<'a> {
    pub(super) dialect: Dialect,
    /// The comment.
    pub(super) span: Span,
    /// What it names; empty for everything.
    pub(super) codes: Vec<Code<'a>>,
    /// Where findings must begin to be silenced.
    pub(super) covers: Span,
    /// Whether it has silenced anything.
    pub(super) used: bool,
}

/// A name in an ignore comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Code<'a> {
    pub(super) name: &'a str,
    pub(super) span: Span,
    /// Whether it has silenced anything.
    pub(super) used: bool,
}

impl Pragma<'_> {
    /// Whether it silences a finding of `rule` at `span`; remembers that it did.
    pub(super) fn silences(&mut self, rule: &Rule, span: Span) -> bool {
        if span.start < self.covers.start || span.start > self.covers.end {
            return false;
        }
        let mut fits = self.codes.is_empty() && self.dialect.names(rule, None);
        for code in &mut self.codes {
            let names = self.dialect.names(rule, Some(code.name));
            code.used |= names;
            fits |= names;
        }
        self.used |= fits;
        fits
    }

    /// What to delete so that the list lacks its code number `at`.
    pub(super) fn without(&self, at: usize) -> Span {
        let span = |at: usize| self.codes.get(at).map(|code| code.span);
        match (at.checked_sub(1).and_then(span), span(at), span(at + 1)) {
            (_, Some(code), Some(next)) => Span { start: code.start, end: next.start },
            (Some(before), Some(code), None) => Span { start: before.end, end: code.end },
            (_, code, _) => code.unwrap_or_default(),
        }
    }
}

/// The ignore comments of a file, in order.
pub(super) fn find<'a>(text: &'a str, tree: &Tree<'a>) -> Vec<Pragma<'a>> {
    let comments = comment::comments(text, tree);
    let mut pragmas: Vec<Pragma<'a>> = Vec::new();
    for comment in &comments {
        let Some(said) = Said::new(text, comment) else { continue };
        pragmas.extend(docklint(&said));
        match tree {
            Tree::Dockerfile(dockerfile) => {
                pragmas.extend(hadolint(&said, dockerfile));
                // Only the first such comment before an instruction counts.
                let again = |p: &Pragma<'_>| p.dialect == Dialect::Buildkit && p.covers == comment.covers;
                pragmas.extend(buildkit(&said).filter(|_| !pragmas.iter().any(again)));
            }
            Tree::Compose(_) => pragmas.extend(dclint(&said)),
            Tree::Dotenv(_) => dotenv_linter(&said, &mut pragmas),
            _ => {}
        }
    }
    if let Tree::Dockerfile(dockerfile) = tree {
        let checks =
            dockerfile.directives.iter().filter(|d| d.active && d.name.eq_ignore_ascii_case("check"));
        pragmas.extend(checks.filter_map(|directive| {
            let codes = skipped(directive.value.value, directive.value.span.start)?;
            Some(Pragma {
                dialect: Dialect::Buildkit,
                span: directive.span,
                codes,
                covers: whole(text),
                used: false,
            })
        }));
    }
    pragmas
}

/// A comment and what it says.
struct Said<'a> {
    text: &'a str,
    comment: Comment,
    /// What follows the `#` or `//` and white space.
    body: &'a str,
    /// Where that begins.
    at: usize,
}

impl<'a> Said<'a> {
    fn new(text: &'a str, comment: &Comment) -> Option<Self> {
        let written = text.get(comment.span.range())?;
        let body = written.trim_start_matches(['#', '/']).trim_start();
        let at = comment.span.range().start + (written.len() - body.len());
        Some(Self { text, comment: *comment, body: body.trim_end(), at })
    }

    /// The rest behind `word` and white space, if the comment begins with that word.
    fn behind(&self, word: &str) -> Option<&'a str> {
        let rest = self.body.strip_prefix(word)?;
        rest.starts_with([' ', '\t']).then(|| rest.trim_start())
    }

    /// The place of `part`, a slice of the body, from the start of the file.
    fn offset(&self, part: &str) -> usize {
        self.at + part.as_ptr().addr().saturating_sub(self.body.as_ptr().addr())
    }

    fn pragma(&self, dialect: Dialect, codes: Vec<Code<'a>>, covers: Span) -> Pragma<'a> {
        Pragma { dialect, span: self.comment.span, codes, covers, used: false }
    }
}

fn whole(text: &str) -> Span {
    Span::new(0, text.len())
}

/// `docklint ignore=CODE[,CODE] reason`, `docklint ignore-file[=CODE,...] reason`.
fn docklint<'a>(said: &Said<'a>) -> Option<Pragma<'a>> {
    let rest = said.behind("docklint").or_else(|| said.behind("docklint:"))?.strip_prefix("ignore")?;
    let (covers, rest) = match rest.strip_prefix("-file") {
        Some(rest) => (whole(said.text), rest),
        None => (said.comment.covers, rest),
    };
    match rest.strip_prefix('=') {
        Some(list) => {
            let codes = listed(list, said.offset(list));
            (!codes.is_empty()).then(|| said.pragma(Dialect::Docklint, codes, covers))
        }
        None if covers == whole(said.text) && !rest.starts_with(|c: char| !c.is_whitespace()) => {
            Some(said.pragma(Dialect::Docklint, Vec::new(), covers))
        }
        None => None,
    }
}

/// `hadolint ignore=DL3006,SC2086` for the very next line, `hadolint stage ignore=...` up to the next FROM and with it, `hadolint global
/// ignore=...` for the file. One malformed code spoils all.
fn hadolint<'a>(said: &Said<'a>, dockerfile: &Dockerfile<'_>) -> Option<Pragma<'a>> {
    let rest = said.behind("hadolint")?;
    let (covers, rest) = if let Some(rest) = rest.strip_prefix("global") {
        (Some(whole(said.text)), rest.trim_start())
    } else if let Some(rest) = rest.strip_prefix("stage") {
        (Some(rest_of_stage(said, dockerfile)), rest.trim_start())
    } else {
        (said.comment.next_line, rest)
    };
    let list = rest.strip_prefix("ignore")?.trim_start().strip_prefix('=')?;
    let list = list.split('#').next().unwrap_or_default();
    let mut codes = Vec::new();
    for part in list.split(',') {
        let name = part.trim();
        let digits = name.strip_prefix("DL").or_else(|| name.strip_prefix("SC"))?;
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        codes.push(code(name, said.offset(name)));
    }
    Some(said.pragma(Dialect::Hadolint, codes, covers?))
}

/// From the comment to the end of the next FROM, or of the file.
fn rest_of_stage(said: &Said<'_>, dockerfile: &Dockerfile<'_>) -> Span {
    let start = said.comment.span.end;
    let mut later = dockerfile.instructions.iter().skip_while(|instruction| instruction.span.start < start);
    let end = match later.find(|instruction| instruction.is("FROM")) {
        Some(from) => from.span.end,
        None => whole(said.text).end,
    };
    Span { start, end }
}

/// `check=skip=Rule1,Rule2`, `check=skip=all` before an instruction.
fn buildkit<'a>(said: &Said<'a>) -> Option<Pragma<'a>> {
    said.comment.heads?;
    let options = said.body.strip_prefix("check=")?.split(' ').next()?;
    let codes = skipped(options, u32::try_from(said.offset(options)).unwrap_or(u32::MAX))?;
    Some(said.pragma(Dialect::Buildkit, codes, said.comment.covers))
}

/// The rules behind `skip=` in BuildKit's options `skip=A,B;error=true`; none for `all`.
fn skipped(options: &str, start: u32) -> Option<Vec<Code<'_>>> {
    let mut at = start as usize;
    for option in options.split(';') {
        if let Some(list) = option.trim_start().strip_prefix("skip=") {
            let codes = listed(list, at + (option.len() - list.len()));
            let all = codes.iter().any(|code| code.name.eq_ignore_ascii_case("all"));
            return Some(if all { Vec::new() } else { codes }).filter(|codes| all || !codes.is_empty());
        }
        at += option.len() + 1;
    }
    None
}

/// `dclint disable-file`, `dclint disable [rule ...]` on the first line that says something, `dclint disable-line [rule ...]` on a line or
/// above it.
fn dclint<'a>(said: &Said<'a>) -> Option<Pragma<'a>> {
    let rest = said.behind("dclint")?;
    let mut words = rest.split_whitespace();
    let command = words.next()?;
    let codes: Vec<Code<'a>> = words.map(|name| code(name, said.offset(name))).collect();
    match command {
        "disable-line" => Some(said.pragma(Dialect::Dclint, codes, said.comment.covers)),
        "disable" | "disable-file" if is_first(said) => {
            let codes = if command == "disable" { codes } else { Vec::new() };
            Some(said.pragma(Dialect::Dclint, codes, whole(said.text)))
        }
        _ => None,
    }
}

/// Whether nothing but blank lines and `---` stand before the comment.
fn is_first(said: &Said<'_>) -> bool {
    let before = said.text.get(..said.comment.span.range().start).unwrap_or_default();
    before.trim_start_matches('\u{feff}').lines().all(|line| ["", "---"].contains(&line.trim()))
}

/// `dotenv-linter:off A, B` up to `dotenv-linter:on A`.
fn dotenv_linter<'a>(said: &Said<'a>, pragmas: &mut Vec<Pragma<'a>>) {
    let end = u32::try_from(said.text.len()).unwrap_or(u32::MAX);
    if let Some(list) = said.body.strip_prefix("dotenv-linter:off") {
        for code in listed(list.trim_start(), said.offset(list.trim_start())) {
            let covers = Span { start: said.comment.span.start, end };
            pragmas.push(said.pragma(Dialect::DotenvLinter, vec![code], covers));
        }
    } else if let Some(list) = said.body.strip_prefix("dotenv-linter:on") {
        for code in listed(list.trim_start(), said.offset(list.trim_start())) {
            let open = |p: &&mut Pragma<'_>| {
                p.dialect == Dialect::DotenvLinter
                    && p.covers.end == end
                    && p.codes.iter().any(|c| c.name == code.name)
            };
            pragmas.iter_mut().filter(open).for_each(|p| p.covers.end = said.comment.span.start);
        }
    }
}

fn code(name: &str, start: usize) -> Code<'_> {
    Code { name, span: Span::new(start, start + name.len()), used: false }
}

/// The names of a list that is separated by commas; what follows it behind white space is a reason. `start` is the list's place.
fn listed(list: &str, start: usize) -> Vec<Code<'_>> {
    let is_name = |c: char| c.is_alphanumeric() || ['_', '-', ':', '.'].contains(&c);
    let mut codes = Vec::new();
    let mut rest = list;
    loop {
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let (name, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if name.is_empty() {
            return codes;
        }
        codes.push(code(name, start + (list.len() - rest.len())));
        match behind.trim_start().strip_prefix(',') {
            Some(more) => rest = more.trim_start(),
            None => return codes,
        }
    }
}
