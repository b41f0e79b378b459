//! [`Template`] to text.

use super::{Operator, Segment, Template, Variable};
use crate::text::{Span, Spanned};
use std::fmt;

/// What a template gives, and what was missing on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expansion<'a> {
    /// The text with all values in it.
    pub text: String,
    /// Each use of a variable that has neither a value nor an operator for that case, and so became the empty string.
    pub unset: Vec<Spanned<&'a str>>,
}

/// Why Compose gives up on a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpandError<'a> {
    /// A `${` that does not fit the grammar, at this place.
    Template(Span),
    /// A variable with `:?` or `?` has no value.
    Required {
        /// The variable.
        name: Spanned<&'a str>,
        /// The expanded message of the operator; may be empty.
        message: String,
    },
}

impl fmt::Display for ExpandError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template(_) => f.write_str("invalid interpolation format"),
            Self::Required { name, message } => {
                write!(f, "required variable {} is missing a value: {message}", name.value)
            }
        }
    }
}

impl std::error::Error for ExpandError<'_> {}

/// Finds the value of a variable; `None` is unset, which differs from empty.
type Lookup<'l> = &'l dyn Fn(&str) -> Option<&'l str>;

impl<'a> Template<'a> {
    /// Expands the variables with the values that `lookup` finds.
    ///
    /// # Errors
    /// The first [`ExpandError`] in an argument that is used.
    pub fn expand<'l>(&self, lookup: Lookup<'l>) -> Result<Expansion<'a>, ExpandError<'a>> {
        let mut out = Expansion::default();
        self.expand_into(lookup, &mut out)?;
        Ok(out)
    }

    fn expand_into(&self, lookup: Lookup<'_>, out: &mut Expansion<'a>) -> Result<(), ExpandError<'a>> {
        for segment in &self.segments {
            match segment {
                Segment::Literal(text) => out.text.push_str(text.value),
                Segment::Escape(_) => out.text.push('$'),
                Segment::Variable(variable) => variable.expand_into(lookup, out)?,
                Segment::Invalid(span) => return Err(ExpandError::Template(*span)),
            }
        }
        Ok(())
    }
}

impl<'a> Variable<'a> {
    fn expand_into(&self, lookup: Lookup<'_>, out: &mut Expansion<'a>) -> Result<(), ExpandError<'a>> {
        let value = lookup(self.name.value);
        let Some(modifier) = &self.modifier else {
            if value.is_none() {
                out.unset.push(self.name);
            }
            out.text.push_str(value.unwrap_or_default());
            return Ok(());
        };
        let operator = modifier.operator.value;
        let value = value.filter(|v| !(operator.empty_is_unset() && v.is_empty()));
        match operator {
            Operator::AlternativeIfNonEmpty | Operator::AlternativeIfSet => match value {
                Some(_) => modifier.argument.expand_into(lookup, out),
                None => Ok(()),
            },
            Operator::DefaultIfEmpty | Operator::DefaultIfUnset => match value {
                Some(value) => {
                    out.text.push_str(value);
                    Ok(())
                }
                None => modifier.argument.expand_into(lookup, out),
            },
            Operator::RequiredNonEmpty | Operator::Required => match value {
                Some(value) => {
                    out.text.push_str(value);
                    Ok(())
                }
                None => {
                    let message = modifier.argument.expand(lookup)?.text;
                    Err(ExpandError::Required { name: self.name, message })
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use proptest::prelude::*;

    fn lookup(name: &str) -> Option<&'static str> {
        match name {
            "SET" => Some("val"),
            "EMPTY" => Some(""),
            "B" => Some("bee"),
            _ => None,
        }
    }

    /// The expanded text, or the sort of error.
    fn expand(text: &str) -> Result<String, &'static str> {
        match parse(text).0.expand(&lookup) {
            Ok(expansion) => Ok(expansion.text),
            Err(ExpandError::Template(_)) => Err("template"),
            Err(ExpandError::Required { .. }) => Err("required"),
        }
    }

    #[test]
    fn follows_the_table_of_operators() {
        for (text, set, empty, unset) in [
            ("${V}", Ok("val"), Ok(""), Ok("")),
            ("${V:-d}", Ok("val"), Ok("d"), Ok("d")),
            ("${V-d}", Ok("val"), Ok(""), Ok("d")),
            ("${V:?m}", Ok("val"), Err("required"), Err("required")),
            ("${V?m}", Ok("val"), Ok(""), Err("required")),
            ("${V:+r}", Ok("r"), Ok(""), Ok("")),
            ("${V+r}", Ok("r"), Ok("r"), Ok("")),
        ] {
            for (name, want) in [("SET", set), ("EMPTY", empty), ("UNSET", unset)] {
                assert_eq!(expand(&text.replace('V', name)), want.map(str::to_owned), "{text} {name}");
            }
        }
    }

    #[test]
    fn finds_the_end_of_a_group_as_compose_does() {
        for (text, want) in [
            ("${A:-x}-${C:-y}", "x-y"),
            (r#"${A:-{"k":{"n":1}}}"#, r#"{"k":{"n":1}}"#),
            ("${A:-{x}", "{x"),
            ("${A:-a}b}", "ab}"),
            ("${A:-}}", "}"),
            ("${A:-'a}b'}", "'ab'}"),
            (r"${A:-a\}b}", r"a\b}"),
            ("${A:-a:-b}", "a:-b"),
            ("${A-b:-c}", "b:-c"),
            ("${A:-a?b}", "a?b"),
            ("${A:-http://h:80/?q=1+2}", "http://h:80/?q=1+2"),
            (r"\$B", r"\bee"),
            ("$$$B", "$bee"),
            ("$$$$B", "$$B"),
            ("${A:-x}\n}", "x\n}"),
            ("${A:- d}", " d"),
        ] {
            assert_eq!(expand(text).as_deref(), Ok(want), "{text}");
        }
        assert_eq!(expand("${A:-{}}-${C:-y}"), Err("template"), "the byte after a brace is not looked at");
    }

    #[test]
    fn tells_what_was_unset() {
        let text = "$A ${B} ${C:-$D} ${E:-x}";
        let expansion = parse(text).0.expand(&lookup).unwrap();
        let names: Vec<_> = expansion.unset.iter().map(|n| (n.value, n.span.start)).collect();
        assert_eq!(names, [("A", 1), ("D", 14)]);
    }

    #[test]
    fn the_message_is_expanded() {
        let error = parse("${A:?set ${B} too}").0.expand(&lookup).unwrap_err();
        assert_eq!(error.to_string(), "required variable A is missing a value: set bee too");
    }

    #[test]
    fn agrees_with_compose() {
        for row in crate::oracle::rows("interpolation.jsonl") {
            let text = row["in"].as_str().unwrap();
            let want = row["out"].as_str().ok_or_else(|| row["error"].as_str().unwrap());
            assert_eq!(expand(text).as_deref().map_err(|e| *e), want, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn errors_of_parse_are_the_only_template_errors(text in r"([${}:?+\n-]|[$][{][AB][:]?[-+]|SET){0,16}") {
            let (template, errors) = parse(&text);
            let expanded = template.expand(&lookup);
            if errors.is_empty() {
                prop_assert!(!matches!(expanded, Err(ExpandError::Template(_))));
            }
        }
    }
}
