//! A variable that whoever runs Compose has in the shell already.

use crate::dotenv::Dotenv;
use crate::project::session;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "EV032", category: Category::Correctness, check: Check::Dotenv(check), ..Meta::DEFAULT };

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let (project, file) = (cx.project, cx.project.workspace.file(cx.file));
    // Only the values of this file stand behind those of the shell; a container gets what its `env_file` says.
    if file.name() != ".env" || !dotenv.entries().any(|entry| session::sets(entry.key.value)) {
        return;
    }
    let beside = project.stacks.iter().filter(|stack| stack.folder(project.workspace) == file.folder());
    let uses: Vec<_> = beside.map(|stack| stack.variables(project)).collect();
    for entry in dotenv.entries().filter(|entry| entry.separator.is_some()) {
        let key = entry.key.value;
        let Some(place) = uses.iter().find_map(|uses| uses.get(key)).filter(|_| session::sets(key)) else {
            continue;
        };
        let whose = if session::sets_everywhere(key) { "Every shell" } else { "Many a shell" };
        let message = format!(
            "{whose} has `{key}` already, and that value wins over this one. Choose a name of the project's own, such as `APP_{key}`."
        );
        cx.report(entry.key.span, message).related_in(place.0, place.1, "it is used here");
    }
}
