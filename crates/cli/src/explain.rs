//! `docklint explain`: a rule's page.

use crate::args::Explain;
use crate::config::unknown_rule;
use crate::{Failure, Status, output};
use docklint_core::rules::{self, Rule};

/// The page of each rule, by the rule's name.
static PAGES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/pages.rs"));

pub(crate) fn run(arguments: &Explain) -> Result<Status, Failure> {
    let asked = arguments.rule.as_str();
    let by_alias = || rules::all().find(|rule| rule.meta.aliases.contains(&asked));
    let rule = rules::find(asked).or_else(by_alias).ok_or_else(|| unknown_rule(asked))?;
    let page = PAGES.iter().find(|(name, _)| *name == rule.name).map(|(_, page)| *page).unwrap_or_default();
    output::print(&with_facts(rule, page))?;
    Ok(Status::Clean)
}

/// The page with the rule's code and severity under its title.
fn with_facts(rule: &Rule, page: &str) -> String {
    let (title, rest) = page.split_once('\n').unwrap_or((page, ""));
    let aliases = rule.meta.aliases.join(", ");
    let also = if aliases.is_empty() { String::new() } else { format!(", also known as {aliases}") };
    format!("{title} ({})\n\nSeverity {}{also}.\n{rest}", rule.meta.code, rule.meta.severity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_page() {
        for rule in rules::all() {
            assert!(PAGES.iter().any(|(name, _)| *name == rule.name), "{}", rule.name);
        }
    }
}
