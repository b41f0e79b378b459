//! [`Config`]: which rules run, how severe they are, and their options. Plain data; the CLI reads it from `.docklint.yaml`.

use crate::diagnostic::Severity;
use crate::rules::{self, Category, Group, Rule};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a project's configuration file is called; the first that is there counts.
pub const FILE_NAMES: [&str; 2] = [".docklint.yaml", ".docklint.yml"];

/// A named starting point for the set of rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// The rules that are on by default.
    #[default]
    Default,
    /// Also those that nearly every real file fails.
    Strict,
    /// hadolint's findings exactly as hadolint makes them, for teams that move over.
    Hadolint,
}

/// The configuration of one run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Config {
    /// The starting point.
    pub preset: Preset,
    /// Selectors of the rules to run instead of the preset's: `ALL`, a code or the beginning of one (`DL3`), a name, an alias
    /// (`hadolint:DL3006`) or a category (`secrets`).
    pub select: Option<Vec<String>>,
    /// Selectors of rules to run beside those.
    pub extend_select: Vec<String>,
    /// Selectors of rules not to run. The more specific selector wins; of two equally specific ones, this one.
    pub ignore: Vec<String>,
    /// Other severities: selector to severity.
    pub severity: BTreeMap<String, Severity>,
    /// Rules not to run in some files: pattern as in .gitignore to selectors.
    pub per_file_ignores: BTreeMap<String, Vec<String>>,
    /// The least severity that makes a run fail.
    pub fail_level: Severity,
    /// Patterns, as in .gitignore, of files that a walk leaves out.
    pub exclude: Vec<String>,
    /// Whether ignore comments in the files count.
    pub ignore_comments: bool,
    /// Compose files that run together, by the name of the set: what would be given to Compose with `-f`, in that order. They are
    /// linted together in addition to the sets that Compose finds by itself. Paths count from the project's folder.
    pub stacks: BTreeMap<String, Vec<String>>,
    /// What single rules ask for.
    pub options: Options,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            preset: Preset::Default,
            select: None,
            extend_select: Vec::new(),
            ignore: Vec::new(),
            severity: BTreeMap::new(),
            per_file_ignores: BTreeMap::new(),
            fail_level: Severity::Warning,
            exclude: Vec::new(),
            ignore_comments: true,
            stacks: BTreeMap::new(),
            options: Options::default(),
        }
    }
}

/// Options of single rules. A rule's page says which of them it reads.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Options {
    /// Registries that images may come from; empty means any. `*` at either end matches anything.
    pub trusted_registries: Vec<String>,
    /// Which labels an image is to carry, and what their values are to be.
    pub label_schema: BTreeMap<String, LabelType>,
    /// Whether an image may carry labels of the schema only.
    pub strict_labels: bool,
}

/// What the value of a label is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LabelType {
    /// Anything.
    Text,
    /// A web address.
    Url,
    /// A semantic version.
    Semver,
    /// A Git commit's hash.
    Hash,
    /// Date and time as RFC 3339 writes them.
    Rfc3339,
    /// One identifier of the SPDX licence list.
    Spdx,
    /// An e-mail address.
    Email,
}

impl Config {
    /// Whether `rule` runs, and how severe its findings are where the configuration says so.
    #[must_use]
    pub fn enabled(&self, rule: &Rule) -> bool {
        let group = rule.meta.group;
        let in_preset = match self.preset {
            Preset::Default => group == Group::Default,
            Preset::Strict => matches!(group, Group::Default | Group::Strict),
            Preset::Hadolint => group != Group::Explicit && rule.has_alias_of("hadolint"),
        };
        let preset = in_preset.then_some(0);
        let base = match &self.select {
            Some(selectors) => strongest(selectors, rule),
            None => preset,
        };
        let selected = base.max(strongest(&self.extend_select, rule));
        selected.is_some_and(|by| strongest(&self.ignore, rule).is_none_or(|against| by > against))
    }

    /// The first selector that names no rule.
    #[must_use]
    pub fn unknown_selector(&self) -> Option<&str> {
        let lists = self.select.iter().chain([&self.extend_select, &self.ignore]);
        let mut named = lists.chain(self.per_file_ignores.values()).flatten().chain(self.severity.keys());
        named.find(|selector| !is_known_selector(selector)).map(String::as_str)
    }

    /// The severity that the configuration gives to `rule`, by its most specific selector.
    #[must_use]
    pub fn configured_severity(&self, rule: &Rule) -> Option<Severity> {
        let fitting = self.severity.iter().filter_map(|(s, severity)| Some((strength(s, rule)?, severity)));
        fitting.max_by_key(|(strength, _)| *strength).map(|(_, severity)| *severity)
    }
}

/// The strength of the strongest of `selectors` that fits.
pub(crate) fn strongest(selectors: &[String], rule: &Rule) -> Option<usize> {
    selectors.iter().filter_map(|s| strength(s, rule)).max()
}

/// How specifically `selector` names `rule`; `None` where it does not. `ALL` is 1, a category 2, the beginning of a code 2 and
/// its length, the whole code, a name or an alias the most.
#[must_use]
pub fn strength(selector: &str, rule: &Rule) -> Option<usize> {
    let code = rule.meta.code;
    if selector == "ALL" {
        (rule.meta.group != Group::Explicit).then_some(1)
    } else if selector == rule.name
        || selector.eq_ignore_ascii_case(code)
        || rule.meta.aliases.contains(&selector)
    {
        Some(usize::MAX)
    } else if category_name(rule.meta.category) == selector {
        Some(2)
    } else if selector.len() >= 2
        && code.get(..selector.len()).is_some_and(|c| c.eq_ignore_ascii_case(selector))
    {
        Some(2 + selector.len())
    } else {
        None
    }
}

fn category_name(category: Category) -> &'static str {
    match category {
        Category::Secrets => "secrets",
        Category::Pins => "pins",
        Category::Ports => "ports",
        Category::Correctness => "correctness",
        Category::Security => "security",
        Category::Size => "size",
        Category::Style => "style",
        Category::Shell => "shell",
    }
}

/// The categories of rules, as selectors name them.
pub const CATEGORIES: [&str; 8] =
    ["secrets", "pins", "ports", "correctness", "security", "size", "style", "shell"];

/// Whether `selector` names any rule at all.
#[must_use]
pub fn is_known_selector(selector: &str) -> bool {
    selector == "ALL"
        || CATEGORIES.contains(&selector)
        || rules::all().any(|r| strength(selector, r).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(code: &str) -> &'static Rule {
        rules::find(code).expect("a rule with this code")
    }

    #[test]
    fn the_more_specific_selector_wins() {
        let config = |select: &[&str], ignore: &[&str]| Config {
            select: Some(select.iter().map(|s| (*s).to_owned()).collect()),
            ignore: ignore.iter().map(|s| (*s).to_owned()).collect(),
            ..Config::default()
        };
        let rule = rule("EV002");
        assert!(config(&["ALL"], &[]).enabled(rule));
        assert!(!config(&["ALL"], &["EV"]).enabled(rule));
        assert!(config(&["EV002"], &["EV"]).enabled(rule));
        assert!(config(&["EV00"], &["EV"]).enabled(rule));
        assert!(!config(&["EV"], &["missing-final-newline"]).enabled(rule));
        assert!(!config(&["EV002"], &["dotenv:EndingBlankLine"]).enabled(rule));
        assert!(!config(&["DL"], &[]).enabled(rule));
    }

    #[test]
    fn the_more_specific_severity_wins() {
        let severity = [("ALL", Severity::Error), ("EV", Severity::Info), ("style", Severity::Warning)];
        let severity = severity.map(|(s, severity)| (s.to_owned(), severity)).into();
        let config = Config { severity, ..Config::default() };
        assert_eq!(config.configured_severity(rule("EV002")), Some(Severity::Info));
    }

    #[test]
    fn knows_what_selectors_can_say() {
        for known in ["ALL", "secrets", "EV", "ev002", "missing-final-newline", "dotenv:EndingBlankLine"] {
            assert!(is_known_selector(known), "{known}");
        }
        for unknown in ["", "E", "XX1", "EV002x", "all", "missing-final"] {
            assert!(!is_known_selector(unknown), "{unknown}");
        }
    }
}
