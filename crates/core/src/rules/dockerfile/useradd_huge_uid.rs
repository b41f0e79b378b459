//! useradd with a user id that makes a huge log file.

use crate::model::Build;
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::shell::Call;

pub(super) const META: Meta = Meta {
    code: "DL3046",
    category: Category::Size,
    aliases: &["hadolint:DL3046"],
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// From this id on the sparse log files of useradd are worth a finding.
const HUGE: u64 = 100_000;

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for call in build.calls_named(&["useradd"]) {
        let is_huge = uid(call).is_some_and(|uid| match uid.parse::<u64>() {
            Ok(number) => number >= HUGE,
            // hadolint goes by the length of the word, whatever it is.
            Err(_) => build.as_hadolint && uid.len() > 5,
        });
        if !is_huge || call.has_any_flag(&["l", "no-log-init"]) {
            continue;
        }
        let name = call.name_word.span;
        cx.report(name, "A large user id makes `useradd` write a log file of gigabytes into the layer. Add `--no-log-init`.")
            .safe_fix("Add `-l`", [call.insert_after(call.name_word, "-l")]);
    }
}

/// What `-u 1`, `-u1`, `--uid 1` or `--uid=1` gives for the id.
fn uid<'c>(call: &'c Call<'_, '_>) -> Option<&'c str> {
    let mut words = call.arguments.iter();
    while let Some(word) = words.next() {
        let text = word.text.as_ref();
        let given = match text.strip_prefix("--uid") {
            Some(rest) => rest.strip_prefix('=').or(rest.is_empty().then_some("")),
            None if word.is_flag() && !text.starts_with("--") => text.split_once('u').map(|(_, value)| value),
            None => None,
        };
        match given {
            Some("") => return words.next().map(|word| word.text.as_ref()),
            Some(given) => return Some(given),
            None => {}
        }
    }
    None
}
