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
    ignored: Vec<String>,
    #[serde(rename = "override")]
    severities: Override,
    #[serde(alias = "trustedRegistries")]
    trusted_registries: Vec<String>,
    #[serde(alias = "allowedRegistries")]
    allowed_registries: Vec<String>,
    label_schema: BTreeMap<String, LabelType>,
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
    error: Vec<String>,
    warning: Vec<String>,
    info: Vec<String>,
    style: Vec<String>,
}

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
        Some(Threshold::Info) => Severity::Info,
        Some(Threshold::Style | Threshold::Ignore | Threshold::None) => Severity::Style,
        Some(Threshold::Warning) | None => Severity::Warning,
    };
    let Override { error, warning, info, style } = file.severities;
    let severities = [
        (error, Severity::Error),
        (warning, Severity::Warning),
        (info, Severity::Info),
        (style, Severity::Style),
    ];
    let severity = severities
        .into_iter()
        .flat_map(|(codes, severity)| selectors(codes).into_iter().map(move |code| (code, severity)))
        .collect();
    let mut registries = file.trusted_registries;
    registries.extend(file.allowed_registries);
    let config = Config {
        ignore: selectors(file.ignored),
        severity,
        fail_level: level,
        ignore_comments: !file.disable_ignore_pragma,
        options: Options {
            trusted_registries: registries,
            label_schema: file.label_schema,
            strict_labels: file.strict_labels,
        },
        ..Config::default()
    };
    let format = match file.format.as_deref() {
        Some("json") => Format::Json,
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
    fn mistakes_are_placed() {
        let error = settings("ignore: [DL3008]\n").map(|s| s.config).expect_err("an error");
        assert!(error.starts_with("1:1: there is no key `ignore`; did you mean `ignored`?"), "{error}");
    }
}
