//! FROM with a variable that no ARG before it declares.

use crate::dockerfile::{PLATFORM_ARGS, expand};
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::suggest;

pub(super) const META: Meta = Meta {
    code: "BK007",
    category: Category::Correctness,
    aliases: &["buildkit:UndefinedArgInFrom"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    for stage in build.stages() {
        let from = stage.instructions.start.saturating_sub(1);
        let declared: Vec<&str> = facts.variables(from).map(|variable| variable.name.as_str()).collect();
        let platform = stage.instruction.flag_value("platform");
        for value in [Some(&stage.from.image), platform].into_iter().flatten() {
            for reference in expand::references(value, build.file.escape).0 {
                let name = value.get(reference.name.clone()).unwrap_or_default();
                if declared.contains(&name) || PLATFORM_ARGS.contains(&name) {
                    continue;
                }
                let known: Vec<&str> = declared.iter().copied().chain(PLATFORM_ARGS).collect();
                let mend = match suggest::nearest(name, &known) {
                    Some(near) => format!("Did you mean `{near}`?"),
                    None => format!("Put `ARG {name}=...` before the first FROM."),
                };
                cx.report(
                    value.span(reference.range),
                    format!("No ARG before the first FROM declares `{name}`, so it is empty here. {mend}"),
                );
            }
        }
    }
}
