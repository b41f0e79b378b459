//! Redirections and here-documents.

use super::Parser;
use crate::shell::{Dialect, HereDoc, Part, PartKind, Redirect, RedirectOperator, Word};
use crate::text::{Mapped, Spanned};

/// A here-document whose body has not been reached yet.
pub(super) struct Pending {
    index: usize,
    delimiter: String,
    tabs: bool,
}

const OPERATORS: [(&str, RedirectOperator); 12] = [
    ("<<<", RedirectOperator::HereString),
    ("<<-", RedirectOperator::HereDocTabs),
    ("&>>", RedirectOperator::AppendBoth),
    ("<<", RedirectOperator::HereDoc),
    (">>", RedirectOperator::Append),
    (">|", RedirectOperator::Clobber),
    ("<>", RedirectOperator::ReadWrite),
    ("<&", RedirectOperator::DuplicateInput),
    (">&", RedirectOperator::DuplicateOutput),
    ("&>", RedirectOperator::WriteBoth),
    ("<", RedirectOperator::Read),
    (">", RedirectOperator::Write),
];

impl<'t> Parser<'_, 't> {
    /// Reads a redirection; `None`, without moving, where none begins.
    pub(super) fn redirect(&mut self) -> Option<Redirect<'t>> {
        let start = self.at;
        let fd_len = self.fd_len();
        let after = self.rest().get(fd_len..)?;
        // Asked at every word, and nearly always in vain.
        after.strip_prefix(['<', '>', '&'])?;
        let (text, operator) = OPERATORS.into_iter().find(|(text, _)| after.starts_with(text))?;
        let process = after.starts_with("<(") || after.starts_with(">(");
        if process || (fd_len > 0 && text.starts_with('&')) {
            return None;
        }
        let fd = (fd_len > 0).then(|| {
            let range = start..start + fd_len;
            Spanned::new(self.slice(range.clone()), self.span(range))
        });
        self.at += fd_len + text.len();
        let operator = Spanned::new(operator, self.span(start + fd_len..self.at));
        self.blanks();
        let Some(target) = self.word() else {
            self.fail(format!("`{text}` needs a target here"));
            return None;
        };
        let here_doc = match operator.value {
            RedirectOperator::HereDoc => Some(self.announce(&target, false)),
            RedirectOperator::HereDocTabs => Some(self.announce(&target, true)),
            _ => None,
        };
        Some(Redirect { fd, operator, target, here_doc, span: self.span_from(start) })
    }

    /// The length of `2` or `{name}` directly before `<` or `>`, else 0.
    fn fd_len(&self) -> usize {
        let rest = self.rest();
        let len = match rest.strip_prefix('{') {
            Some(inner) => match inner.bytes().position(|b| !(b.is_ascii_alphanumeric() || b == b'_')) {
                Some(end) if inner.as_bytes().get(end) == Some(&b'}') => end + 2,
                _ => 0,
            },
            None => rest.bytes().take_while(u8::is_ascii_digit).count(),
        };
        if matches!(rest.as_bytes().get(len), Some(b'<' | b'>')) { len } else { 0 }
    }

    fn announce(&mut self, target: &Word<'_>, tabs: bool) -> usize {
        let index = self.here_docs.len();
        let quoted = target.parts.iter().any(|part| !matches!(part.kind, PartKind::Literal));
        let span = self.span_from(self.at);
        self.here_docs.push(HereDoc { quoted, parts: Vec::new(), span, terminated: false });
        let delimiter = target.text_with(|part| part.raw.to_string().into());
        self.pending.push(Pending { index, delimiter, tabs });
        index
    }

    /// Reads the bodies of the here-documents announced so far, which begin here.
    pub(super) fn read_here_docs(&mut self) {
        for pending in std::mem::take(&mut self.pending) {
            let quoted = self.here_docs.get(pending.index).is_some_and(|doc| doc.quoted);
            let doc = match self.bodies.split_first() {
                Some((body, rest)) => {
                    self.bodies = rest;
                    given_body(body, self.source, quoted, self.dialect, self.depth)
                }
                None => self.body(&pending, quoted),
            };
            if let Some(slot) = self.here_docs.get_mut(pending.index) {
                *slot = doc;
            }
        }
    }

    fn body(&mut self, pending: &Pending, quoted: bool) -> HereDoc<'t> {
        let start = self.at;
        let mut end = start;
        let mut terminated = false;
        let rest = self.rest();
        for line in rest.split_inclusive('\n') {
            let text = line.trim_end_matches(['\n', '\r']);
            let text = if pending.tabs { text.trim_start_matches('\t') } else { text };
            if text == pending.delimiter {
                terminated = true;
                self.at = end + line.len();
                break;
            }
            end += line.len();
        }
        let after = if terminated { self.at } else { end };
        let parts = self.here_doc_parts(start, end, quoted);
        self.at = after.min(self.end);
        HereDoc { quoted, parts, span: self.span(start..end), terminated }
    }

    fn here_doc_parts(&mut self, start: usize, end: usize, quoted: bool) -> Vec<Part<'t>> {
        self.at = start;
        if quoted {
            self.at = end;
            return vec![self.part(start, PartKind::Literal)];
        }
        let outer = std::mem::replace(&mut self.end, end);
        let parts = self.nested(start, "here-document", |p| p.quoted_parts(None));
        if self.failure.is_none() {
            self.end = outer;
        }
        parts
    }
}

/// A body that stands apart from the text.
fn given_body<'t>(
    body: &Mapped<'t>,
    source: &'t str,
    quoted: bool,
    dialect: Dialect,
    depth: u32,
) -> HereDoc<'t> {
    let mut parser = Parser::new(body, source, dialect, depth);
    let parts = parser.here_doc_parts(0, body.len(), quoted);
    HereDoc { quoted, parts, span: body.whole(), terminated: true }
}
