//! A line that `docker run --env-file` would read otherwise than Compose.

use crate::diagnostic::Severity;
use crate::dotenv::{Difference, Dotenv};
use crate::rules::{Category, Check, Group, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "EV031",
    severity: Severity::Info,
    category: Category::Correctness,
    group: Group::Explicit,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    // Where it is known who reads the file, that is worse and said elsewhere.
    if cx.project.raw_reader(cx.file).is_some() {
        return;
    }
    for (_, span, difference) in dotenv.differences(cx.source()) {
        let message = match difference {
            Difference::Export => {
                "`docker run --env-file` refuses a file with the word `export`. Remove it if that is ever used."
            }
            Difference::Lines => {
                "`docker run --env-file` reads only the first line of this value. Pass it as a file if that is ever used."
            }
            Difference::Quotes { needed: true } => {
                "`docker run --env-file` takes these quotes for a part of the value. Keep it to text that needs none."
            }
            Difference::Variable => {
                "`docker run --env-file` does not expand variables. Write the value out if that is ever used."
            }
            // Rules of their own.
            Difference::Quotes { needed: false } | Difference::Comment => continue,
        };
        cx.report(span, message);
    }
}
