//! gem install without versions.

use crate::model::Build;
use crate::model::unpinned;
use crate::rules::{Category, Check, Meta, Reporter};
use crate::shell::{Argument, Call};

pub(super) const META: Meta = Meta {
    code: "DL3028",
    category: Category::Pins,
    aliases: &["hadolint:DL3028"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["gem"]).filter(|call| call.has_any_argument(&["install", "i"])) {
        let pinned = |text: &str| text == "-v" || text == "--version" || text.starts_with("--version=");
        if call.arguments.iter().any(|word| pinned(&word.text)) {
            continue;
        }
        let gems = gems(call, build.as_hadolint)
            .into_iter()
            .filter(|word| !word.text.contains(':') && !word.text.ends_with(".gem"));
        unpinned::report(cx, gems, "name:version");
    }
}

/// Flags of gem install that take the next word as their value.
const VALUED: &[&str] = &[
    "--platform",
    "-i",
    "--install-dir",
    "-n",
    "--bindir",
    "--build-root",
    "--document",
    "-P",
    "--trust-policy",
    "-B",
    "--build-root",
    "-s",
    "--source",
    "-p",
    "--http-proxy",
    "--with",
    "--target-rbconfig",
];

/// The words before `--` that name gems.
fn gems<'c, 's, 't>(call: &'c Call<'s, 't>, as_hadolint: bool) -> Vec<&'c Argument<'s, 't>> {
    let mut gems = Vec::new();
    let mut words = call.arguments.iter().take_while(|word| word.text != "--");
    while let Some(word) = words.next() {
        // hadolint takes the word after any flag for its value.
        if VALUED.contains(&word.text.as_ref()) || as_hadolint && word.text.starts_with('-') {
            words.next();
        } else if !word.text.starts_with('-') && word.text != "install" && word.text != "i" {
            gems.push(word);
        }
    }
    gems
}
