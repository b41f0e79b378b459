//! Ignore comments: silences findings, and reports ignore comments that name no rule or silence nothing.
//!
//! Rules never see any of this. Beside docklint's own comments, those of hadolint, BuildKit, dclint and dotenv-linter count, for
//! the rules that carry the tool's name for its check as an alias.

mod comment;
mod pragma;
#[cfg(test)]
mod tests;

use crate::config::{Config, is_known_selector, strength};
use crate::diagnostic::Diagnostic;
use crate::project::Project;
use crate::rules::{self, Reporter, Rule};
use crate::suggest;
use crate::text::{Edit, Span};
use crate::workspace::FileId;
use pragma::{Dialect, Pragma};

/// The names of the rules that are about ignore comments themselves.
const UNKNOWN_RULE: &str = "unknown-rule-in-ignore";
const UNUSED: &str = "unused-ignore";

/// Takes the silenced findings out of `found`, and adds what there is to say about the ignore comments. Also gives how many were
/// silenced.
pub(crate) fn apply(
    project: &Project<'_>,
    config: &Config,
    active: &[&'static Rule],
    mut found: Vec<Diagnostic>,
) -> (Vec<Diagnostic>, usize) {
    let linted = project.workspace.files().filter(|(_, file)| file.lint);
    let mut pragmas: Vec<(FileId, Vec<Pragma<'_>>)> = linted
        .map(|(id, file)| (id, pragma::find(&file.text, &project.file(id).tree)))
        .filter(|(_, pragmas)| !pragmas.is_empty())
        .collect();
    let before = found.len();
    found.retain(|diagnostic| !silence(diagnostic, &mut pragmas));
    let silenced = before - found.len();
    for (file, pragmas) in &pragmas {
        for pragma in pragmas.iter().filter(|p| p.dialect == Dialect::Docklint) {
            if let Some(rule) = active.iter().find(|rule| rule.name == UNKNOWN_RULE) {
                found.extend(unknown_rules(pragma, Reporter::new(project, &config.options, *file, rule)));
            }
            if let Some(rule) = active.iter().find(|rule| rule.name == UNUSED) {
                let cx = Reporter::new(project, &config.options, *file, rule);
                found.extend(unused(pragma, active, cx));
            }
        }
    }
    found.retain(|diagnostic| !is_about_pragmas(diagnostic) || !silence(diagnostic, &mut pragmas));
    (found, silenced)
}

fn is_about_pragmas(diagnostic: &Diagnostic) -> bool {
    [UNKNOWN_RULE, UNUSED].contains(&diagnostic.rule)
}

/// Whether an ignore comment of its file silences `diagnostic`; the comment remembers it.
fn silence(diagnostic: &Diagnostic, pragmas: &mut [(FileId, Vec<Pragma<'_>>)]) -> bool {
    // The files come in their order.
    let found = pragmas.binary_search_by_key(&diagnostic.file, |(file, _)| *file);
    let Some((_, pragmas)) = found.ok().and_then(|at| pragmas.get_mut(at)) else { return false };
    let Some(rule) = rules::find(diagnostic.code) else { return false };
    // Each comment that fits is in use, not only the first.
    pragmas.iter_mut().filter_map(|pragma| pragma.silences(rule, diagnostic.span).then_some(())).count() > 0
}

/// Reports the names in `pragma` that no rule has.
fn unknown_rules(pragma: &Pragma<'_>, mut cx: Reporter<'_>) -> Vec<Diagnostic> {
    for code in pragma.codes.iter().filter(|code| !is_known_selector(code.name)) {
        let names: Vec<&str> = rules::all().flat_map(|rule| [rule.meta.code, rule.name]).collect();
        let hint = suggest::hint(code.name, &names, "");
        let message = format!("No rule is called `{}`, so it silences nothing here{hint}.", code.name);
        cx.report(code.span, message);
    }
    cx.into_findings()
}

/// Reports what of `pragma` silences nothing, although the rules that it names ran.
fn unused(pragma: &Pragma<'_>, active: &[&'static Rule], mut cx: Reporter<'_>) -> Vec<Diagnostic> {
    let names_active = |name: &str| active.iter().any(|rule| strength(name, rule).is_some());
    let names_pragma_rule = |name: &str| {
        [UNKNOWN_RULE, UNUSED]
            .iter()
            .filter_map(|r| rules::find(r))
            .any(|rule| strength(name, rule).is_some())
    };
    let idle: Vec<usize> = (0..)
        .zip(&pragma.codes)
        .filter(|(_, code)| !code.used && names_active(code.name) && !names_pragma_rule(code.name))
        .map(|(at, _)| at)
        .collect();
    if idle.len() == pragma.codes.len() && !pragma.used {
        let what = match pragma.codes.as_slice() {
            [] => "It silences nothing".to_owned(),
            codes => {
                format!("Nothing is found here that {} would silence", names(codes.iter().map(|c| c.name)))
            }
        };
        let removal = removal(cx.source(), pragma.span);
        cx.report(pragma.span, format!("{what}, so this comment hides only what comes later. Remove it."))
            .safe_fix("Remove the comment", [Edit::delete(removal)]);
    } else {
        for at in idle {
            let Some(code) = pragma.codes.get(at) else { continue };
            let message =
                format!("Nothing is found here that `{}` would silence. Remove it from the list.", code.name);
            cx.report(code.span, message)
                .safe_fix(format!("Remove `{}`", code.name), [Edit::delete(pragma.without(at))]);
        }
    }
    cx.into_findings()
}

/// `A`, `B` as a list in code style.
fn names<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// What goes with a comment: its whole line, or the white space before it where something else stands on the line.
fn removal(source: &str, comment: Span) -> Span {
    let before = source.get(..comment.range().start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let kept = line.trim_end_matches([' ', '\t']);
    if !kept.trim_start_matches('\u{feff}').is_empty() {
        return Span::new(before.len() - (line.len() - kept.len()), comment.range().end);
    }
    let after = source.get(comment.range().end..).unwrap_or_default();
    let line_end = after.find('\n').map_or(after.len(), |at| at + 1);
    Span::new(before.len() - (line.len() - kept.len()), comment.range().end + line_end)
}
