//! Which flags each instruction takes, and with what values.

use super::ast::{Flag, Healthcheck, InstructionKind};
use crate::SyntaxError;
use crate::suggest;

/// What follows the name of a flag.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Value {
    /// `=value`, once.
    Text,
    /// `=value`, any number of times.
    List,
    /// Nothing, `=true` or `=false`; once.
    Bool,
    /// `=value`, one of these; once.
    OneOf(&'static [&'static str]),
    /// A duration in Go's syntax; once.
    Duration,
    /// A whole number from 0; once.
    Number,
}

type Known = &'static [(&'static str, Value)];

const FROM: Known = &[("platform", Value::Text)];
const RUN: Known = &[
    ("mount", Value::List),
    ("network", Value::OneOf(&["default", "none", "host"])),
    ("security", Value::OneOf(&["sandbox", "insecure"])),
    ("device", Value::List),
];
const COPY: Known = &[
    ("from", Value::Text),
    ("chown", Value::Text),
    ("chmod", Value::Text),
    ("link", Value::Bool),
    ("parents", Value::Bool),
    ("exclude", Value::List),
];
const ADD: Known = &[
    ("chown", Value::Text),
    ("chmod", Value::Text),
    ("checksum", Value::Text),
    ("link", Value::Bool),
    ("keep-git-dir", Value::Bool),
    ("unpack", Value::Bool),
    ("exclude", Value::List),
];
const HEALTHCHECK: Known = &[
    ("interval", Value::Duration),
    ("timeout", Value::Duration),
    ("start-period", Value::Duration),
    ("start-interval", Value::Duration),
    ("retries", Value::Number),
];

/// Checks the flags of the instruction with this keyword.
pub(super) fn check(
    kind: &InstructionKind<'_>,
    keyword: &str,
    flags: &[Flag<'_>],
    errors: &mut Vec<SyntaxError>,
) {
    let known = match kind {
        // Worse is known of it already.
        InstructionKind::Invalid => return,
        // BuildKit takes any flag here and never looks at it.
        InstructionKind::Arg(_)
        | InstructionKind::Stopsignal(_)
        | InstructionKind::Healthcheck(Healthcheck::None) => return,
        InstructionKind::From(_) => FROM,
        InstructionKind::Run(_) => RUN,
        InstructionKind::Copy(_) => COPY,
        InstructionKind::Add(_) => ADD,
        InstructionKind::Healthcheck(_) => HEALTHCHECK,
        _ => &[],
    };
    for (index, flag) in flags.iter().enumerate() {
        let before = flags.get(..index).unwrap_or_default();
        if let Err(error) = check_one(keyword, known, flag, before) {
            errors.push(error);
        }
    }
}

fn check_one(keyword: &str, known: Known, flag: &Flag<'_>, before: &[Flag<'_>]) -> Result<(), SyntaxError> {
    let name = flag.name.as_str();
    let Some(&(_, expected)) = known.iter().find(|(known, _)| *known == name) else {
        return Err(unknown(keyword, known, flag));
    };
    if expected != Value::List && before.iter().any(|other| other.name.as_str() == name) {
        let message =
            format!("{keyword} takes `--{name}` once, so BuildKit refuses the file; remove one of the two.");
        return Err(SyntaxError::new(flag.span, message));
    }
    let Some(value) = &flag.value else {
        if expected == Value::Bool {
            return Ok(());
        }
        return Err(SyntaxError::new(flag.span, format!("`--{name}` has no value; write `--{name}=value`.")));
    };
    let problem = match expected {
        Value::Text | Value::List => None,
        Value::Bool if value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false") => None,
        Value::Bool => Some("is `true` or `false`".to_owned()),
        // Empty means that the flag is not there.
        Value::OneOf(choices) if value.is_empty() || choices.contains(&value.as_str()) => None,
        Value::OneOf(choices) => {
            Some(format!("is one of `{}`{}", choices.join("`, `"), suggest::hint(value, choices, "")))
        }
        Value::Duration => duration_problem(value).map(str::to_owned),
        Value::Number => number_problem(value).map(str::to_owned),
    };
    match problem {
        Some(problem) => {
            let span = if value.is_empty() { flag.span } else { value.whole() };
            let end = if problem.ends_with('?') { "" } else { "." };
            Err(SyntaxError::new(span, format!("The value of `--{name}` {problem}{end}")))
        }
        None => Ok(()),
    }
}

fn unknown(keyword: &str, known: Known, flag: &Flag<'_>) -> SyntaxError {
    let name = flag.name.as_str();
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    let message = if names.is_empty() {
        format!(
            "{keyword} takes no flags, so BuildKit refuses the file; remove `--{name}`, or put it behind `--` if it is an argument."
        )
    } else {
        match suggest::nearest(name, &names) {
            Some(near) => format!(
                "{keyword} has no flag `--{name}`, so BuildKit refuses the file; did you mean `--{near}`?"
            ),
            None => format!(
                "{keyword} has no flag `--{name}`, so BuildKit refuses the file; it knows `--{}`.",
                names.join("`, `--")
            ),
        }
    };
    SyntaxError::new(flag.span, message)
}

fn number_problem(value: &str) -> Option<&'static str> {
    let valid = value.is_empty() || value.parse::<i32>().is_ok_and(|number| number >= 0);
    (!valid).then_some("is a whole number from 0")
}

/// Go's durations: signed decimals with units, `1m30s`. Not below a millisecond, but for 0, which means the default.
fn duration_problem(value: &str) -> Option<&'static str> {
    if value.is_empty() {
        return None;
    }
    match nanoseconds(value) {
        None => Some("is a duration with units, such as `30s` or `1m30s`"),
        Some(0.0) => None,
        Some(duration) if duration < 1e6 => Some("cannot be less than `1ms`; `0s` means the default"),
        Some(_) => None,
    }
}

fn nanoseconds(value: &str) -> Option<f64> {
    let (mut rest, sign) = match value.strip_prefix('-') {
        Some(rest) => (rest, -1.0),
        None => (value.strip_prefix('+').unwrap_or(value), 1.0),
    };
    if rest == "0" {
        return Some(0.0);
    }
    if rest.is_empty() {
        return None;
    }
    let mut total = 0.0;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, unit) = rest.split_at_checked(end)?;
        let length = unit.find(|c: char| c.is_ascii_digit() || c == '.').unwrap_or(unit.len());
        let (unit, after) = unit.split_at_checked(length)?;
        let scale = match unit {
            "ns" => 1.0,
            "us" | "µs" | "μs" => 1e3,
            "ms" => 1e6,
            "s" => 1e9,
            "m" => 60e9,
            "h" => 3600e9,
            _ => return None,
        };
        total += number.parse::<f64>().ok()? * scale;
        rest = after;
    }
    // Go counts nanoseconds in 63 bits.
    (total < 9.223_372_036_854_776e18).then_some((sign * total).trunc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        for value in ["", "0", "0s", "30s", "1m30s", "1.5h", "+5s", "1ms", ".5s", "0.1ns"] {
            assert_eq!(duration_problem(value), None, "{value}");
        }
        for value in ["30", "s", "1x", "-5s", "1us", "1..5s", "-", "+", "5s ", "9999999h"] {
            assert!(duration_problem(value).is_some(), "{value}");
        }
    }

    #[test]
    fn numbers() {
        for value in ["", "0", "3", "+3", "007"] {
            assert_eq!(number_problem(value), None, "{value}");
        }
        for value in ["-1", "x", "3.0", "++3", "99999999999"] {
            assert!(number_problem(value).is_some(), "{value}");
        }
    }
}
