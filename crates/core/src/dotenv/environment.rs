//! What the variables of .env files come to.

use super::{Dotenv, Entry, Quote};
use crate::interpolation::{self, ExpandError};
use crate::text::Span;
use std::collections::BTreeMap;

/// The values of variables after one or more .env files, the last definition of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Environment {
    /// By key. A bare key is here only if the outer environment has it.
    pub variables: BTreeMap<String, String>,
}

/// A use of a variable that had no value at that point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unset {
    /// The variable.
    pub name: String,
    /// Where its name stands in the file that uses it.
    pub span: Span,
}

/// A variable that Compose insists on, or a `${` that it does not understand: the file is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The place in the file.
    pub span: Span,
    /// The message of a `${NAME:?message}`; `None` for a syntax error, which the parser reports too.
    pub required: Option<String>,
}

impl Environment {
    /// Adds the variables of one more file. `outer`, the environment of whoever runs Compose, wins over what was read before
    /// wherever a value refers to a variable.
    ///
    /// Returns the uses of unset variables.
    ///
    /// # Errors
    /// The first reason to refuse the file; the variables before it have been added.
    pub fn read<'o>(
        &mut self,
        file: &Dotenv<'_>,
        outer: &'o dyn Fn(&str) -> Option<&'o str>,
    ) -> Result<Vec<Unset>, Refusal> {
        let mut unset = Vec::new();
        for entry in file.entries() {
            if let Some(value) = self.value(entry, outer, &mut unset)? {
                let key = if entry.cut_off { "" } else { entry.key.value };
                self.variables.insert(key.to_owned(), value);
            }
        }
        Ok(unset)
    }

    fn value<'o>(
        &self,
        entry: &Entry<'_>,
        outer: &'o dyn Fn(&str) -> Option<&'o str>,
        unset: &mut Vec<Unset>,
    ) -> Result<Option<String>, Refusal> {
        let Some(value) = &entry.value else {
            let own = if entry.cut_off { Some(entry.key.value) } else { outer(entry.key.value) };
            return Ok(own.map(str::to_owned));
        };
        if value.quote == Quote::Single {
            return Ok(Some(value.text.as_str().to_owned()));
        }
        let (template, _) = interpolation::parse(value.text.as_str());
        let lookup = |name: &str| outer(name).or_else(|| self.variables.get(name).map(String::as_str));
        match template.expand(&lookup) {
            Ok(expansion) => {
                let place = |range: Span| value.text.span(range.range());
                unset.extend(
                    expansion
                        .unset
                        .iter()
                        .map(|name| Unset { name: name.value.to_owned(), span: place(name.span) }),
                );
                Ok(Some(expansion.text))
            }
            Err(ExpandError::Template(span)) => {
                Err(Refusal { span: value.text.span(span.range()), required: None })
            }
            Err(ExpandError::Required { name, message }) => {
                Err(Refusal { span: value.text.span(name.span.range()), required: Some(message) })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use serde_json::{Value, json};

    fn outer(name: &str) -> Option<&'static str> {
        match name {
            "SET" => Some("val"),
            "EMPTY" => Some(""),
            _ => None,
        }
    }

    fn json(text: &str) -> Value {
        let (tree, errors) = parse(text);
        let mut environment = Environment::default();
        if errors.is_empty() && environment.read(&tree, &outer).is_ok() {
            json!(environment.variables)
        } else {
            json!(null)
        }
    }

    #[test]
    fn agrees_with_compose() {
        for row in crate::oracle::rows("dotenv.jsonl") {
            let text = row["in"].as_str().unwrap();
            assert_eq!(json(text), row["out"], "{text:?}");
        }
    }

    #[test]
    fn outer_values_win_and_later_files_override() {
        let mut environment = Environment::default();
        for text in ["SET=mine\nA=$SET\nB=1\n", "C=$B\nB=2\nD=\"$B\\t$X\"\n"] {
            let unset = environment.read(&parse(text).0, &outer).unwrap();
            let names: Vec<_> = unset.iter().map(|u| (u.name.as_str(), u.span.of(text))).collect();
            assert_eq!(names, if text.contains('X') { vec![("X", "X")] } else { vec![] });
        }
        let want = json!({"SET": "mine", "A": "val", "B": "2", "C": "1", "D": "2\t"});
        assert_eq!(json!(environment.variables), want);
    }

    #[test]
    fn a_required_variable_refuses_the_file() {
        let text = "A=1\nB=${X:?set X}\n";
        let refusal = Environment::default().read(&parse(text).0, &outer).unwrap_err();
        assert_eq!((refusal.span.of(text), refusal.required.as_deref()), ("X", Some("set X")));
    }
}
