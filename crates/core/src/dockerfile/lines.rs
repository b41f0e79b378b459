//! Physical lines, and how they continue.

use std::ops::Range;

/// The longest line that BuildKit reads, in bytes before the line feed.
const MAX_LINE: usize = 65_535;

/// White space between a keyword and its arguments, and in lists.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\t' | 0x0b | 0x0c | b'\r' | b' ')
}

/// A physical line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Without carriage returns and the line feed at the end.
    pub(super) content: Range<usize>,
    /// Where the next line begins.
    pub(super) next: usize,
}

impl Line {
    /// The line that begins at `start`; `None` at the end of the text.
    pub(super) fn at(text: &str, start: usize) -> Option<Self> {
        let bytes = text.as_bytes().get(start..)?;
        if bytes.is_empty() {
            return None;
        }
        let length = bytes.iter().position(|&byte| byte == b'\n');
        let next = start + length.map_or(bytes.len(), |length| length + 1);
        let content = bytes.get(..length.unwrap_or(bytes.len())).unwrap_or_default();
        let returns = content.iter().rev().take_while(|&&byte| byte == b'\r').count();
        Some(Self { content: start..start + content.len() - returns, next })
    }

    /// Whether BuildKit refuses it. The carriage returns at its end count, the line feed does not.
    pub(super) fn is_too_long(&self, text: &str) -> bool {
        let feed = self.next.checked_sub(1).is_some_and(|last| text.as_bytes().get(last) == Some(&b'\n'));
        self.next - self.content.start - usize::from(feed) > MAX_LINE
    }

    /// Its content from the first character on that is not white space.
    pub(super) fn trimmed(&self, text: &str) -> Range<usize> {
        let content = text.get(self.content.clone()).unwrap_or_default();
        self.content.end - content.trim_start().len()..self.content.end
    }
}

/// Where the escape character stands that continues a line of this content, if one does. White space may follow it, the same
/// character may not stand before it.
pub(super) fn continuation(content: &str, escape: char) -> Option<usize> {
    let before = content.trim_end_matches([' ', '\t']).strip_suffix(escape)?;
    (!before.ends_with(escape)).then_some(before.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_at_line_feeds_alone() {
        let text = "a\rb\r\r\n\nc";
        let lines: Vec<Line> =
            std::iter::successors(Line::at(text, 0), |line| Line::at(text, line.next)).collect();
        let contents: Vec<&str> = lines.iter().map(|line| &text[line.content.clone()]).collect();
        assert_eq!(contents, ["a\rb", "", "c"]);
    }

    #[test]
    fn continues_after_one_escape() {
        assert_eq!(continuation("a \\", '\\'), Some(2));
        assert_eq!(continuation("a \\ \t", '\\'), Some(2));
        assert_eq!(continuation("\\", '\\'), Some(0));
        assert_eq!(continuation("a\\\\", '\\'), None);
        assert_eq!(continuation("a\\\\\\", '\\'), None);
        assert_eq!(continuation("a `", '`'), Some(2));
        assert_eq!(continuation("a \\", '`'), None);
    }
}
