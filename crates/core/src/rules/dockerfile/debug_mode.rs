//! ENV that puts a program into the mode for debugging.

use crate::dockerfile::VariableKind;
use crate::model::{Build, debugging};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DL5053", category: Category::Security, check: Check::Dockerfile(check), ..Meta::DEFAULT };

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    if build.is_for_developers(&cx.project.workspace.file(cx.file).path) {
        return;
    }
    let Some(last) = build.facts().last() else { return };
    let lineage = || build.facts().lineage(last);
    for variable in lineage().flat_map(|stage| stage.environment.variables()) {
        let Some(raw) = variable.raw.as_ref().filter(|_| variable.kind == VariableKind::Env) else {
            continue;
        };
        let value = variable.value.as_deref().unwrap_or(raw);
        let in_effect = || lineage().find_map(|stage| stage.environment.last(&variable.name));
        if debugging::is_debug_mode(&variable.name, value)
            && in_effect().is_some_and(|last| last.instruction == variable.instruction)
        {
            let message = format!(
                "`{}={value}` makes the image run in a mode for development. Error pages then show source and settings, and everything is slower: set it where you develop, not in the image.",
                variable.name
            );
            cx.report(variable.name.whole().to(raw.whole()), message);
        }
    }
}
