//! [`Config`]: which rules run, how severe they are, and their options. Plain data; the CLI reads it from `.docklint.yaml`.

use crate::diagnostic::Severity;
use crate::rules::{Category, Group, Rule};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
}

impl Config {
    /// Whether `rule` runs, and how severe its findings are where the configuration says so.
    #[must_use]
    pub fn enabled(&self, rule: &Rule) -> bool {
        let preset = match rule.meta.group {
            Group::Default => Some(0),
            Group::Strict if self.preset == Preset::Strict => Some(0),
            Group::Strict | Group::OptIn => None,
        };
        let base = match &self.select {
            Some(selectors) => strongest(selectors, rule),
            None => preset,
        };
        let selected = base.max(strongest(&self.extend_select, rule));
        selected.is_some_and(|by| strongest(&self.ignore, rule).is_none_or(|against| by > against))
    }

    /// The severity that the configuration gives to `rule`, by its most specific selector.
    #[must_use]
    pub fn configured_severity(&self, rule: &Rule) -> Option<Severity> {
        let fitting = self.severity.iter().filter_map(|(s, severity)| Some((strength(s, rule)?, severity)));
        fitting.max_by_key(|(strength, _)| *strength).map(|(_, severity)| *severity)
    }
}

/// The strength of the strongest of `selectors` that fits.
fn strongest(selectors: &[String], rule: &Rule) -> Option<usize> {
    selectors.iter().filter_map(|s| strength(s, rule)).max()
}

/// How specifically `selector` names `rule`; `None` where it does not. `ALL` is 1, a category 2, the beginning of a code 2 and
/// its length, the whole code, a name or an alias the most.
#[must_use]
pub fn strength(selector: &str, rule: &Rule) -> Option<usize> {
    let code = rule.meta.code;
    if selector == "ALL" {
        Some(1)
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
