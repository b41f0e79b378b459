//! A variable in a compose file that nothing gives a value.

use crate::diagnostic::Severity;
use crate::project::{Stack, Tree, Unset, UnsetReason};
use crate::rules::{Check, FixSafety, Meta, Reporter};
use crate::suggest;
use crate::text::Edit;
use std::collections::HashMap;

pub(super) const META: Meta =
    Meta { code: "PJ001", fix: FixSafety::Unsafe, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let mut reported: HashMap<String, usize> = HashMap::new();
    let uses = stack.unset_variables(cx.project);
    for (index, unset) in uses.iter().enumerate() {
        // A value would mend all uses at once, while each command has to be written anew.
        let mends_all = matches!(unset.reason, UnsetReason::NotInEnv(_) | UnsetReason::NotInExample(_));
        if mends_all && *reported.entry(unset.name.clone()).or_insert(index) != index {
            continue;
        }
        // One is enough to say that nothing explains the variables of the file.
        let is_nowhere = unset.reason == UnsetReason::Nowhere;
        if is_nowhere && uses.iter().take(index).any(|other| other.reason == unset.reason) {
            continue;
        }
        let message = message(stack, unset, cx);
        let found = cx.report_in(unset.file, unset.span, message);
        if is_nowhere {
            found.severity(Severity::Info);
            continue;
        }
        if let UnsetReason::OfContainer(file, span) | UnsetReason::OfEnvFile(file, span) = unset.reason {
            found.related_in(file, span, "set here, for the container alone");
        }
        if mends_all {
            for again in uses.iter().skip(index + 1).filter(|other| other.name == unset.name) {
                found.related_in(again.file, again.span, "used here too");
            }
        } else if unset.in_shell {
            let edit = Edit::insert(unset.dollar.start, "$");
            found.unsafe_fix("Leave it to the container's shell with `$$`", [edit]);
        }
    }
}

fn message(stack: &Stack<'_>, unset: &Unset, cx: &Reporter<'_>) -> String {
    let name = unset.name.as_str();
    let for_shell =
        format!("Write `$$` before the name so that the shell in the container expands `{name}`.");
    let in_file = |id| cx.project.workspace.file(id).name();
    match unset.reason {
        UnsetReason::OfShell => {
            format!("Compose replaces `{name}` by nothing before any shell sees it. {for_shell}")
        }
        UnsetReason::OfContainer(..) | UnsetReason::OfEnvFile(..) => {
            let place = match unset.reason {
                UnsetReason::OfEnvFile(id, _) => format!("`{}`", in_file(id)),
                _ => "`environment`".to_owned(),
            };
            let mend = if unset.in_shell { for_shell } else { "Set it in `.env`.".to_owned() };
            format!(
                "`{name}` is empty here: {place} sets it for the container only. Compose itself takes variables from the shell and from `.env`. {mend}"
            )
        }
        UnsetReason::NotInEnv(env) => {
            let keys: Vec<&str> = stack.environment.variables.keys().map(String::as_str).collect();
            let mend = match (near(name, &keys), example_with(name, env, cx)) {
                (Some(near), _) => format!("Did you mean `{near}`?"),
                (None, Some(example)) => format!("`{example}` has it: copy it from there."),
                (None, None) => {
                    format!(
                        "Add it there, or give it a default: `${{{name}:-...}}`, or `${{{name}:?}}` to demand it."
                    )
                }
            };
            format!("`{name}` is empty here, since `{}` does not set it. {mend}", in_file(env))
        }
        UnsetReason::Nowhere => format!(
            "`{name}` is empty for whoever does not know of it: the project has neither a `.env` nor an example of one. Add a `.env.example`, or give the variables defaults."
        ),
        UnsetReason::NotInExample(example) => format!(
            "`{name}` is empty for whoever starts from `{}`, which lacks it. Add it there, or give it a default.",
            in_file(example)
        ),
    }
}

/// A variable with nearly the same name, or with one that goes on or stops short: `DB_PASS` and `DB_PASSWORD`.
fn near<'k>(name: &str, keys: &[&'k str]) -> Option<&'k str> {
    let goes_on =
        |key: &&&str| name.len().min(key.len()) > 4 && (key.starts_with(name) || name.starts_with(**key));
    suggest::nearest(name, keys).or_else(|| keys.iter().find(goes_on).copied())
}

/// The example beside the .env file `env` that has `name`.
fn example_with<'p>(name: &str, env: crate::FileId, cx: &Reporter<'p>) -> Option<&'p str> {
    let folder = cx.project.workspace.file(env).folder();
    let mut files = cx.project.workspace.files().filter(|(id, file)| *id != env && file.folder() == folder);
    let (_, file) = files.find(|(id, _)| match &cx.project.file(*id).tree {
        Tree::Dotenv(dotenv) => dotenv.entries().any(|entry| entry.key.value == name),
        _ => false,
    })?;
    Some(file.name())
}
