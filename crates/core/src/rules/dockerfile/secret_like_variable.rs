//! Names of ARG and ENV that promise a secret.

use crate::dockerfile::{Assignment, InstructionKind};
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "BK011",
    category: Category::Secrets,
    aliases: &["buildkit:SecretsUsedInArgOrEnv"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

const SECRET: &[&str] =
    &["apikey", "auth", "credential", "credentials", "key", "password", "pword", "passwd", "secret", "token"];
const HARMLESS: &[&str] = &["public", "file", "version"];
const PLACES: &[&str] = &["path", "dir"];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        for instruction in build.instructions_of(stage) {
            let (pairs, what) = match &instruction.kind {
                InstructionKind::Arg(declared) => (declared, "`docker history` shows build arguments"),
                InstructionKind::Env(env) => (&env.pairs, "`docker inspect` shows the environment"),
                _ => continue,
            };
            // A literal value is worse than a name, and has rules of its own.
            let leaks = &cx.project.file(cx.file).leaks;
            let spans = || leaks.iter().flat_map(|leak| leak.again.iter().chain([&leak.span]));
            let is_leak = |pair: &Assignment<'_>| spans().any(|span| pair.span.contains(*span));
            for pair in pairs.iter().filter(|pair| is_secret_like(&pair.name) && !is_leak(pair)) {
                let name = pair.name.as_str();
                cx.report(
                    pair.name.whole(),
                    format!("`{name}` sounds like a secret, and {what}. Use `RUN --mount=type=secret`, or set it when the container starts."),
                );
            }
        }
    }
}

/// BuildKit's test, of the parts between underscores; where a secret lies is none.
fn is_secret_like(name: &str) -> bool {
    let is_place = |last: &str| PLACES.iter().any(|word| last.eq_ignore_ascii_case(word));
    if name.rsplit('_').next().is_some_and(is_place) {
        return false;
    }
    let has =
        |words: &[&str]| name.split('_').any(|part| words.iter().any(|word| part.eq_ignore_ascii_case(word)));
    has(SECRET) && !has(HARMLESS)
}
