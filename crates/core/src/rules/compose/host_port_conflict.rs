//! Two services that want the same port of the host.

use crate::compose::host_ports::{HostPortConflict, host_port_conflicts};
use crate::diagnostic::Severity;
use crate::project::Stack;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DC101",
    severity: Severity::Error,
    category: Category::Ports,
    aliases: &["dclint:no-duplicate-exported-ports"],
    check: Check::Stack(check),
    ..Meta::DEFAULT
};

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for conflict in host_port_conflicts(stack.view()) {
        let HostPortConflict { first, second, is_optional } = conflict;
        let found = cx.report_at(stack, second.place, message(&conflict));
        if first.place != second.place {
            let verb = if first.is_exposed { "exposed" } else { "published" };
            let (file, span) = stack.locate(first.place);
            found.related_in(file, span, format!("first {verb} by `{}` here", first.service.name.as_str()));
        }
        if is_optional {
            found.severity(Severity::Info);
        } else if first.is_exposed || second.is_exposed {
            // What is exposed need not be listened on.
            found.severity(Severity::Warning);
        }
    }
}

fn message(conflict: &HostPortConflict<'_>) -> String {
    let HostPortConflict { first, second, is_optional } = conflict;
    let (port, name) = (second.shown(first), first.service.name.as_str());
    let is_same_service = first.service.name.place == second.service.name.place;
    if first.place == second.place && is_same_service {
        return format!(
            "Host port {port} can be taken by one container only, and `{name}` runs in several. Publish a range, or put a proxy in front."
        );
    }
    if is_same_service {
        return format!(
            "`{name}` publishes host port {port} twice, so it cannot start. Give one of them another host port."
        );
    }
    if *is_optional {
        return format!(
            "Host port {port} belongs to `{name}` too; the two cannot run together, should someone ask for both profiles. Give one another host port."
        );
    }
    if first.is_exposed || second.is_exposed {
        return format!(
            "Host port {port} is wanted by `{name}` too, and one of them shares the host's network. Give one another port."
        );
    }
    format!(
        "Host port {port} is taken by `{name}` already, so only one of the two starts. Give one another host port."
    )
}
