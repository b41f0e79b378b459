//! USER with a name.

use crate::diagnostic::Severity;
use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3066",
    severity: Severity::Info,
    category: Category::Style,
    group: Group::OptIn,
    aliases: &["hadolint:DL3066"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let mut arguments: Vec<&str> = Vec::new();
    for instruction in &build.file.instructions {
        match &instruction.kind {
            InstructionKind::Arg(declared) => {
                arguments.extend(declared.iter().map(|argument| argument.name.as_str()));
            }
            InstructionKind::User(user) => {
                let name = user.split(':').next().unwrap_or_default();
                let number = !name.is_empty() && name.chars().all(|c| c.is_ascii_digit());
                let given = arguments
                    .iter()
                    .any(|a| user.contains(&format!("${a}")) || user.contains(&format!("${{{a}}}")));
                if !number && !given {
                    cx.report(
                        user.whole(),
                        "A user by name cannot be checked by `runAsNonRoot`. Give the number.",
                    );
                }
            }
            _ => {}
        }
    }
}
