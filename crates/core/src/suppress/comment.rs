//! [`Comment`]: the comments of any kind of file, and what each stands above or behind.

use crate::dockerfile::Dockerfile;
use crate::project::Tree;
use crate::text::{LineIndex, Span};

/// A comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Comment {
    /// From its `#` to the end of the line.
    pub(super) span: Span,
    /// What it is about: the instruction or line below it, or the line that it ends.
    pub(super) covers: Span,
    /// The instruction that begins on the very next line, or the next line itself where there are no instructions.
    pub(super) next_line: Option<Span>,
    /// The instruction that follows, if the comment stands directly before it, not indented, and no bare `#` comes between.
    pub(super) heads: Option<usize>,
}

/// The comments of a file, in order.
pub(super) fn comments(text: &str, tree: &Tree<'_>) -> Vec<Comment> {
    let lines = LineIndex::new(text);
    match tree {
        Tree::Dockerfile(dockerfile) => of_dockerfile(dockerfile, &lines),
        Tree::Compose(compose) => {
            let scalars = compose.yaml.nodes().filter(|node| node.as_scalar().is_some());
            let spans: Vec<Span> = scalars.map(|node| node.span()).collect();
            of_lines(text, compose.yaml.comments.iter().copied(), &spans, &lines)
        }
        Tree::Dotenv(dotenv) => {
            let entries: Vec<Span> = dotenv.entries().map(|entry| entry.span).collect();
            of_lines(text, dotenv.comments().map(|comment| comment.span), &entries, &lines)
        }
        Tree::PackageJson(_) => Vec::new(),
        Tree::Ignore(_) | Tree::Requirements(_) | Tree::Text(_) => {
            let found = marked(text);
            of_lines(text, found.into_iter(), &[], &lines)
        }
    }
}

fn of_dockerfile(dockerfile: &Dockerfile<'_>, lines: &LineIndex<'_>) -> Vec<Comment> {
    let text = dockerfile.text;
    let mut placed = Vec::with_capacity(dockerfile.comments.len());
    for comment in dockerfile.comments.iter().filter(|comment| may_be_pragma(comment.text)) {
        let follows = dockerfile.instructions.get(comment.instruction).filter(|_| !comment.inside);
        let covers = match follows {
            Some(instruction) => instruction.span,
            None if comment.inside => line_below(text, comment.span, lines),
            None => Span::empty(text.len()),
        };
        let next_line = follows
            .filter(|i| lines.line(i.span.start) == lines.line(comment.span.start) + 1)
            .map(|instruction| instruction.span);
        let cut_off =
            |c: &&crate::dockerfile::Comment<'_>| c.text.is_empty() && c.span.start > comment.span.start;
        let heads = !comment.indented
            && follows.is_some()
            && dockerfile.comments_before(comment.instruction).find(cut_off).is_none();
        placed.push(Comment {
            span: comment.span,
            covers,
            next_line,
            heads: heads.then_some(comment.instruction),
        });
    }
    placed
}

/// Comments of files that are read line by line; `units` may go on over several lines, and are covered as a whole.
fn of_lines(
    text: &str,
    comments: impl Iterator<Item = Span>,
    units: &[Span],
    lines: &LineIndex<'_>,
) -> Vec<Comment> {
    let place = |span: Span| {
        let line = lines.line_range(lines.line(span.start)).unwrap_or_default();
        let before = text.get(line.start..span.range().start).unwrap_or_default();
        let covers = if before.trim_start_matches('\u{feff}').trim().is_empty() {
            whole(line_below(text, span, lines), units)
        } else {
            Span::from(line)
        };
        let next = lines.line_range(lines.line(span.start) + 1).map(Span::from);
        Comment { span, covers, next_line: next, heads: None }
    };
    comments.filter(|span| may_be_pragma(span.of(text))).map(place).collect()
}

/// Whether a comment names a tool whose pragmas are known. Most do not, and need no place.
fn may_be_pragma(comment: &str) -> bool {
    ["docklint", "hadolint", "check", "dclint", "dotenv-linter"].iter().any(|tool| comment.contains(tool))
}

/// The next line that is neither blank nor a comment; empty at the end of the text.
fn line_below(text: &str, comment: Span, lines: &LineIndex<'_>) -> Span {
    let first = lines.line(comment.start) + 1;
    let below = (first..).map_while(|line| lines.line_range(line));
    let says_something = |line: &std::ops::Range<usize>| {
        let line = text.get(line.clone()).unwrap_or_default().trim();
        !line.is_empty() && !line.starts_with('#')
    };
    below.into_iter().find(says_something).map_or(Span::empty(text.len()), Span::from)
}

/// `line`, and what begins on it and goes on behind it.
fn whole(line: Span, units: &[Span]) -> Span {
    let begins = |unit: &&Span| line.start <= unit.start && unit.start <= line.end;
    units.iter().filter(begins).fold(line, |all, unit| all.to(*unit))
}

/// The ignore comments of docklint in a text of any language that begins comments with `#` or `//`.
fn marked(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("docklint") {
        let before = text.get(..at).unwrap_or_default().trim_end_matches([' ', '\t']);
        let opens = ["#", "//"].into_iter().find(|mark| before.ends_with(mark));
        if let Some(mark) = opens {
            let rest = text.get(at..).unwrap_or_default();
            let end = rest.find('\n').unwrap_or(rest.len());
            let line = rest.get(..end).unwrap_or_default().trim_end();
            found.push(Span::new(before.len() - mark.len(), at + line.len()));
        }
    }
    found
}
