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

const MESSAGE: &str = "What this fetches is run without a look at it. Whoever changes it there runs code in this build: save it, compare its checksum in the same RUN, then run it.";

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for run in build.runs() {
        for program in unseen::programs(run) {
            let url = program.fetch.arguments.iter().find(|word| word.text.contains("://"));
            let found = cx.report(url.map_or(program.fetch.name_word.span, |url| url.span()), MESSAGE);
            found.related(program.runner.name_word.span, "run here");
            if url.is_some_and(|url| url.text.starts_with("http://")) {
                found.severity(Severity::Warning);
            }
        }
        if let Some(span) = unseen::in_powershell(run) {
            cx.report(span, MESSAGE);
        }
    }
}
