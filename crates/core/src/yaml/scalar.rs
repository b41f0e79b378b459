//! [`Scalar`]: a value, how it was written, and what Compose reads it as.

use super::decode;
use crate::text::Span;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// `'...'`
    SingleQuoted,
    /// `"..."`
    DoubleQuoted,
    /// A `|` block.
    Literal,
    /// A `>` block.
    Folded,
}

/// What a scalar is for the loader of Compose.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Resolved {
    /// `~`, `null`, nothing at all.
    Null,
    /// `true`, `True`, `TRUE` and their opposites; not `yes` or `on`.
    Bool(bool),
    /// Any integer that fits 64 bits, signed or not.
    Int(i128),
    /// A number with a fraction or an exponent, `.inf`, `.nan`.
    Float(f64),
    /// `2020-01-01`, with or without a time.
    Timestamp,
    /// Everything else.
    Text,
}

/// A scalar and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Scalar<'a> {
    /// The value after quotes, escapes and folding.
    pub value: Cow<'a, str>,
    /// What the value is.
    pub resolved: Resolved,
    /// How it is written.
    pub style: Style,
    /// As it stands in the source, with quotes or the header of the block; without anchor and tag.
    pub source: &'a str,
    /// Where [`Self::source`] stands.
    pub span: Span,
}

impl<'a> Scalar<'a> {
    /// The place in the source of a byte range of [`Self::value`]; the whole scalar where that cannot be told.
    #[must_use]
    pub fn span_of(&self, range: Range<usize>) -> Span {
        if let Cow::Borrowed(value) = &self.value
            && let Some(offset) = offset_in(value, self.source)
            && range.start <= range.end
            && value.get(range.clone()).is_some()
        {
            return Span::new(offset + range.start, offset + range.end).shifted(self.span.start);
        }
        match decode::decode(self.source, self.style) {
            Some(mapped) if self.is_decoded_by(&mapped) && mapped.get(range.clone()).is_some() => {
                let span = mapped.span(range);
                let whole = Span::new(0, self.source.len());
                if whole.contains(span) { span.shifted(self.span.start) } else { self.span }
            }
            _ => self.span,
        }
    }

    /// Whether a decoding of the source gives the value; the span of a block ends before its last line breaks.
    fn is_decoded_by(&self, decoded: &str) -> bool {
        let block = matches!(self.style, Style::Literal | Style::Folded);
        let rest = self.value.strip_prefix(decoded);
        rest.is_some_and(|rest| rest.is_empty() || (block && rest.bytes().all(|b| b == b'\n')))
    }

    /// Whether it is text, not a number, a boolean, a date or null.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.resolved == Resolved::Text
    }

    /// What Compose makes of the scalar where it wants text, as in `environment`: `1.50` becomes `1.5`, `017` becomes `15`.
    #[must_use]
    pub fn rendered(&self) -> Cow<'_, str> {
        match self.resolved {
            Resolved::Text => Cow::Borrowed(&self.value),
            Resolved::Null => Cow::Borrowed(""),
            Resolved::Bool(value) => Cow::Borrowed(if value { "true" } else { "false" }),
            Resolved::Int(value) => Cow::Owned(value.to_string()),
            Resolved::Float(value) => Cow::Owned(render_float(value)),
            Resolved::Timestamp => Cow::Owned(render_date(&self.value)),
        }
    }

    /// The scalar with another value, at the same place: what interpolation makes of it.
    #[must_use]
    pub fn with_value(&self, value: String, resolved: Resolved) -> Self {
        Self { value: Cow::Owned(value), resolved, ..self.clone() }
    }
}

impl fmt::Display for Scalar<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.value)
    }
}

/// Where the slice `part` of `whole` begins in it; `None` where it is not a slice of it.
fn offset_in(part: &str, whole: &str) -> Option<usize> {
    let offset = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
    (offset + part.len() <= whole.len()).then_some(offset)
}

/// As Go's `%v` prints a float64: shortest digits, an exponent below 1e-4 and from 1e21 on.
fn render_float(value: f64) -> String {
    if value.is_nan() {
        return "NaN".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "+Inf" } else { "-Inf" }.to_owned();
    }
    let magnitude = value.abs();
    if value == 0.0 || (1e-4..1e21).contains(&magnitude) {
        return value.to_string();
    }
    let text = format!("{value:e}");
    match text.split_once('e') {
        Some((digits, exponent)) => {
            let (sign, exponent) = match exponent.strip_prefix('-') {
                Some(exponent) => ('-', exponent),
                None => ('+', exponent),
            };
            format!("{digits}e{sign}{exponent:0>2}")
        }
        None => text,
    }
}

/// A plain date as Go prints it; dates with a time stay as written, since their zone is not worked out here.
fn render_date(value: &str) -> String {
    let mut parts = value.splitn(3, '-');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), Some(day)) if day.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{year}-{month:0>2}-{day:0>2} 00:00:00 +0000 UTC")
        }
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;

    #[test]
    fn renders_as_go_does() {
        for (source, want) in [
            ("1.50", "1.5"),
            ("1.0", "1"),
            ("0.10", "0.1"),
            ("017", "15"),
            ("1_000", "1000"),
            ("0x1F", "31"),
            ("+5", "5"),
            ("1e3", "1000"),
            ("0.1e-7", "1e-08"),
            ("2020-01-01", "2020-01-01 00:00:00 +0000 UTC"),
            ("2020-1-1", "2020-01-01 00:00:00 +0000 UTC"),
            ("True", "true"),
            ("12:30:45", "12:30:45"),
            ("1e21", "1e+21"),
            ("1e20", "100000000000000000000"),
            ("~", ""),
        ] {
            let (yaml, _) = parse(source);
            assert_eq!(yaml.root().unwrap().as_scalar().unwrap().rendered(), want, "{source}");
        }
    }

    #[test]
    fn points_into_values() {
        for (source, part, want) in [
            ("a: \"127.0.0.1:80:80\"", "80:80", "80:80"),
            ("a: 'it''s so'", "'s s", "''s s"),
            (r#"a: "x\ty z""#, "\ty", r"\ty"),
            ("a: one\n  two", "e tw", "e\n  tw"),
            ("a: \"one\n  two\"", "two", "two"),
            ("a: |\n  one\n  two\n", "e\ntwo", "e\n  two"),
            ("a: |-\n   one\n   two\n\n", "two", "two"),
            ("a: >\n  one\n  two\n\n  three\n", "two\nth", "two\n\n  th"),
            ("a: >-\r\n  one\r\n  two\r\n", "two", "two"),
        ] {
            let (yaml, errors) = parse(source);
            assert_eq!(errors, []);
            let node = yaml.root().unwrap().get("a").unwrap();
            let scalar = node.as_scalar().unwrap();
            let at = scalar.value.find(part).unwrap();
            assert_eq!(scalar.span_of(at..at + part.len()).of(source), want, "{source:?}");
        }
    }
}
