//! Options of npm that newer versions have other names for.

use crate::diagnostic::Severity;
use crate::image;
use crate::model::{Build, Step};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;

pub(super) const META: Meta = Meta {
    code: "DL5057",
    severity: Severity::Style,
    category: Category::Style,
    fix: FixSafety::Safe,
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

/// Options, and what does the same in npm 7 and newer.
const NEWER: &[(&str, &str)] = &[
    ("--production", "--omit=dev"),
    ("--only=production", "--omit=dev"),
    ("--only=prod", "--omit=dev"),
    ("--no-optional", "--omit=optional"),
];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let installs = ["ci", "install", "i", "prune", "clean-install"];
    for run in build.runs().filter(|run| knows_omit(build, run)) {
        for call in run.calls.iter().filter(|call| call.name() == "npm" && call.has_any_argument(&installs)) {
            for word in &call.arguments {
                let Some((_, newer)) = NEWER.iter().find(|(option, _)| *option == word.text) else {
                    continue;
                };
                cx.report(word.span(), format!("npm has deprecated `{}`. Write `{newer}`.", word.text))
                    .safe_fix(format!("Write `{newer}`"), [Edit::replace(word.span(), *newer)]);
            }
        }
    }
}

/// Whether the stage begins with Node.js 16 or newer, whose npm knows `--omit`.
fn knows_omit(build: &Build<'_, '_>, run: &Step<'_, '_>) -> bool {
    let facts = build.facts();
    let root = facts.stage_of(run.index).map(|stage| facts.root(stage));
    let Some(name) = root.and_then(|root| root.expanded_image.as_deref()) else { return false };
    let reference = image::split(name);
    let tag = reference.effective_tag().unwrap_or_default();
    let version: String = tag.chars().take_while(char::is_ascii_digit).collect();
    let moving = ["latest", "lts", "current", "slim", "alpine"];
    reference.official_name() == Some("node")
        && version.parse::<u32>().map_or(moving.iter().any(|word| tag.starts_with(word)), |major| major >= 16)
}
