//! The forms that the values of labels may have to have.

use crate::config::LabelType;

/// The identifiers of the SPDX licence list, those that it calls deprecated too, one a line.
const LICENCES: &str = include_str!("licences.txt");

/// Whether `value` is of the type. Variables are not replaced: a value that holds one fits only as text.
pub(crate) fn fits(kind: LabelType, value: &str) -> bool {
    match kind {
        LabelType::Text => true,
        LabelType::Url => is_url(value),
        LabelType::Rfc3339 => is_rfc3339(value),
        LabelType::Spdx => LICENCES.lines().any(|licence| licence == value),
        LabelType::Hash => {
            [7, 40].contains(&value.len()) && value.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'))
        }
        LabelType::Semver => is_semver(value),
        LabelType::Email => is_email(value),
    }
}

fn is_url(value: &str) -> bool {
    let Some((scheme, rest)) = value.split_once(':') else { return false };
    let decoded = |part: &str| {
        let mut digits = part.chars().take(2);
        digits.clone().count() == 2 && digits.all(|c| c.is_ascii_hexdigit())
    };
    let scheme_fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    scheme_fits
        && !rest.is_empty()
        && rest.split('%').skip(1).all(decoded)
        && !value.contains(|c: char| !c.is_ascii_graphic() || "<>\"{}|\\^`".contains(c))
}

/// RFC 3339: `2026-01-31T12:00:00.5Z`, with an offset instead of `Z`, or with lower-case letters.
fn is_rfc3339(value: &str) -> bool {
    let Some((date, time)) = value.split_once(['T', 't']) else { return false };
    let number = |text: &str, digits: usize, range: std::ops::RangeInclusive<u32>| {
        text.len() == digits && text.parse().is_ok_and(|n| range.contains(&n))
    };
    let date_fits = match date.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] => {
            let days = days_of(year.parse().unwrap_or_default(), month);
            number(year, 4, 0..=9999) && number(month, 2, 1..=12) && number(day, 2, 1..=days)
        }
        _ => false,
    };
    let clock_end = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, offset) = time.split_at(clock_end);
    let whole = match clock.split_once('.') {
        Some((whole, fraction)) if !fraction.is_empty() && fraction.chars().all(|c| c.is_ascii_digit()) => {
            whole
        }
        Some(_) => return false,
        None => clock,
    };
    let clock_fits = match whole.split(':').collect::<Vec<_>>().as_slice() {
        [hour, minute, second] => {
            number(hour, 2, 0..=23) && number(minute, 2, 0..=59) && number(second, 2, 0..=60)
        }
        _ => false,
    };
    let offset_fits = match offset.strip_prefix(['+', '-']).map(|rest| rest.split(':').collect::<Vec<_>>()) {
        Some(parts) => {
            matches!(parts.as_slice(), [hour, minute] if number(hour, 2, 0..=23) && number(minute, 2, 0..=59))
        }
        None => offset.eq_ignore_ascii_case("z"),
    };
    date_fits && clock_fits && offset_fits
}

/// How many days a month has.
fn days_of(year: u32, month: &str) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        "04" | "06" | "09" | "11" => 30,
        "02" if leap => 29,
        "02" => 28,
        _ => 31,
    }
}

/// Semantic Versioning 2.0.0: three numbers without leading zeros, an optional pre-release and build.
fn is_semver(value: &str) -> bool {
    let (rest, build) = value.split_once('+').map_or((value, None), |(rest, build)| (rest, Some(build)));
    let (core, pre) = rest.split_once('-').map_or((rest, None), |(core, pre)| (core, Some(pre)));
    let number = |text: &str| {
        !text.is_empty()
            && text.chars().all(|c| c.is_ascii_digit())
            && (text == "0" || !text.starts_with('0'))
    };
    let word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let pre_part = |text: &str| word(text) && (number(text) || !text.chars().all(|c| c.is_ascii_digit()));
    core.split('.').count() == 3
        && core.split('.').all(number)
        && pre.is_none_or(|pre| pre.split('.').all(pre_part))
        && build.is_none_or(|build| build.split('.').all(word))
}

fn is_email(value: &str) -> bool {
    let Some((user, host)) = value.rsplit_once('@') else { return false };
    let word = |word: &str| {
        !word.is_empty()
            && word.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-".contains(c))
    };
    let quoted = user.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let user_fits = match quoted {
        Some(quoted) => !quoted.contains(['"', '\\']),
        None => user.split('.').all(word),
    };
    let label = |label: &str| {
        let inner = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        !label.is_empty() && inner && !label.starts_with('-') && !label.ends_with('-')
    };
    let address = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let host_fits = match address {
        Some(address) => address.parse::<std::net::IpAddr>().is_ok(),
        None => host.split('.').all(label),
    };
    user_fits && host_fits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_told_apart() {
        for (kind, good, bad) in [
            (LabelType::Url, "https://example.com/a", "example"),
            (LabelType::Rfc3339, "2026-01-31T12:00:00+01:00", "2026-01-31"),
            (LabelType::Spdx, "GPL-3.0-or-later", "MIT OR Apache-2.0"),
            (LabelType::Hash, "0a1b2c3", "0A1B2C3"),
            (LabelType::Semver, "1.2.3-rc.1+5", "1.02.3"),
            (LabelType::Spdx, "zlib-acknowledgement", "mit"),
            (LabelType::Rfc3339, "2024-02-29t00:00:60z", "2025-02-29T00:00:00Z"),
            (LabelType::Url, "urn:a%20b", "http://example.com/%zz"),
            (LabelType::Email, "a.b@example", "a..b@example.com"),
            (LabelType::Email, "\"a b\"@[192.0.2.1]", "a@-example.com"),
        ] {
            assert!(fits(kind, good), "{good}");
            assert!(!fits(kind, bad), "{bad}");
        }
    }

    #[test]
    fn licences_are_in_order() {
        assert!(LICENCES.lines().is_sorted() && LICENCES.lines().count() > 700);
    }
}
