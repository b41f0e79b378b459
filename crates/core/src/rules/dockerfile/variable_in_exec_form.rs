//! A variable in a JSON array that no shell reads.

use crate::dockerfile::{Command, JsonArray, expand};
use crate::model::{Build, Step, archive};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5039",
    category: Category::Correctness,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// Programs that put in variables themselves, or hand the rest to one that does.
const EXPANDERS: [&str; 14] = [
    "sh",
    "bash",
    "ash",
    "dash",
    "zsh",
    "ksh",
    "busybox",
    "cmd",
    "cmd.exe",
    "powershell",
    "powershell.exe",
    "pwsh",
    "envsubst",
    "supervisord",
];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for step in build.steps().filter(|step| !step.onbuild) {
        let Some(Command::Exec(words)) = step.instruction.command() else { continue };
        if let Some((at, name)) = variable(build, step, words) {
            let Some(&place) = words.places.get(at) else { continue };
            cx.report(
                place,
                format!("`{name}` stays as it is written, since no shell reads a JSON array. Use the shell form, or `[\"sh\", \"-c\", \"...\"]`."),
            );
        }
    }
}

/// The first word with a variable that is meant to be put in, and its name.
fn variable(build: &Build<'_, '_>, step: &Step<'_, '_>, words: &JsonArray<'_>) -> Option<(usize, String)> {
    for (at, word) in words.elements.iter().enumerate() {
        if EXPANDERS.contains(&archive::file_name(word)) || word.ends_with(".sh") {
            return None;
        }
        for reference in expand::references(word, '\\').0 {
            let name = word.get(reference.name).unwrap_or_default();
            if is_variable(build, step, name) {
                return Some((at, word.get(reference.range).unwrap_or(name).to_owned()));
            }
        }
    }
    None
}

/// Whether the file declares the name, or every container has it.
fn is_variable(build: &Build<'_, '_>, step: &Step<'_, '_>, name: &str) -> bool {
    ["HOME", "HOSTNAME", "JAVA_OPTS", "PATH", "PORT"].contains(&name)
        || build.facts().variable(step.index, name).is_some()
}
