//! What `docklint rules` prints: the list of rules.

use docklint_core::Severity;
use docklint_core::rules::{Category, FixSafety, Group, Rule};
use serde::Serialize;
use std::fmt::Write as _;

/// The rules as a JSON array and a newline.
#[must_use]
pub fn json<'a>(rules: impl IntoIterator<Item = &'a Rule>) -> String {
    let entries: Vec<Entry<'_>> = rules.into_iter().map(entry).collect();
    let mut out = serde_json::to_string(&entries).unwrap_or_default();
    out.push('\n');
    out
}

/// The rules as a table for people.
#[must_use]
pub fn text<'a>(rules: impl IntoIterator<Item = &'a Rule>) -> String {
    let rules: Vec<&Rule> = rules.into_iter().collect();
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let mut out = String::new();
    for rule in rules {
        let severity = rule.meta.severity.to_string();
        let _ = writeln!(out, "{:<7} {:<width$}  {severity:<7}  {}", rule.meta.code, rule.name, rule.summary);
    }
    out
}

/// One rule in the form of the JSON contract.
#[derive(Debug, Serialize)]
struct Entry<'a> {
    code: &'a str,
    name: &'a str,
    severity: Severity,
    category: Category,
    aliases: &'a [&'a str],
    fix: FixSafety,
    default: bool,
    summary: &'a str,
}

fn entry(rule: &Rule) -> Entry<'_> {
    Entry {
        code: rule.meta.code,
        name: rule.name,
        severity: rule.meta.severity,
        category: rule.meta.category,
        aliases: rule.meta.aliases,
        fix: rule.meta.fix,
        default: rule.meta.group == Group::Default,
        summary: rule.summary,
    }
}
