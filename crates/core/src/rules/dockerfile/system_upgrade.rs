//! Upgrades of everything that the base image brought.

use crate::diagnostic::Severity;
use crate::model::Build;
use crate::rules::{Category, Check, Group, Meta, Reporter};
use crate::shell::{Argument, Call};

pub(super) const META: Meta = Meta {
    code: "DL5058",
    severity: Severity::Info,
    category: Category::Pins,
    group: Group::OptIn,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.runs().flat_map(|run| &run.calls) {
        if let Some(verb) = upgrade(call) {
            cx.report(
                verb.span(),
                "This upgrades whatever the base image brought to what is new on the day of the build. Take a newer base image instead, so that the image can be built again.",
            );
        }
    }
}

/// The word that makes the command upgrade all packages.
fn upgrade<'c, 's, 't>(call: &'c Call<'s, 't>) -> Option<&'c Argument<'s, 't>> {
    let mut operands = call.operands(&[
        "o",
        "t",
        "c",
        "x",
        "X",
        "p",
        "repository",
        "enablerepo",
        "disablerepo",
        "exclude",
        "setopt",
    ]);
    let verb = operands.next()?;
    let all: &[&str] = match call.name() {
        "apt" | "apt-get" | "aptitude" => &["upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade"],
        "yum" | "dnf" | "microdnf" | "dnf5" | "tdnf" => &["update", "upgrade", "distro-sync"],
        "apk" => &["upgrade"],
        "zypper" => &["update", "up"],
        _ => return None,
    };
    (all.contains(&verb.text.as_ref()) && operands.next().is_none()).then_some(verb)
}
