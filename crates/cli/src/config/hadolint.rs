//! `.hadolint.yaml`: hadolint's configuration file, for teams that come from there.

use super::{Settings, yaml};
use crate::args::Format;
use docklint_core::config::{LabelType, Options, is_known_selector};
use docklint_core::{Config, Severity};
use serde::Deserialize;
use std::collections::BTreeMap;

/// hadolint's keys, each written in either of its two ways.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    failure_threshold: Option<Threshold>,
    format: Option<String>,
    ignored: Option<Vec<String>>,
    #[serde(rename = "override")]
    severities: Option<Override>,
    #[serde(alias = "trustedRegistries")]
    trusted_registries: Option<Vec<String>>,
    #[serde(alias = "allowedRegistries")]
    allowed_registries: Option<Vec<String>>,
    label_schema: Option<BTreeMap<String, LabelType>>,
    strict_labels: bool,
    no_fail: bool,
    disable_ignore_pragma: bool,
    // Only about what hadolint prints.
    #[serde(rename = "no-color")]
    _no_color: bool,
    #[serde(rename = "verbose")]
    _verbose: bool,
}

/// Codes whose severity is changed.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Override {
    error: Option<Vec<String>>,
    warning: Option<Vec<String>>,
    info: Option<Vec<String>>,
    style: Option<Vec<String>>,
}

/// Checks that are off until a severity is given to them.
const OFF_UNTIL_ASKED: [&str; 2] = ["DL1001", "DL3057"];

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Threshold {
    Error,
    Warning,
    Info,
    Style,
    Ignore,
    None,
}

/// Reads the file's `text`.
///
/// # Errors
/// `line:column: why`.
pub(super) fn settings(text: &str) -> Result<Settings, String> {
    let file: File = yaml::parse(text)?;
    let level = match file.failure_threshold {
        Some(Threshold::Error) => Severity::Error,
        Some(Threshold::Warning) => Severity::Warning,
        Some(Threshold::Info) | None => Severity::Info,
        Some(Threshold::Style | Threshold::Ignore | Threshold::None) => Severity::Style,
    };
    let Override { error, warning, info, style } = file.severities.unwrap_or_default();
    // A code that is given several severities gets the highest, so that comes last.
    let severities = [
        (style, Severity::Style),
        (info, Severity::Info),
        (warning, Severity::Warning),
        (error, Severity::Error),
    ];
    let mut severity = BTreeMap::new();
    let mut asked = Vec::new();
    for (codes, level) in severities {
        let codes = codes.unwrap_or_default();
        asked.extend(codes.iter().filter(|code| OFF_UNTIL_ASKED.contains(&code.as_str())).cloned());
        severity.extend(selectors(codes).into_iter().map(|code| (code, level)));
    }
    let mut registries = file.trusted_registries.unwrap_or_default();
    registries.extend(file.allowed_registries.unwrap_or_default());
    let config = Config {
        extend_select: selectors(asked),
        ignore: selectors(file.ignored.unwrap_or_default()),
        severity,
        fail_level: level,
        ignore_comments: !file.disable_ignore_pragma,
        options: Options {
            trusted_registries: registries,
            label_schema: file.label_schema.unwrap_or_default(),
            strict_labels: file.strict_labels,
        },
        ..Config::default()
    };
    let format = match file.format.as_deref() {
        Some("json") => Format::Json,
        Some("gnu") => Format::Concise,
        _ => Format::default(),
    };
    Ok(Settings { config, format, exit_zero: file.no_fail })
}

/// hadolint's codes as selectors. A code that docklint has no rule for has nothing to silence.
fn selectors(codes: Vec<String>) -> Vec<String> {
    codes.into_iter().map(|code| format!("hadolint:{code}")).filter(|s| is_known_selector(s)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_carry_over() {
        let text = "failure-threshold: error\nformat: json\nignored: [DL3008, DL9999]\noverride:\n  error: [DL3008]\n\
                    trustedRegistries: [docker.io]\nlabel-schema: {author: text, built: rfc3339}\nstrict-labels: true\n\
                    no-fail: true\ndisable-ignore-pragma: true\nno-color: true\nverbose: false\n";
        let Settings { config, format, exit_zero } = settings(text).expect("a configuration");
        assert_eq!(config.fail_level, Severity::Error);
        assert_eq!(config.options.trusted_registries, ["docker.io"]);
        assert_eq!(config.options.label_schema["built"], LabelType::Rfc3339);
        assert!(config.options.strict_labels && exit_zero && !config.ignore_comments);
        assert_eq!(format, Format::Json);
        assert!(config.ignore.iter().all(|selector| selector == "hadolint:DL3008"));
    }

    #[test]
    fn empty_keys_and_repeated_codes() {
        let text = "ignored:\ntrustedRegistries:\nlabel-schema:\noverride:\n  info: [DL3057]\n  error: [DL3008]\n  style: [DL3008]\n  warning:\n";
        let Settings { config, .. } = settings(text).expect("a configuration");
        assert_eq!(config.severity["hadolint:DL3008"], Severity::Error);
        assert_eq!(config.extend_select, ["hadolint:DL3057"]);
        assert_eq!(config.fail_level, Severity::Info);
    }

    #[test]
    fn mistakes_are_placed() {
        let error = settings("ignore: [DL3008]\n").map(|s| s.config).expect_err("an error");
        assert!(error.starts_with("1:1: there is no key `ignore`; did you mean `ignored`?"), "{error}");
    }
}
