//! Programs that are run as they come from the network.

use crate::diagnostic::Severity;
use crate::model::{Build, unseen};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL5040",
    severity: Severity::Info,
    category: Category::Security,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for program in build.runs().flat_map(unseen::programs) {
        let url = program.fetch.arguments.iter().find(|word| word.text.contains("://"));
        let plain = url.is_some_and(|url| url.text.starts_with("http://"));
        let found = cx.report(
            url.map_or(program.fetch.name_word.span, |url| url.span()),
            "What this fetches is run without a look at it. Whoever changes it there runs code in this build: save it, compare its checksum in the same RUN, then run it.",
        );
        found.related(program.runner.name_word.span, "run here");
        if plain {
            found.severity(Severity::Warning);
        }
    }
}
