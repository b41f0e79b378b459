//! curl that saves whatever the server answers.

use crate::diagnostic::Severity;
use crate::model::archive::{self, file_name};
use crate::model::{Build, download};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::Call;
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "DL5056",
    severity: Severity::Info,
    category: Category::Correctness,
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// How many downloads of a file are followed; each is looked for in all commands after it.
const MAX_DOWNLOADS: usize = 200;

/// Commands that take any file, so that an error page goes unnoticed.
const INDIFFERENT: &[&str] = &[
    "chmod", "chown", "chgrp", "mv", "cp", "ln", "mkdir", "install", "echo", "ls", "touch", "test", "[", "[[",
];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let runs = build.runs().filter(|run| !download::is_verified(run));
    let curls = runs.flat_map(|run| run.calls.iter().enumerate().map(move |(at, call)| (run, at, call)));
    for (run, at, curl) in curls.filter(|(_, _, call)| saves_anything(call)).take(MAX_DOWNLOADS) {
        let Some(file) = download::saved_as(curl).filter(|file| !is_packed(file)) else { continue };
        let later = run.calls.get(at + 1..).unwrap_or_default();
        let after = build.runs().filter(|after| after.stage == run.stage && after.index > run.index);
        let mut users = later.iter().chain(after.flat_map(|after| &after.calls));
        if users.any(|call| looks_into(call, file_name(&file))) {
            continue;
        }
        let name = curl.name_word.span;
        cx.report(
            name,
            "If the server answers with an error, curl saves the error page and the build goes on. Add `-f`, with which curl fails.",
        )
        .safe_fix("Add `-f`", [Edit::insert(name.end, " -f")]);
    }
}

/// Whether the command is a curl that takes an error page for an answer like any other, and has no other way to tell.
fn saves_anything(call: &Call<'_, '_>) -> bool {
    let tells = ["f", "fail", "fail-with-body", "w", "write-out", "K", "config"];
    let options = download::options(call).filter(|_| call.name() == "curl" && download::is_fetch(call));
    options.is_some_and(|options| !options.has(&tells))
}

/// Whether the name is that of an archive or package, which an error page is not, as whoever unpacks it will notice.
fn is_packed(file: &str) -> bool {
    archive::is_archive(file)
        || [".zip", ".7z", ".whl", ".gem", ".deb", ".rpm", ".apk", ".zst"]
            .iter()
            .any(|end| file.ends_with(end))
}

/// Whether a later command uses the file in a way that an error page would not stand.
fn looks_into(call: &Call<'_, '_>, name: &str) -> bool {
    let names = |text: &str| text.contains(name) || text.contains(['*', '?']);
    !call.is_any(INDIFFERENT)
        && (call.arguments.iter().any(|word| names(&word.text))
            || call.simple.redirects.iter().any(|redirect| names(&redirect.target.text()))
            || names(&call.name_word.text()))
}
