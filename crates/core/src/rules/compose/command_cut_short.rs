//! A command of which Compose drops the rest.

use crate::compose::Command;
use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC501", severity: Severity::Error, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        for command in service.command().into_iter().chain(service.entrypoint()) {
            let Command::Line(line) = command else { continue };
            let Ok(words) = Command::split(line) else { continue };
            let Some(dropped) = words.dropped else { continue };
            let rest = dropped.of(line.as_str()).trim_end();
            let message = format!(
                "No shell runs this, and Compose drops everything from `{}` on without a word. Write `sh -c \"...\"` around it.",
                rest.chars().take(20).collect::<String>()
            );
            cx.report(line.span_of(dropped.range()), message);
        }
    }
}
