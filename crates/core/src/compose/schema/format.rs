//! The grammars of scalars: durations, sizes, ports and the like, each as the reference loader reads it.

use super::super::error::LoadErrorKind;
use super::super::value::float_from_text;
use super::super::{port, shellwords, volume};
use super::Format;
use crate::SyntaxError;
use crate::text::Span;

pub(super) const DURATION: &Format = &Format {
    name: "a duration such as `1m30s`",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::BadDuration,
    check: |text| match is_duration(text) {
        true => Ok(()),
        false => wrong(text, "is no duration; write numbers with units, such as `30s`, `1m30s` or `1.5h`."),
    },
};

pub(super) const BYTES: &Format = &Format {
    name: "a size such as `512m`",
    numbers: true,
    fractions: false,
    kind: LoadErrorKind::BadBytes,
    check: check_bytes,
};

/// A size for which the schema takes any number.
pub(super) const ANY_BYTES: &Format = &Format {
    name: "a size such as `512m`",
    numbers: true,
    fractions: true,
    kind: LoadErrorKind::BadBytes,
    check: check_bytes,
};

/// `deploy.resources`: text only.
pub(super) const BYTES_AS_TEXT: &Format = &Format {
    name: "a size such as `512m`",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::BadBytes,
    check: check_bytes,
};

pub(super) const PORT: &Format = &Format {
    name: "a port such as `\"8080:80\"`",
    numbers: true,
    fractions: false,
    kind: LoadErrorKind::BadPort,
    check: |text| port::parse(text).map(drop),
};

/// Compose checks only that it is no fraction.
pub(super) const EXPOSED_PORT: &Format = &Format {
    name: "a port",
    numbers: true,
    fractions: false,
    kind: LoadErrorKind::BadPort,
    check: |_| Ok(()),
};

pub(super) const MOUNT: &Format = &Format {
    name: "a mount such as `data:/path`",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::BadVolume,
    check: |text| volume::parse(text).map(drop),
};

pub(super) const DEVICE: &Format = &Format {
    name: "a device such as `/dev/ttyUSB0`",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::BadDevice,
    check: |text| match text.split(':').count() {
        0..=3 => Ok(()),
        _ => wrong(text, "has too many parts for a device: `host:container:permissions`."),
    },
};

pub(super) const DEVICE_COUNT: &Format = &Format {
    name: "a whole number or `all`",
    numbers: true,
    fractions: false,
    kind: LoadErrorKind::UnknownWord,
    check: |text| match text.eq_ignore_ascii_case("all") || text.parse::<i64>().is_ok() {
        true => Ok(()),
        false => wrong(text, "is no count of devices; write a whole number or `all`."),
    },
};

pub(super) const COMMAND_LINE: &Format = &Format {
    name: "text",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::BadCommand,
    check: |text| shellwords::split(text).map(drop),
};

pub(super) const EXTRA_HOST: &Format = &Format {
    name: "a host such as `name=1.2.3.4`",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::BadExtraHost,
    check: |text| {
        let name = text.split_once('=').or_else(|| text.split_once(':')).map(|(name, _)| name);
        match name {
            Some(name) if !name.is_empty() && !name.contains([':', '=']) => Ok(()),
            _ => wrong(text, "is no extra host; write `name=address`."),
        }
    },
};

pub(super) const ENVIRONMENT_ITEM: &Format = &Format {
    name: "text such as `NAME=value`",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::BadEnvironment,
    check: |text| match text.split_once('=') {
        Some((name, _)) if name.ends_with(char::is_whitespace) => {
            let at = name.trim_end().len();
            let message = "A space before the `=` would belong to the name; remove it.";
            Err(SyntaxError::new(Span::new(at, name.len()), message))
        }
        _ => Ok(()),
    },
};

pub(super) const CONTEXT_ITEM: &Format = &Format {
    name: "text such as `name=path`",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::BadBuildContext,
    check: |text| match text.contains('=') {
        true => Ok(()),
        false => wrong(text, "names a context without its place; write `name=path`."),
    },
};

pub(super) const SSH_ITEM: &Format = &Format {
    name: "text such as `default` or `id=path`",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::BadBuildContext,
    check: |text| match text == "default" || text.contains('=') {
        true => Ok(()),
        false => wrong(text, "is neither `default` nor `id=path`."),
    },
};

pub(super) const CONTAINER_NAME: &Format = &Format {
    name: "a container's name",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::BadName,
    check: |text| {
        // The pattern of the schema is not anchored: it is enough that two such characters stand somewhere.
        let pairs = text.as_bytes().windows(2);
        let mut fitting = pairs.filter(|pair| match pair {
            [a, b] => a.is_ascii_alphanumeric() && (b.is_ascii_alphanumeric() || b"_.-".contains(b)),
            _ => false,
        });
        match fitting.next() {
            Some(_) => Ok(()),
            None => wrong(text, "is no container's name: at least two of letters, digits, `_`, `.` and `-`."),
        }
    },
};

pub(super) const PULL_POLICY: &Format = &Format {
    name: "a pull policy",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::BadPullPolicy,
    check: |text| {
        let words = ["always", "never", "build", "if_not_present", "missing", "refresh", "daily", "weekly"];
        // Not anchored either.
        let known = words.iter().any(|word| text.contains(word));
        match known || text.split("every_").skip(1).any(begins_with_interval) {
            true => Ok(()),
            false => wrong(
                text,
                "is no pull policy; known are `always`, `never`, `build`, `missing`, `refresh`, `daily`, `weekly` and \
                 `every_` with a duration.",
            ),
        }
    },
};

pub(super) const FILE_MODE: &Format = &Format {
    name: "a file mode such as `0440`",
    numbers: true,
    fractions: false,
    kind: LoadErrorKind::BadFileMode,
    check: |text| match text.is_empty() || text.bytes().any(|b| !b.is_ascii_digit()) {
        true => wrong(text, "is no file mode; write it in octal, such as `0440`."),
        false => Ok(()),
    },
};

pub(super) const IP_ADDRESS: &Format = &Format {
    name: "an IP address",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::BadPort,
    check: |text| match text.is_empty() || text.parse::<std::net::IpAddr>().is_ok() {
        true => Ok(()),
        false => wrong(text, "is no IP address; a port is bound to an address, not to a name."),
    },
};

pub(super) const NOT_BLANK: &Format = &Format {
    name: "text",
    numbers: false,
    fractions: false,
    kind: LoadErrorKind::MissingRequired,
    check: |text| match text.trim().is_empty() {
        false => Ok(()),
        true => wrong(text, "must not be blank."),
    },
};

fn check_bytes(text: &str) -> Result<(), SyntaxError> {
    if bytes(text).is_some() {
        return Ok(());
    }
    wrong(text, "is no size; write bytes, or a number with `k`, `m`, `g` or `t`, such as `512m`.")
}

fn wrong(text: &str, problem: &str) -> Result<(), SyntaxError> {
    Err(SyntaxError::new(Span::new(0, text.len()), format!("`{text}` {problem}")))
}

/// `every_` was followed by a number with a unit.
fn begins_with_interval(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    digits > 0 && matches!(rest.as_bytes().get(digits), Some(b'w' | b'd' | b'h' | b'm' | b's'))
}

/// One or more of a number and a unit, with an optional sign; or `0`.
fn is_duration(text: &str) -> bool {
    let mut rest = text.strip_prefix(['-', '+']).unwrap_or(text);
    if rest == "0" {
        return true;
    }
    let empty = rest.is_empty();
    while !rest.is_empty() {
        let number = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (digits, after) = rest.split_at(number);
        let fits = digits.bytes().any(|b| b.is_ascii_digit()) && digits.matches('.').count() <= 1;
        let units = ["ns", "us", "µs", "μs", "ms", "s", "m", "h", "d", "w"];
        let Some(unit) = units.iter().find(|unit| after.starts_with(**unit)).filter(|_| fits) else {
            return false;
        };
        rest = after.get(unit.len()..).unwrap_or_default();
    }
    !empty
}

/// How many bytes a size is: whole bytes, or a number with a unit, all units powers of 1024. `None` where Compose refuses it.
#[must_use]
pub(in super::super) fn bytes(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        return text.parse().ok();
    }
    // The number ends with the last digit, point or space, whatever stands before it.
    let end = text.rfind(|c: char| c.is_ascii_digit() || c == '.' || c == ' ')? + 1;
    let (number, suffix) = text.split_at(end);
    let value = float_from_text(number.strip_suffix(' ').unwrap_or(number)).filter(|value| *value >= 0.0)?;
    let suffix = suffix.to_ascii_lowercase();
    let unit = match suffix.as_str() {
        "" | "b" => Some(""),
        other => other.strip_suffix("ib").or_else(|| other.strip_suffix('b')).or(Some(other)),
    }?;
    let power = match unit {
        "" => 0,
        "k" => 1,
        "m" => 2,
        "g" => 3,
        "t" => 4,
        "p" => 5,
        _ => return None,
    };
    Some(value * 1024_f64.powi(power))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_sizes_and_durations_as_compose_does() {
        for text in [
            "512m", "512MB", "512 MB", "1.5g", ".5g", "5K", "-1", "1024", "512MiB", "10b", "1_000", "1e2k",
            "+5m",
        ] {
            assert!(bytes(text).is_some(), "{text}");
        }
        for text in ["5ki", "512x", "5  k", "-5m", "0x10", "1,5g", "", "m", "1__0", "_1"] {
            assert!(bytes(text).is_none(), "{text}");
        }
        assert_eq!(bytes("1.5kb"), Some(1536.0));
        for text in ["1m30s", "1.5h", "2w", "3d4h", ".5s", "-5s", "0", "10ms", "5µs"] {
            assert!(is_duration(text), "{text}");
        }
        for text in ["30", "30 s", "1h30", "1M", "", "-", "s", "1..5s"] {
            assert!(!is_duration(text), "{text}");
        }
    }

    #[test]
    fn formats_are_as_lenient_as_the_loader() {
        let fits = |format: &Format, text: &str| (format.check)(text).is_ok();
        for (format, text, want) in [
            (PULL_POLICY, "every_12h", true),
            (PULL_POLICY, "every_x", false),
            (PULL_POLICY, "alwaysfoo", true),
            (CONTAINER_NAME, "--foo bar", true),
            (CONTAINER_NAME, "-a b", false),
            (CONTAINER_NAME, "a", false),
            (EXTRA_HOST, "a:::1", true),
            (EXTRA_HOST, ":1", false),
            (EXTRA_HOST, "a", false),
            (DEVICE, "vendor.com/dev=gpu", true),
            (DEVICE, "a:b:c:d", false),
            (DEVICE_COUNT, "ALL", true),
            (DEVICE_COUNT, "2", true),
            (DEVICE_COUNT, "two", false),
            (ENVIRONMENT_ITEM, "A =1", false),
            (ENVIRONMENT_ITEM, "A=1 = 2", true),
            (SSH_ITEM, "default", true),
            (SSH_ITEM, "foo", false),
        ] {
            assert_eq!(fits(format, text), want, "{text}");
        }
    }
}
