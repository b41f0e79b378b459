//! A variable without value in `environment`, which takes away the one of `env_file`.

use crate::compose::PairValue;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};
use crate::workspace::join;

pub(super) const META: Meta = Meta { code: "PJ003", check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let workspace = cx.project.workspace;
    let env = join(stack.folder(workspace), ".env");
    // A .env file that is there and was not read may have the value.
    if env.is_none_or(|env| workspace.find(&env).is_none() && workspace.exists(&env) != Some(false)) {
        return;
    }
    for service in stack.view().services() {
        let files = stack.env_files(cx.project, service);
        for pair in service.environment() {
            let name = pair.key.as_str();
            if !matches!(pair.value, PairValue::Inherited) || stack.environment.variables.contains_key(name) {
                continue;
            }
            let hidden = files.iter().rev().find_map(|(id, dotenv)| {
                let entry =
                    dotenv.entries().find(|entry| entry.key.value == name && entry.value.is_some())?;
                Some((*id, entry.key.span))
            });
            let Some((id, span)) = hidden.filter(|_| !stack.is_set_above(cx.project, name)) else { continue };
            let message = format!(
                "`{name}` without a value takes the shell's, or is unset; that of `{}` never counts. Delete this line.",
                workspace.file(id).path
            );
            cx.report_at(stack, pair.key.place(), message).related_in(id, span, "this value is not used");
        }
    }
}
