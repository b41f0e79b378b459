//! A package manager of the system, run by another user than root.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::Call;

pub(super) const META: Meta = Meta {
    code: "DL5032",
    severity: Severity::Error,
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

const MANAGERS: [&str; 8] = ["apt", "apt-get", "apk", "yum", "dnf", "microdnf", "tdnf", "zypper"];

/// Commands that run another one as the same user.
const NEUTRAL: [&str; 5] = ["env", "time", "nice", "command", "exec"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs().filter(|run| !run.onbuild) {
        let user = build.facts().in_force(run.index).user.and_then(|user| build.file.instructions.get(user));
        let Some(instruction) = user else { continue };
        let InstructionKind::User(user) = &instruction.kind else { continue };
        let name = user.split(':').next().unwrap_or_default();
        if ["root", "0", "ContainerAdministrator"].contains(&name) || name.contains(['$', '"', '\'']) {
            continue;
        }
        if let Some(call) = run.calls.iter().find(|call| needs_root(call)) {
            cx.report(
                call.name_word.span,
                format!("`{}` runs as `{name}` here, and may not install anything. Put it before USER, or switch to root.", call.name()),
            )
            .related(user.whole(), "the user");
        }
    }
}

fn needs_root(call: &Call<'_, '_>) -> bool {
    let as_same_user =
        call.wrapper.is_none_or(|wrapper| NEUTRAL.iter().any(|name| wrapper.is(name))) && !call.in_string;
    let changes = ["install", "add", "update", "upgrade", "remove", "dist-upgrade"];
    as_same_user
        && call.is_any(&MANAGERS)
        && call.has_any_argument(&changes)
        && !call.has_any_flag(&["root", "installroot", "simulate", "s", "dry-run"])
}
