//! A container with all rights on the host.

use crate::compose::ComposeFile;
use crate::compose::Value;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC401",
    severity: Severity::Error,
    category: Category::Security,
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        let hooks = ["pre_start", "post_start", "pre_stop"].into_iter().filter_map(|key| service.get(key));
        let hooks = hooks.flat_map(|hooks| hooks.items()).filter_map(|hook| hook.get("privileged"));
        let build = service.value.at(&["build", "privileged"]);
        for value in service.get("privileged").into_iter().chain(build).chain(hooks) {
            if Value::as_bool(value) == Some(true) {
                cx.report(
                    value.span(),
                    "A privileged container holds every capability and every device of the host, so leaving it is trivial. Grant the one capability or device that it needs.",
                );
            }
        }
    }
}
