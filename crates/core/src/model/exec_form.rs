//! A command in shell form, written in JSON form.

use super::Step;
use crate::shell::CommandKind;

/// Commands that only a shell can run.
const BUILTINS: [&str; 26] = [
    ".", ":", "alias", "bg", "break", "builtin", "cd", "command", "continue", "declare", "eval", "exec",
    "exit", "export", "fg", "jobs", "local", "read", "readonly", "set", "shift", "source", "trap", "ulimit",
    "unset", "wait",
];

/// The JSON array that does the same without a shell; `None` where the shell is needed: for variables, patterns, pipes.
pub(crate) fn of(step: &Step<'_, '_>) -> Option<String> {
    let [and_or] = step.script.body.items.as_slice() else { return None };
    let [pipeline] = and_or.pipelines.as_slice() else { return None };
    let [command] = pipeline.commands.as_slice() else { return None };
    let CommandKind::Simple(simple) = &command.kind else { return None };
    let plain = step.script.failure.is_none()
        && step.script.comments.is_empty()
        && !and_or.background
        && pipeline.bang.is_none()
        && pipeline.time.is_none()
        && simple.assignments.is_empty()
        && simple.redirects.is_empty();
    let words = match simple.words.as_slice() {
        [exec, rest @ ..] if exec.is("exec") && !rest.is_empty() => rest,
        words => words,
    };
    let builtin =
        words.first().and_then(|name| name.literal()).is_some_and(|name| BUILTINS.contains(&name.as_ref()));
    if !plain
        || builtin
        || words.is_empty()
        || words.iter().any(|word| word.may_be_several() || is_tilde(word))
    {
        return None;
    }
    let words: Option<Vec<String>> = words.iter().map(|word| Some(word.literal()?.into_owned())).collect();
    let quoted =
        words?.into_iter().map(|word| serde_json::to_string(&word)).collect::<Result<Vec<_>, _>>().ok()?;
    Some(format!("[{}]", quoted.join(", ")))
}

fn is_tilde(word: &crate::shell::Word<'_>) -> bool {
    word.literal().is_some_and(|text| text.starts_with('~'))
}
