//! Here-documents: what opens them, and their bodies.

use super::expand;
use super::lines::Line;
use crate::text::{Mapped, MappedBuilder, Span};
use std::ops::Range;

/// `<<NAME` in RUN, COPY or ADD, with the lines up to `NAME`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heredoc<'a> {
    /// The word that opens it, `<<NAME`.
    pub opener: Span,
    /// What ends it, quotes removed; in COPY and ADD also the name of the file.
    pub name: String,
    /// Whether variables in the body are expanded: no part of the name is quoted.
    pub expand: bool,
    /// `<<-`: leading tabs are removed from each line.
    pub strip_tabs: bool,
    /// The lines before the one that ends it, each with its line end.
    pub body: Mapped<'a>,
    /// The name where it ends; empty at the end of the file if it is missing, which is an error.
    pub terminator: Span,
}

/// A word that opens a here-document.
pub(super) struct Opener {
    pub(super) range: Range<usize>,
    pub(super) name: String,
    pub(super) expand: bool,
    pub(super) strip_tabs: bool,
}

/// The words of a joined line that open here-documents. None where the words cannot be told apart for an open quote or a
/// malformed substitution; the shell will say so.
pub(super) fn openers(line: &str) -> Vec<Opener> {
    if !line.contains("<<") {
        return Vec::new();
    }
    words(line).unwrap_or_default().into_iter().filter_map(|word| opener(line, word)).collect()
}

/// Whether the whole of `text` opens one here-document.
pub(super) fn is_opener(text: &str) -> bool {
    opener(text, 0..text.len()).is_some()
}

/// *digits* `<<` `-` *white space* *name*, the last three optional but for the name, which is one word without `<`.
fn opener(line: &str, word: Range<usize>) -> Option<Opener> {
    let text = line.get(word.clone())?;
    let name = text.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix("<<")?;
    let (name, strip_tabs) = name.strip_prefix('-').map_or((name, false), |name| (name, true));
    let name = name.trim_start_matches([' ', '\t', '\n', '\x0c', '\r']);
    if name.contains('<') || words(name)?.len() != 1 {
        return None;
    }
    let plain = expand::unquote(name, '\\').ok()?;
    if plain.is_empty() {
        return None;
    }
    let expand = !has_quotes(name);
    Some(Opener { range: word, name: plain.into_owned(), expand, strip_tabs })
}

/// Whether a quote stands in `name` that no backslash protects.
fn has_quotes(name: &str) -> bool {
    let mut characters = name.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => drop(characters.next()),
            '"' | '\'' => return true,
            _ => {}
        }
    }
    false
}

/// The words of a line as BuildKit tells them apart here: white space after `<<` does not end a word, nor does quoted or
/// escaped white space. `None` at an open quote or a malformed substitution.
fn words(line: &str) -> Option<Vec<Range<usize>>> {
    let mut words = Vec::new();
    let mut start = None;
    let mut at = 0;
    while let Some(c) = line.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = line.get(at..).unwrap_or_default();
        let length = match c {
            '\'' => rest.get(1..)?.find('\'')? + 2,
            '"' => expand::double_quoted_length(rest, '\\')?,
            '\\' => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            '<' if rest.starts_with("<<") => 2 + rest.get(2..).map_or(0, leading_white_space),
            c if c.is_whitespace() => {
                words.extend(start.take().map(|start| start..at));
                at += c.len_utf8();
                continue;
            }
            // White space inside one ends a word like any other; it only has to be well-formed.
            '$' if !expand::is_substitution(rest, '\\') => return None,
            _ => c.len_utf8(),
        };
        start.get_or_insert(at);
        at += length;
    }
    words.extend(start.map(|start| start..at));
    Some(words)
}

fn leading_white_space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

impl<'a> Heredoc<'a> {
    /// Reads the body that begins at byte `start` of the source. Gives where the next line begins, and hands over each line that
    /// is too long.
    pub(super) fn read(
        source: &'a str,
        opener: Opener,
        span: Span,
        start: usize,
        too_long: &mut dyn FnMut(&Line),
    ) -> (Self, usize) {
        let Opener { name, expand, strip_tabs, .. } = opener;
        let mut body = MappedBuilder::new(source);
        let mut terminator = Span::empty(source.len());
        let mut at = start;
        while let Some(line) = Line::at(source, at) {
            if line.is_too_long(source) {
                too_long(&line);
            }
            at = line.next;
            let content = source.get(line.content.clone()).unwrap_or_default();
            let tabs = if strip_tabs { content.len() - content.trim_start_matches('\t').len() } else { 0 };
            let first = line.content.start + tabs;
            if content.get(tabs..) == Some(&*name) {
                terminator = Span::new(first, line.content.end);
                break;
            }
            body.push(first..line.next);
        }
        (Self { opener: span, name, expand, strip_tabs, body: body.finish(start), terminator }, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Vec<(String, bool, bool)> {
        openers(line).into_iter().map(|opener| (opener.name, opener.expand, opener.strip_tabs)).collect()
    }

    #[test]
    fn words_open_here_documents() {
        let eof = |expand, strip| vec![("EOF".to_owned(), expand, strip)];
        assert_eq!(found("RUN <<EOF"), eof(true, false));
        assert_eq!(found("RUN cat <<-EOF > f"), eof(true, true));
        assert_eq!(found("RUN 3<< \t EOF"), eof(true, false));
        assert_eq!(found("RUN <<'EOF'"), eof(false, false));
        assert_eq!(found("RUN <<E\"O\"F"), eof(false, false));
        assert_eq!(found("RUN <<\\EOF"), eof(true, false));
        assert_eq!(found("RUN <<'a b' x"), vec![("a b".to_owned(), false, false)]);
        assert_eq!(found("RUN <<A <<B").len(), 2);
        assert_eq!(found("RUN echo $((1 << N))"), vec![("N))".to_owned(), true, false)]);
        assert_eq!(found("RUN <<$EOF"), vec![("$EOF".to_owned(), true, false)]);
    }

    #[test]
    fn others_do_not() {
        for line in [
            "RUN cat<<EOF",
            "RUN <<<EOF",
            "RUN <<< EOF",
            "RUN \"<<EOF\"",
            "RUN echo $((1<<N))",
            "RUN a <<",
            "RUN it's <<EOF",
            "RUN ${a^^} <<EOF",
            "RUN \\ <<- EOF",
        ] {
            assert_eq!(found(line), [], "{line}");
        }
        assert!(is_opener("<<EOF"));
        assert!(!is_opener("<<EOF python3"));
    }
}
