//! A stage that ends with USER root.

use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3002",
    category: Category::Security,
    aliases: &["hadolint:DL3002"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        let users = build.instructions_of(stage).filter_map(|instruction| match &instruction.kind {
            InstructionKind::User(user) => Some(user),
            _ => None,
        });
        let Some(user) = users.last() else { continue };
        let name = user.split(':').next().unwrap_or_default();
        if name == "root" || name == "0" {
            cx.report(
                user.whole(),
                "The stage ends as root. Switch to an ordinary user once everything is installed.",
            );
        }
    }
}
