//! Parser directives: `# name=value` lines at the very top.

use super::ast::Directive;
use super::lines::Line;
use crate::SyntaxError;
use crate::text::{Span, Spanned};

/// Which directives may still follow. BuildKit reads the top twice: once for `syntax` and `check`, once for `escape`; each
/// reading ends at the first line that is none, and they differ in what they skip.
pub(super) struct Zone {
    /// For `escape`: the line parser.
    lines: bool,
    /// For `syntax` and `check`: knows `#!` in the first line, but no indentation.
    scan: bool,
    first: bool,
}

impl Zone {
    pub(super) fn new() -> Self {
        Self { lines: true, scan: true, first: true }
    }

    /// Ends both readings.
    pub(super) fn close(&mut self) {
        (self.lines, self.scan) = (false, false);
    }

    /// The directive on a line that begins with `#` after white space, if it is one.
    pub(super) fn read<'a>(&mut self, text: &'a str, line: &Line) -> Option<Directive<'a>> {
        let first = std::mem::take(&mut self.first);
        if !self.lines && !self.scan {
            return None;
        }
        let trimmed = line.trimmed(text);
        let directive = directive(text, trimmed.clone());
        let shebang = first && text.get(trimmed.clone()).is_some_and(|line| line.starts_with("#!"));
        let in_lines = self.lines;
        self.lines = in_lines && directive.is_some();
        let flush = trimmed.start == line.content.start;
        let in_scan = self.scan && flush;
        self.scan = in_scan && (directive.is_some() || shebang);
        let directive = directive?;
        let active = if directive.name.eq_ignore_ascii_case("escape") { in_lines } else { in_scan };
        (in_lines || active).then_some(Directive { active, ..directive })
    }
}

/// `#` *name* `=` *value* with one of the three names.
fn directive(text: &str, line: std::ops::Range<usize>) -> Option<Directive<'_>> {
    let content = text.get(line.clone())?;
    let (before, after) = content.strip_prefix('#')?.split_once('=')?;
    let (name, value) = (before.trim(), after.trim());
    if value.is_empty() || !["syntax", "escape", "check"].iter().any(|known| known.eq_ignore_ascii_case(name))
    {
        return None;
    }
    let name_start = line.start + 1 + before.len() - before.trim_start().len();
    let value_start = line.end - after.trim_start().len();
    let name = Spanned::new(name, Span::new(name_start, name_start + name.len()));
    let value = Spanned::new(value, Span::new(value_start, value_start + value.len()));
    Some(Directive { span: Span::new(line.start, value.span.end as usize), name, value, active: true })
}

/// What is wrong with a directive, and the escape character it sets.
pub(super) fn check(
    directive: &Directive<'_>,
    before: &[Directive<'_>],
) -> Result<Option<char>, SyntaxError> {
    let name = directive.name.to_ascii_lowercase();
    if before.iter().any(|other| other.name.eq_ignore_ascii_case(&name)) {
        let message = format!(
            "A second `{name}` directive: BuildKit allows one and refuses the file; remove one of the two."
        );
        return Err(SyntaxError::new(directive.span, message));
    }
    if name != "escape" || !directive.active {
        return Ok(None);
    }
    match directive.value.value {
        "\\" => Ok(Some('\\')),
        "`" => Ok(Some('`')),
        other => {
            let message = format!(
                "`{other}` cannot be the escape character, so BuildKit refuses the file; it is either `\\` or a backtick."
            );
            Err(SyntaxError::new(directive.value.span, message))
        }
    }
}
