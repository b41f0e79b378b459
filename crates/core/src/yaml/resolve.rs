//! What a plain scalar is, as go-yaml v4 decides it (the loader of Compose). YAML 1.1 and 1.2 readers differ in places.

use super::scalar::Resolved;

/// Resolves the text of a plain scalar without a tag.
#[must_use]
pub fn resolve_plain(text: &str) -> Resolved {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Resolved::Null,
        "true" | "True" | "TRUE" => Resolved::Bool(true),
        "false" | "False" | "FALSE" => Resolved::Bool(false),
        ".nan" | ".NaN" | ".NAN" => Resolved::Float(f64::NAN),
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => Resolved::Float(f64::INFINITY),
        "-.inf" | "-.Inf" | "-.INF" => Resolved::Float(f64::NEG_INFINITY),
        _ => match text.as_bytes().first() {
            Some(b'0'..=b'9' | b'+' | b'-') => number(text),
            Some(b'.') => float(text).map_or(Resolved::Text, Resolved::Float),
            _ => Resolved::Text,
        },
    }
}

fn number(text: &str) -> Resolved {
    if is_timestamp(text) {
        return Resolved::Timestamp;
    }
    // Underscores are dropped wherever they stand.
    let stripped;
    let plain = if text.contains('_') {
        stripped = text.replace('_', "");
        &stripped
    } else {
        text
    };
    match integer(plain) {
        Some(value) => Resolved::Int(value),
        None => float(plain).map_or(Resolved::Text, Resolved::Float),
    }
}

/// An integer with Go's prefixes (`0x`, `0b`, `0o`, and `0` for octal) that fits `i64` or `u64`.
pub(super) fn integer(text: &str) -> Option<i128> {
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, text.get(1..)?),
        b'+' => (false, text.get(1..)?),
        _ => (false, text),
    };
    let (radix, digits) = match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => (16, digits.get(2..)?),
        [b'0', b'b' | b'B', ..] => (2, digits.get(2..)?),
        [b'0', b'o' | b'O', ..] => (8, digits.get(2..)?),
        [b'0', _, ..] => (8, digits.get(1..)?),
        _ => (10, digits),
    };
    // `from_str_radix` would take a second sign.
    if !digits.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return None;
    }
    let value = i128::from(u64::from_str_radix(digits, radix).ok()?);
    let value = if negative { -value } else { value };
    (value >= i128::from(i64::MIN)).then_some(value)
}

/// A float of the form `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?` that is finite.
pub(super) fn float(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let mantissa_fits = match mantissa.split_once('.') {
        Some(("", fraction)) => !fraction.is_empty() && digits(fraction),
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => !mantissa.is_empty() && digits(mantissa),
    };
    let exponent_fits = exponent.is_none_or(|e| {
        let e = e.strip_prefix(['-', '+']).unwrap_or(e);
        !e.is_empty() && digits(e)
    });
    if !mantissa_fits || !exponent_fits {
        return None;
    }
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

/// `2006-1-2`, alone or with a time after `T`, `t` or a space.
fn is_timestamp(text: &str) -> bool {
    let date_end = text.find(['T', 't', ' ']).unwrap_or(text.len());
    let (date, time) = text.split_at(date_end);
    let mut parts = date.split('-');
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let days = match part(month, 12) {
        Some(2) if year.parse::<u32>().is_ok_and(is_leap) => 29,
        Some(2) => 28,
        Some(4 | 6 | 9 | 11) => 30,
        Some(1..) => 31,
        _ => return false,
    };
    year.len() == 4
        && year.bytes().all(|b| b.is_ascii_digit())
        && part(day, days).is_some_and(|day| day > 0)
        && (time.is_empty() || time.get(1..).is_some_and(|t| is_time(t, !time.starts_with(' '))))
}

fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// `15:4:5.999`, with a zone exactly if `zoned`.
fn is_time(text: &str, zoned: bool) -> bool {
    let (clock, zone) = match text.find(['Z', '+', '-']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let zone_fits = match (zoned, zone.as_bytes()) {
        (true, [b'Z']) | (false, []) => true,
        (true, [b'+' | b'-', h1, h2, b':', m1, m2]) => [h1, h2, m1, m2].iter().all(|b| b.is_ascii_digit()),
        _ => false,
    };
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let mut parts = clock.split(':');
    let mut next = |max| parts.next().is_some_and(|p| part(p, max).is_some());
    zone_fits
        && next(23)
        && next(59)
        && next(59)
        && parts.next().is_none()
        && !fraction.is_empty()
        && fraction.bytes().all(|b| b.is_ascii_digit())
}

/// One or two digits, at most `max`.
fn part(text: &str, max: u32) -> Option<u32> {
    let fits = matches!(text.len(), 1 | 2) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|value| fits && *value <= max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_as_go_yaml_does() {
        use Resolved::{Bool, Float, Int, Null, Text, Timestamp};
        for (text, want) in [
            ("true", Bool(true)),
            ("False", Bool(false)),
            ("tRUE", Text),
            ("yes", Text),
            ("on", Text),
            ("y", Text),
            ("~", Null),
            ("", Null),
            ("010", Int(8)),
            ("08", Float(8.0)),
            ("0o10", Int(8)),
            ("0O10", Int(8)),
            ("0x1F", Int(31)),
            ("0X1F", Int(31)),
            ("0b10", Int(2)),
            ("1_000", Int(1000)),
            ("10_", Int(10)),
            ("+5", Int(5)),
            ("-0x10", Int(-16)),
            ("+-5", Text),
            ("--5", Text),
            ("1e3", Float(1000.0)),
            ("1.50", Float(1.5)),
            (".5", Float(0.5)),
            ("5.", Float(5.0)),
            (".", Text),
            ("-", Text),
            ("1e", Text),
            ("22:22", Text),
            ("190:20:30", Text),
            ("8080:80", Text),
            ("2020-01-01", Timestamp),
            ("2020-1-1", Timestamp),
            ("2020-13-1", Text),
            ("2020-02-30", Text),
            ("2001-12-14t21:59:43.10-05:00", Timestamp),
            ("2001-12-14 21:59:43.10", Timestamp),
            ("2001-12-14 21:59", Text),
            (".inf", Float(f64::INFINITY)),
            ("18446744073709551615", Int(u64::MAX.into())),
            ("18446744073709551616", Float(18_446_744_073_709_551_616.0)),
            ("1e999", Text),
            ("1.2.3", Text),
            ("0x", Text),
            ("0xg", Text),
        ] {
            assert_eq!(resolve_plain(text), want, "{text}");
        }
    }
}
