//! Text to [`Template`].

use super::{Modifier, Operator, Segment, Template, Variable};
use crate::SyntaxError;
use crate::text::{Span, Spanned};

/// How deep arguments may nest. Each level is scanned once more, so this also bounds the time.
const MAX_DEPTH: u32 = 64;

/// Reads `text` with spans that count from its start. Each error is a place where Compose refuses the file.
#[must_use]
pub fn parse(text: &str) -> (Template<'_>, Vec<SyntaxError>) {
    parse_at(text, 0)
}

/// Reads `text`, which begins at byte `offset` of its source.
#[must_use]
pub fn parse_at(text: &str, offset: u32) -> (Template<'_>, Vec<SyntaxError>) {
    let mut errors = Vec::new();
    let template = Parser { text, base: offset as usize, depth: 0, line: Line::default() }.run(&mut errors);
    (template, errors)
}

/// Reads one level; an argument gets a parser of its own.
struct Parser<'a> {
    text: &'a str,
    /// Where `text` begins in the source.
    base: usize,
    depth: u32,
    line: Line,
}

/// What is known of the line that the parser is on, so that a line is searched once however many `${` it holds.
#[derive(Clone, Copy, Default)]
struct Line {
    /// Offset of the line feed, or of the end of the text.
    end: usize,
    /// The last `}` before `end` and after wherever the search began.
    last_brace: Option<usize>,
}

impl<'a> Parser<'a> {
    fn run(mut self, errors: &mut Vec<SyntaxError>) -> Template<'a> {
        let mut segments = Vec::new();
        let mut literal = 0;
        let mut at = 0;
        while let Some(dollar) = self.find(at, b'$') {
            let Some((segment, end)) = self.dollar(dollar, errors) else {
                at = dollar + 1;
                continue;
            };
            self.literal(literal, dollar, &mut segments);
            segments.push(segment);
            literal = end;
            at = end;
        }
        self.literal(literal, self.text.len(), &mut segments);
        Template { segments }
    }

    /// What a `$` begins and where that ends; `None` where the `$` stands for itself.
    fn dollar(&mut self, dollar: usize, errors: &mut Vec<SyntaxError>) -> Option<(Segment<'a>, usize)> {
        match self.byte(dollar + 1)? {
            b'$' => Some((Segment::Escape(self.span(dollar, dollar + 2)), dollar + 2)),
            b'{' => Some(self.braced(dollar, errors)),
            _ => {
                let end = self.name_end(dollar + 1)?;
                let name = self.slice(dollar + 1, end);
                let span = self.span(dollar, end);
                Some((Segment::Variable(Variable { span, name, braced: false, modifier: None }), end))
            }
        }
    }

    /// `${...}`. What does not fit the grammar ends after the `${`, as it does for Compose.
    fn braced(&mut self, dollar: usize, errors: &mut Vec<SyntaxError>) -> (Segment<'a>, usize) {
        let start = dollar + 2;
        match self.try_braced(dollar, errors) {
            Ok(variable) => {
                let end = variable.span.end as usize - self.base;
                (Segment::Variable(variable), end)
            }
            Err(error) => {
                errors.push(error);
                (Segment::Invalid(self.span(dollar, start)), start)
            }
        }
    }

    fn try_braced(
        &mut self,
        dollar: usize,
        errors: &mut Vec<SyntaxError>,
    ) -> Result<Variable<'a>, SyntaxError> {
        let start = dollar + 2;
        let Some(name_end) = self.name_end(start) else {
            return Err(self.error(dollar, start, Problem::Name));
        };
        let name = self.slice(start, name_end);
        if self.byte(name_end) == Some(b'}') {
            let span = self.span(dollar, name_end + 1);
            return Ok(Variable { span, name, braced: true, modifier: None });
        }
        let Some((operator, width)) = self.operator(name_end) else {
            return Err(self.error(dollar, name_end, Problem::Operator));
        };
        let text_start = name_end + width;
        let Some(end) = self.closing_brace(dollar + 1, text_start) else {
            return Err(self.error(dollar, text_start, Problem::Unclosed));
        };
        let text = self.slice(text_start, end);
        let argument = self.argument(text, errors);
        let operator = Spanned::new(operator, self.span(name_end, text_start));
        let modifier = Some(Modifier { operator, text, argument });
        Ok(Variable { span: self.span(dollar, end + 1), name, braced: true, modifier })
    }

    fn argument(&self, text: Spanned<&'a str>, errors: &mut Vec<SyntaxError>) -> Template<'a> {
        if self.depth == MAX_DEPTH {
            errors.push(SyntaxError::new(text.span, "Variables are nested too deeply here to be followed."));
            return Template { segments: vec![Segment::Invalid(text.span)] };
        }
        let base = text.span.start as usize;
        Parser { text: text.value, base, depth: self.depth + 1, line: Line::default() }.run(errors)
    }

    fn operator(&self, at: usize) -> Option<(Operator, usize)> {
        match (self.byte(at)?, self.byte(at + 1)) {
            (b':', Some(b'-')) => Some((Operator::DefaultIfEmpty, 2)),
            (b':', Some(b'?')) => Some((Operator::RequiredNonEmpty, 2)),
            (b':', Some(b'+')) => Some((Operator::AlternativeIfNonEmpty, 2)),
            (b'-', _) => Some((Operator::DefaultIfUnset, 1)),
            (b'?', _) => Some((Operator::Required, 1)),
            (b'+', _) => Some((Operator::AlternativeIfSet, 1)),
            _ => None,
        }
    }

    /// The `}` that ends the group opened at `open`, whose argument begins at `from`.
    ///
    /// Compose first takes all up to the last `}` of the line, then cuts at the one that balances the opening brace. It does
    /// not look at the byte after a `{`. Where the braces do not balance, nothing is cut.
    fn closing_brace(&mut self, open: usize, from: usize) -> Option<usize> {
        if self.line.end <= from {
            let end = self.find(from, b'\n').unwrap_or(self.text.len());
            let last_brace = self.text.get(from..end)?.rfind('}').map(|i| from + i);
            self.line = Line { end, last_brace };
        }
        let last = self.line.last_brace.filter(|last| *last >= from)?;
        let mut depth = 0_u32;
        let mut bytes = self.text.as_bytes().get(open..=last)?.iter().zip(open..);
        while let Some((byte, at)) = bytes.next() {
            match byte {
                b'{' => {
                    depth += 1;
                    bytes.next();
                }
                b'}' if depth <= 1 => return Some(at),
                b'}' => depth -= 1,
                _ => {}
            }
        }
        Some(last)
    }

    /// The end of the longest name at `start`.
    fn name_end(&self, start: usize) -> Option<usize> {
        let rest = self.text.as_bytes().get(start..)?;
        let first = *rest.first()?;
        if !first.is_ascii_alphabetic() && first != b'_' {
            return None;
        }
        let len = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
        Some(start + len)
    }

    /// The error of the group at `dollar` that stops to make sense at `at`; it spans what seems to be meant as the group.
    fn error(&self, dollar: usize, at: usize, problem: Problem) -> SyntaxError {
        let rest = self.text.get(at..).unwrap_or_default();
        let width = rest
            .find(['}', '\n', '$'])
            .map_or(rest.len(), |i| if rest.as_bytes().get(i) == Some(&b'}') { i + 1 } else { i });
        let written = self.text.get(dollar..at).unwrap_or_default();
        let message = match problem {
            Problem::Name => {
                "No variable name follows the `${`, so Compose refuses the file. Write `$$` for a plain dollar sign."
                    .to_owned()
            }
            Problem::Unclosed => format!(
                "`{written}` has no `}}` on its line, so Compose refuses the file. Close it on the line where it opens."
            ),
            Problem::Operator if rest.is_empty() => {
                format!("`{written}` is not closed, so Compose refuses the file. Add `}}`.")
            }
            Problem::Operator => format!(
                "Compose does not understand what follows `{written}`. It knows only `}}` and the operators \
                 `:-`, `-`, `:?`, `?`, `:+` and `+`."
            ),
        };
        SyntaxError::new(self.span(dollar, at + width), message)
    }

    fn literal(&self, start: usize, end: usize, segments: &mut Vec<Segment<'a>>) {
        if start < end {
            segments.push(Segment::Literal(self.slice(start, end)));
        }
    }

    fn find(&self, from: usize, byte: u8) -> Option<usize> {
        self.text.as_bytes().get(from..)?.iter().position(|b| *b == byte).map(|i| from + i)
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn slice(&self, start: usize, end: usize) -> Spanned<&'a str> {
        Spanned::new(self.text.get(start..end).unwrap_or_default(), self.span(start, end))
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.base + start, self.base + end)
    }
}

/// Why a `${` does not fit.
#[derive(Clone, Copy)]
enum Problem {
    Name,
    Operator,
    Unclosed,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn operators(text: &str) -> Vec<(&str, Option<Operator>)> {
        let (template, errors) = parse(text);
        assert_eq!(errors, [], "{text}");
        template.variables().iter().map(|v| (v.name.value, v.operator())).collect()
    }

    #[test]
    fn finds_nested_variables() {
        assert_eq!(
            operators("x ${A:-${B-$C}} $$D ${E:?set ${F} too}"),
            [
                ("A", Some(Operator::DefaultIfEmpty)),
                ("B", Some(Operator::DefaultIfUnset)),
                ("C", None),
                ("E", Some(Operator::RequiredNonEmpty)),
                ("F", None),
            ]
        );
    }

    #[test]
    fn spans_count_from_the_offset() {
        let (template, _) = parse_at("a${B:-${C}}", 10);
        let spans: Vec<_> = template.variables().iter().map(|v| (v.span, v.name.span)).collect();
        assert_eq!(spans, [(Span::new(11, 21), Span::new(13, 14)), (Span::new(16, 20), Span::new(18, 19))]);
        let modifier = template.variables().into_iter().find_map(|v| v.default()).unwrap();
        assert_eq!((modifier.operator.span, modifier.text.span), (Span::new(14, 16), Span::new(16, 20)));
    }

    #[test]
    fn errors_span_the_group() {
        for (text, wrong) in [
            ("a ${A:=x} b", "${A:=x}"),
            ("${A }x", "${A }"),
            ("${", "${"),
            ("${}b", "${}"),
            ("${A", "${A"),
            ("${A:-one\ntwo}", "${A:-one"),
            ("${1}", "${1}"),
            ("${A:-${B/x/y}}", "${B/x/y}"),
        ] {
            let (_, errors) = parse(text);
            let spans: Vec<_> = errors.iter().map(|e| e.span.of(text)).collect();
            assert_eq!(spans, [wrong], "{text}");
        }
    }

    #[test]
    fn deep_nesting_is_refused_not_followed() {
        let text = "${A:-".repeat(10_000) + &"}".repeat(10_000);
        let (_, errors) = parse(&text);
        assert_eq!(errors.len(), 1);
    }

    fn check(text: &str, template: &Template<'_>, mut at: u32, end: u32) {
        for segment in &template.segments {
            let span = segment.span();
            assert_eq!(span.start, at, "{text:?}");
            assert!(text.get(span.range()).is_some(), "{text:?} {span:?}");
            at = span.end;
            if let Segment::Variable(Variable { name, modifier, .. }) = segment {
                assert_eq!(name.span.of(text), name.value);
                if let Some(Modifier { operator, text: argument, argument: inner }) = modifier {
                    assert_eq!(operator.span.of(text), operator.value.as_str());
                    check(text, inner, argument.span.start, argument.span.end);
                }
            }
        }
        assert_eq!(at, end, "{text:?}");
    }

    proptest! {
        #[test]
        fn segments_cover_any_text(text in r#"([${}:?+=\n -]|[$][{]|[a-cé0-9]|[$][{][A-C][:]?[-+?]){0,24}"#) {
            let (template, errors) = parse(&text);
            check(&text, &template, 0, u32::try_from(text.len()).unwrap());
            for error in errors {
                prop_assert!(text.get(error.span.range()).is_some());
            }
        }
    }
}
