//! Downloads that anybody on the way can change.

use crate::model::{Build, Step, download, unseen};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{self, Argument, Call};
use crate::text::{Edit, Span};
use std::collections::HashSet;

pub(super) const META: Meta = Meta {
    code: "DL5045",
    category: Category::Security,
    fix: FixSafety::Unsafe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let is_plain =
        |run: &&Step<'_, '_>| run.calls.iter().any(|call| call.arguments.iter().any(is_plain_http));
    for run in build.runs().filter(is_plain).filter(|run| !download::is_verified(run)) {
        let unseen: HashSet<u32> =
            unseen::programs(run).iter().map(|program| program.fetch.name_word.span.start).collect();
        let piped = fetches_into_pipes(run);
        for call in &run.calls {
            let used = installs(call)
                || download::is_fetch(call)
                    && (download::saved_as(call).is_some() || piped.contains(&call.name_word.span.start));
            // A program that is run at once is reported for that.
            if !used || unseen.contains(&call.name_word.span.start) {
                continue;
            }
            for url in call.arguments.iter().filter(|word| is_plain_http(word)) {
                let found = cx.report(
                    url.span(),
                    "This comes over plain `http://`, where anybody on the way can change it. Use `https://`, or compare a checksum in the same RUN.",
                );
                if let Some(scheme) = scheme(url, build.file.text) {
                    found.unsafe_fix("Use `https://`", [Edit::replace(scheme, "https")]);
                }
            }
        }
    }
}

fn is_plain_http(word: &Argument<'_, '_>) -> bool {
    word.text.starts_with("http://") && download::is_public(&word.text)
}

/// Where `http` stands in an argument.
fn scheme(word: &Argument<'_, '_>, text: &str) -> Option<Span> {
    let at = word.span().start as usize + word.span().of(text).find("http://")?;
    Some(Span::new(at, at + "http".len()))
}

/// Commands that install what a URL names.
fn installs(call: &Call<'_, '_>) -> bool {
    match call.name() {
        "rpm" | "yum" | "dnf" | "microdnf" => call.arguments.iter().any(|word| word.text.ends_with(".rpm")),
        "git" => call.has_argument("clone"),
        name => name.starts_with("pip") && call.has_argument("install"),
    }
}

/// Where commands stand whose output is unpacked, written to a file or taken for a key.
fn fetches_into_pipes(run: &Step<'_, '_>) -> HashSet<u32> {
    let takers = [
        "tar", "bsdtar", "unzip", "gunzip", "zcat", "gzip", "bzip2", "bunzip2", "xz", "unxz", "zstd", "cpio",
        "rpm2cpio", "apt-key", "gpg", "tee", "dd", "patch", "psql", "mysql",
    ];
    let pipes = shell::pipes(run.script, &run.calls).into_iter();
    let taken = pipes.filter(|stages| stages.iter().skip(1).any(|call| call.is_any(&takers)));
    taken.filter_map(|stages| stages.first().map(|call| call.name_word.span.start)).collect()
}
