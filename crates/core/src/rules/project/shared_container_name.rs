//! A `container_name` that two services get from one place.

use crate::compose::Place;
use crate::diagnostic::Severity;
use crate::project::Stack;
use crate::rules::{Check, Meta, Reporter};
use std::collections::HashMap;

pub(super) const META: Meta =
    Meta { code: "PJ015", severity: Severity::Error, check: Check::Stack(check), ..Meta::DEFAULT };

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let mut first: HashMap<Place, &str> = HashMap::new();
    let view = stack.view();
    for service in view.services() {
        let Some(name) = service.container_name().filter(|name| name.is_literal() && !name.is_empty()) else {
            continue;
        };
        let own = service.name.as_str();
        let Some(other) = first.get(&name.place()) else {
            first.insert(name.place(), own);
            continue;
        };
        let message = format!(
            "`{own}` inherits the container name `{name}`, which `{other}` has too. Two containers cannot share it. Give it a `container_name` of its own, or take the name out of what both share."
        );
        let (file, span) = stack.locate(name.place());
        cx.report_at(stack, service.name.place, message).related_in(file, span, "the name that both get");
    }
}
