//! `'$x'`: nothing is expanded between single quotes.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Facts, PartFact, PartKind, Simple};

pub(super) const META: Meta = Meta {
    code: "SC2016",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2016"],
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

/// Commands whose arguments are programs, templates or patterns with dollar signs of their own.
const EXEMPT: [&str; 19] = [
    "trap",
    "sh",
    "bash",
    "ksh",
    "zsh",
    "ssh",
    "eval",
    "xprop",
    "alias",
    "sudo",
    "doas",
    "run0",
    "docker",
    "podman",
    "oc",
    "dpkg-query",
    "jq",
    "rename",
    "rg",
];
const PROMPTS: [&str; 5] = ["PS1", "PS2", "PS3", "PS4", "PROMPT_COMMAND"];

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.parts {
        let PartKind::Single(text) = &fact.part.kind else { continue };
        if !looks_expanded(text) || is_meant(facts, fact, text) {
            continue;
        }
        cx.report(
            fact.part.span,
            "Nothing is expanded between single quotes: this stays as it is written. Use double quotes if it should be expanded.",
        );
    }
}

/// Whether the text has `$x`, `${`, `$(` or a pair of backticks.
fn looks_expanded(text: &str) -> bool {
    let begins = |c: char| c == '{' || c == '(' || c == '_' || c.is_ascii_alphanumeric();
    let dollar = text.split('$').skip(1).any(|rest| rest.starts_with(begins));
    let backticks = text.split('`').enumerate().any(|(index, piece)| index % 2 == 1 && !piece.is_empty());
    dollar || backticks && text.matches('`').count() > 1
}

fn is_meant(facts: &Facts<'_, '_>, fact: &PartFact<'_, '_>, text: &str) -> bool {
    let Some(simple) = facts.command_of(fact.command) else { return false };
    let prompt = simple.assignments.iter().find(|assignment| assignment.value.span.contains(fact.part.span));
    if prompt.is_some_and(|assignment| PROMPTS.contains(&assignment.name.value.as_ref())) {
        return true;
    }
    let Some(name) = command_name(simple, fact) else { return false };
    match name.as_str() {
        "sed" => is_sed_address(text),
        "git" => simple.words.get(1).is_some_and(|word| word.is("filter-branch")),
        name => EXEMPT.contains(&name) || name.ends_with("awk") || name.starts_with("perl"),
    }
}

/// The command that gets the text; for find, the one after the last -exec before it.
fn command_name(simple: &Simple<'_>, fact: &PartFact<'_, '_>) -> Option<String> {
    let name = simple.inner_name()?;
    if name != "find" {
        return Some(name.into_owned());
    }
    let before = simple.words.iter().take_while(|word| word.span.end <= fact.part.span.start);
    let before: Vec<_> = before.collect();
    let exec = before.iter().rposition(|word| word.is("-exec") || word.is("-execdir"));
    let word = exec.and_then(|at| before.get(at + 1)).and_then(|word| word.literal());
    Some(word.map_or_else(|| name.into_owned(), |word| crate::shell::basename(&word).to_owned()))
}

/// `$` as the last line, `$d`, `$!N`: sed's own dollar.
fn is_sed_address(text: &str) -> bool {
    text.split('$').skip(1).any(|rest| {
        let mut chars = rest.chars();
        chars.next().is_some_and(|c| "{dpsaic".contains(c))
            && !chars.next().is_some_and(|c| c.is_ascii_alphabetic())
    })
}
