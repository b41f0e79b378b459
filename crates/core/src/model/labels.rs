//! Labels and the schema that the configuration gives for them.

use super::Build;
use crate::config::LabelType;
use crate::dockerfile::{self, Assignment, InstructionKind};
use crate::rules::Reporter;

/// All labels of the file, with their values without quotes.
pub(crate) fn labels<'t>(build: &Build<'_, 't>) -> Vec<(&'t Assignment<'t>, String)> {
    let escape = build.file.escape;
    let labels = build.instructions().filter_map(|instruction| match &instruction.kind {
        InstructionKind::Label(labels) => Some(&labels.pairs),
        _ => None,
    });
    let value = |label: &Assignment<'_>| {
        let raw = label.value.as_ref().map_or("", |value| value.as_str());
        dockerfile::expand::unquote(raw, escape).map_or_else(|_| raw.to_owned(), |value| value.into_owned())
    };
    labels.flatten().map(|label| (label, value(label))).collect()
}

/// The key of a label without quotes.
pub(crate) fn key<'l>(label: &'l Assignment<'_>) -> &'l str {
    label.name.trim_matches(['"', '\''])
}

/// Reports the labels that the schema gives this type and whose value does not fit it.
pub(crate) fn report_misfits(build: &Build<'_, '_>, cx: &mut Reporter<'_>, kind: LabelType, what: &str) {
    let schema = &cx.options.label_schema;
    for (label, value) in labels(build) {
        let key = key(label);
        if schema.get(key) == Some(&kind) && !value.is_empty() && !fits(kind, &value) {
            let place = label.value.as_ref().map_or(label.span, |value| value.whole());
            cx.report(place, format!("The schema says that the label `{key}` is {what}, and this is none."));
        }
    }
}

/// Whether `value` is of the type. Variables are not replaced: a value that holds one fits only as text.
fn fits(kind: LabelType, value: &str) -> bool {
    match kind {
        LabelType::Text => true,
        LabelType::Url => is_url(value),
        LabelType::Rfc3339 => is_rfc3339(value),
        LabelType::Spdx => is_spdx(value),
        LabelType::Hash => {
            [7, 40].contains(&value.len()) && value.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'))
        }
        LabelType::Semver => is_semver(value),
        LabelType::Email => is_email(value),
    }
}

fn is_url(value: &str) -> bool {
    let Some((scheme, rest)) = value.split_once(':') else { return false };
    let scheme_fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    scheme_fits
        && !rest.is_empty()
        && !value.contains(|c: char| c.is_whitespace() || "<>\"{}|\\^`".contains(c))
}

/// RFC 3339: `2026-01-31T12:00:00.5Z`, with an offset instead of `Z`, or a space or lower-case letters.
fn is_rfc3339(value: &str) -> bool {
    let Some((date, time)) = value.split_once(['T', 't', ' ']) else { return false };
    let number = |text: &str, digits: usize, range: std::ops::RangeInclusive<u32>| {
        text.len() == digits && text.parse().is_ok_and(|n| range.contains(&n))
    };
    let date_fits = match date.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] => number(year, 4, 0..=9999) && number(month, 2, 1..=12) && number(day, 2, 1..=31),
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
    let user_fits = !user.is_empty()
        && !user.starts_with('.')
        && !user.ends_with('.')
        && user.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c));
    let label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    user_fits && host.contains('.') && host.split('.').all(label)
}

/// Identifiers of the SPDX licence list that are in use for container images; the list itself has hundreds more, of which
/// families with version numbers are recognised by their form.
fn is_spdx(value: &str) -> bool {
    const SINGLE: &[&str] = &[
        "0BSD",
        "AFL-3.0",
        "Artistic-1.0",
        "Artistic-2.0",
        "BlueOak-1.0.0",
        "BSL-1.0",
        "BUSL-1.1",
        "ISC",
        "MIT",
        "MIT-0",
        "MS-PL",
        "MS-RL",
        "MulanPSL-2.0",
        "NCSA",
        "OFL-1.1",
        "OpenSSL",
        "PostgreSQL",
        "PSF-2.0",
        "Python-2.0",
        "Ruby",
        "SSPL-1.0",
        "Unicode-3.0",
        "Unicode-DFS-2016",
        "Unlicense",
        "UPL-1.0",
        "Vim",
        "W3C",
        "WTFPL",
        "X11",
        "Zlib",
        "curl",
        "NTP",
        "Sleepycat",
        "Elastic-2.0",
        "OSL-3.0",
        "LPPL-1.3c",
        "ZPL-2.1",
        "PHP-3.01",
        "Beerware",
        "CECILL-2.1",
        "FTL",
        "IJG",
        "Intel",
        "Libpng",
        "Naumen",
        "Net-SNMP",
        "Nokia",
        "OLDAP-2.8",
        "TCL",
        "bzip2-1.0.6",
        "gnuplot",
        "libtiff",
        "zlib-acknowledgement",
    ];
    let family = |start: &str, versions: &[&str], ends: &[&str]| {
        value.strip_prefix(start).is_some_and(|rest| {
            versions.iter().any(|version| rest.strip_prefix(version).is_some_and(|end| ends.contains(&end)))
        })
    };
    let gnu = ["", "-only", "-or-later", "+"];
    SINGLE.contains(&value)
        || family("Apache-", &["1.0", "1.1", "2.0"], &[""])
        || family("GPL-", &["1.0", "2.0", "3.0"], &gnu)
        || family("LGPL-", &["2.0", "2.1", "3.0"], &gnu)
        || family("AGPL-", &["1.0", "3.0"], &gnu)
        || family("GFDL-", &["1.1", "1.2", "1.3"], &gnu)
        || family("MPL-", &["1.0", "1.1", "2.0"], &["", "-no-copyleft-exception"])
        || family("EPL-", &["1.0", "2.0"], &[""])
        || family("EUPL-", &["1.0", "1.1", "1.2"], &[""])
        || family("CDDL-", &["1.0", "1.1"], &[""])
        || family(
            "BSD-",
            &["1", "2", "3", "4"],
            &["-Clause", "-Clause-Clear", "-Clause-Patent", "-Clause-UC", "-Clause-LBNL"],
        )
        || family("CC0-", &["1.0"], &[""])
        || ["CC-BY-", "CC-BY-SA-", "CC-BY-NC-", "CC-BY-NC-SA-", "CC-BY-ND-", "CC-BY-NC-ND-"]
            .iter()
            .any(|start| family(start, &["1.0", "2.0", "2.5", "3.0", "4.0"], &[""]))
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
            (LabelType::Email, "a.b@example.com", "a@b"),
        ] {
            assert!(fits(kind, good), "{good}");
            assert!(!fits(kind, bad), "{bad}");
        }
    }
}
