//! A value of the environment that loses its form.

use crate::compose::ComposeFile;
use crate::compose::Value;
use crate::rules::{Check, FixSafety, Meta, Reporter};
use crate::text::Edit;
use crate::yaml::{Resolved, Style};

pub(super) const META: Meta =
    Meta { code: "DC508", fix: FixSafety::Safe, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        let own = ["environment", "labels", "annotations", "sysctls"]
            .into_iter()
            .filter_map(|key| service.get(key));
        let build = service.build().into_iter().flat_map(|build| [build.get("args"), build.get("labels")]);
        for map in own.chain(build.flatten()) {
            map.entries().iter().for_each(|entry| report(&entry.value, cx));
        }
    }
}

fn report(value: &Value<'_>, cx: &mut Reporter<'_>) {
    let Some(scalar) = value.as_scalar().filter(|scalar| scalar.style == Style::Plain) else { return };
    if matches!(scalar.resolved, Resolved::Text | Resolved::Null) || scalar.rendered() == scalar.source {
        return;
    }
    let message = format!(
        "`{}` is a number, a date or a boolean for YAML, and arrives in the container as `{}`. Quote it.",
        scalar.source,
        scalar.rendered()
    );
    cx.report(value.span(), message)
        .safe_fix("Quote the value", [Edit::replace(value.span(), format!("\"{}\"", scalar.source))]);
}
