//! `docklint explain`: the page of a rule, or of all rules that another linter has under one name.

use crate::args::Explain;
use crate::config::unknown_rule;
use crate::{Failure, Status, output};
use docklint_core::rules::{self, Rule};

/// The page of each rule, by the rule's name.
static PAGES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/pages.rs"));

pub(crate) fn run(arguments: &Explain) -> Result<Status, Failure> {
    let asked = arguments.rule.as_str();
    let by_alias = rules::all().filter(|rule| rule.meta.aliases.contains(&asked));
    let rules: Vec<&Rule> = rules::find(asked).map_or_else(|| by_alias.collect(), |rule| vec![rule]);
    if rules.is_empty() {
        return Err(unknown_rule(asked));
    }
    let pages: Vec<String> = rules.into_iter().map(page).collect();
    output::print(&pages.join("\n"))?;
    Ok(Status::Clean)
}

/// The rule's page, with code and severity under its title.
fn page(rule: &Rule) -> String {
    let page = PAGES.iter().find(|(name, _)| *name == rule.name).map_or("", |(_, page)| *page);
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
