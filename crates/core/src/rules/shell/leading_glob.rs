//! `rm *.log`: a file named `-rf` would become an option.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::{Facts, PartKind, Word};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "SC2035",
    severity: Severity::Info,
    category: Category::Shell,
    aliases: &["hadolint:SC2035"],
    fix: FixSafety::Unsafe,
    check: Check::Shell(check),
    ..Meta::DEFAULT
};

/// Commands whose arguments are files, so that `./` changes nothing. Elsewhere the glob may be a pattern.
const TAKE_FILES: [&str; 24] = [
    "basename",
    "bzip2",
    "cat",
    "chgrp",
    "chmod",
    "chown",
    "cp",
    "dpkg",
    "du",
    "file",
    "gunzip",
    "gzip",
    "head",
    "ls",
    "md5sum",
    "mv",
    "rm",
    "rpm",
    "sed",
    "sha256sum",
    "tar",
    "touch",
    "wc",
    "xz",
];

fn check(facts: &Facts<'_, '_>, cx: &mut Reporter<'_>) {
    for fact in &facts.commands {
        let name = fact.simple.inner_name().unwrap_or_default();
        if matches!(name.as_ref(), "echo" | "printf" | "[") {
            continue;
        }
        let options_end = |word: &&Word<'_>| !["--", ":::", "::::"].iter().any(|text| word.is(text));
        for word in
            fact.simple.arguments().iter().take_while(options_end).filter(|word| begins_with_glob(word))
        {
            let found = cx.report(
                word.span,
                "A file whose name begins with `-` would be taken for an option here. Write `./` before the glob.",
            );
            if TAKE_FILES.contains(&name.as_ref()) {
                found.unsafe_fix("Begin the glob with `./`", [Edit::insert(word.span.start, "./")]);
            }
        }
    }
}

fn begins_with_glob(word: &Word<'_>) -> bool {
    word.parts
        .first()
        .is_some_and(|part| matches!(part.kind, PartKind::Glob) && matches!(part.raw.as_ref(), "*" | "?"))
}
