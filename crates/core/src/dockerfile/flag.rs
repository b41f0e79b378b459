//! The leading `--name=value` words of an instruction.

use super::ast::Flag;
use crate::text::{Mapped, MappedBuilder};

/// Takes the flags off the front of `text` from byte `at` on. Gives them, and where the arguments begin.
pub(super) fn take<'a>(source: &'a str, text: &Mapped<'a>, at: usize) -> (Vec<Flag<'a>>, usize) {
    let mut flags = Vec::new();
    let mut at = at;
    loop {
        let rest = text.get(at..).unwrap_or_default();
        let start = text.len() - rest.trim_start().len();
        if !text.get(start..).is_some_and(|rest| rest.starts_with("--")) {
            return (flags, start);
        }
        let word = Word::read(source, text, start);
        at = word.end;
        if word.unquoted.as_str() == "--" {
            return (flags, at);
        }
        flags.push(word.into_flag(source, text, start));
    }
}

/// A word with its quotes and escapes removed.
struct Word<'a> {
    unquoted: Mapped<'a>,
    end: usize,
}

impl<'a> Word<'a> {
    fn read(source: &'a str, text: &Mapped<'a>, start: usize) -> Self {
        let rest = text.get(start..).unwrap_or_default();
        let plain =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '\\')).unwrap_or(rest.len());
        let end = start + plain;
        if !text.get(end..).is_some_and(|rest| rest.starts_with(['"', '\'', '\\'])) {
            return Self { unquoted: text.slice_of(source, start..end), end };
        }
        let mut builder = MappedBuilder::new(source);
        let mut quote = None;
        let mut piece = start;
        let mut characters = rest.char_indices().map(|(at, c)| (start + at, c));
        let mut end = text.len();
        while let Some((at, c)) = characters.next() {
            let dropped = match quote {
                None if c.is_whitespace() => {
                    end = at;
                    break;
                }
                None if c == '\'' || c == '"' => {
                    quote = Some(c);
                    true
                }
                Some(open) if c == open => {
                    quote = None;
                    true
                }
                // Always the backslash, whatever the escape directive says.
                _ if c == '\\' => {
                    characters.next();
                    true
                }
                _ => false,
            };
            if dropped {
                builder.push_mapped(text, piece..at);
                piece = at + c.len_utf8();
            }
        }
        builder.push_mapped(text, piece..end);
        Self { unquoted: builder.finish(text.source_offset(start) as usize), end }
    }

    fn into_flag(self, source: &'a str, text: &Mapped<'a>, start: usize) -> Flag<'a> {
        let word = &self.unquoted;
        let equals = word.find('=');
        let name = word.slice_of(source, 2.min(word.len())..equals.unwrap_or(word.len()).max(2));
        let value = equals.map(|equals| word.slice_of(source, equals + 1..word.len()));
        Flag { span: text.span(start..self.end), name, value }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> (Vec<(String, Option<String>)>, &str) {
        let (flags, end) = take(source, &Mapped::borrowed(source, 0), 0);
        let flags =
            flags.iter().map(|flag| (flag.name.to_string(), flag.value.as_ref().map(ToString::to_string)));
        (flags.collect(), &source[end..])
    }

    #[test]
    fn reads_leading_words() {
        let flag = |name: &str, value: Option<&str>| (name.to_owned(), value.map(str::to_owned));
        assert_eq!(
            read("  --link --chown=\"a b\" --x='c'\\ d e --y"),
            (vec![flag("link", None), flag("chown", Some("a b")), flag("x", Some("c d"))], "e --y")
        );
        assert_eq!(read("--a -- --b"), (vec![flag("a", None)], " --b"));
        assert_eq!(read("-x --a"), (vec![], "-x --a"));
        assert_eq!(read("--a=\"b"), (vec![flag("a", Some("b"))], ""));
        assert_eq!(read("--=b c"), (vec![flag("", Some("b"))], "c"));
    }

    #[test]
    fn maps_back() {
        let source = "--mount=type=\"cache\",id=x y";
        let (flags, _) = take(source, &Mapped::borrowed(source, 0), 0);
        let value = flags[0].value.as_ref().unwrap();
        assert_eq!(flags[0].span.of(source), "--mount=type=\"cache\",id=x");
        assert_eq!(flags[0].name.whole().of(source), "mount");
        assert_eq!(value.as_str(), "type=cache,id=x");
        assert_eq!(value.span(5..10).of(source), "cache");
    }
}
