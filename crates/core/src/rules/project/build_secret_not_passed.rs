//! RUN with a secret that no service passes to the build.

use crate::compose::{Text, Value};
use crate::diagnostic::Severity;
use crate::dockerfile::{InstructionKind, MountKey, MountKind};
use crate::project::{Builder, Project, Tree, build_places};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::suggest;

pub(super) const META: Meta =
    Meta { code: "PJ017", category: Category::Correctness, check: Check::Project(check), ..Meta::DEFAULT };

fn check(project: &Project<'_>, cx: &mut Reporter<'_>) {
    for (id, builders) in project.builders() {
        let Tree::Dockerfile(dockerfile) = &project.file(id).tree else { continue };
        let passed: Vec<&str> = builders.iter().flat_map(passed).collect();
        for instruction in &dockerfile.instructions {
            let InstructionKind::Run(run) = &instruction.kind else { continue };
            for mount in run.mounts.iter().filter(|mount| mount.kind == MountKind::Secret) {
                let Some(secret) = mount.value(MountKey::Id).filter(|secret| !secret.contains('$')) else {
                    continue;
                };
                if passed.contains(&secret.as_str()) {
                    continue;
                }
                let is_required = mount.fields.iter().any(|field| {
                    field.key == MountKey::Required
                        && field.value.as_ref().is_none_or(|value| **value == *"true")
                });
                let (then, severity) = match is_required {
                    true => ("so the build fails", Severity::Error),
                    false => ("so the step runs without it", Severity::Warning),
                };
                let mend = match suggest::nearest(secret, &passed) {
                    Some(near) => format!("Did you mean `{near}`?"),
                    None => "Add it to `secrets` of the build.".to_owned(),
                };
                let message = format!(
                    "No service passes the secret `{}` to the build, {then}. {mend}",
                    secret.as_str()
                );
                let found = cx.report_in(id, secret.whole(), message);
                found.severity(severity);
                for (file, span) in build_places(&builders) {
                    found.related_in(file, span, "built here");
                }
            }
        }
    }
}

/// The secrets that a service passes, by the names that the Dockerfile knows them by.
fn passed<'s>(builder: &Builder<'s, '_>) -> Vec<&'s str> {
    let name = |value: &'s Value<'s>, source: Text<'s>| value.text("target").unwrap_or(source).as_str();
    builder.build.secrets().into_iter().map(|secret| name(secret.value, secret.source)).collect()
}
