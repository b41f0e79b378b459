//! `build.target` that names no stage of the Dockerfile.

use crate::diagnostic::Severity;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};
use crate::suggest;
use crate::text::Span;

pub(super) const META: Meta =
    Meta { code: "PJ004", severity: Severity::Error, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services() {
        let Some(target) = service.build().and_then(|build| build.target()) else { continue };
        let Some((id, dockerfile)) = stack.dockerfile(cx.project, service) else { continue };
        let stages = &dockerfile.stages;
        // An empty target is that of a build without one.
        let is_open = target.is_empty() || !target.is_literal() || stages.stages.is_empty();
        if is_open || stages.find(target.as_str()).is_some() {
            continue;
        }
        let names: Vec<&str> = stages.stages.iter().filter_map(|stage| stage.name.as_deref()).collect();
        let mend = match (suggest::nearest(target.as_str(), &names), names.as_slice()) {
            (Some(near), _) => format!("Did you mean `{near}`?"),
            (None, []) => "None of its stages has a name: add one with `FROM ... AS name`.".to_owned(),
            (None, names) => format!("Its stages are `{}`.", names.join("`, `")),
        };
        let name = cx.project.workspace.file(id).name();
        let last = stages.last().and_then(|stage| dockerfile.instructions.get(stage.from));
        let place = last.map_or(Span::empty(0), |from| from.head);
        cx.report_at(
            stack,
            target.place(),
            format!("`{name}` has no stage `{target}`, so the build fails. {mend}"),
        )
        .related_in(id, place, "the last stage");
    }
}
