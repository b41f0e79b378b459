//! Images from registries that are not trusted.

use crate::diagnostic::Severity;
use crate::image;
use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "DL3026",
    severity: Severity::Error,
    category: Category::Security,
    aliases: &["hadolint:DL3026"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let trusted = &cx.options.trusted_registries;
    if trusted.is_empty() {
        return;
    }
    for image in build.images() {
        let reference = image::split(image);
        if reference.is_scratch() || image.starts_with('$') {
            continue;
        }
        let host = reference.registry.map_or("docker.io", |registry| registry.value);
        let fits =
            |pattern: &String| matches(pattern, host) || host == "docker.io" && pattern == "hub.docker.com";
        if !trusted.iter().any(fits) {
            cx.report(
                image.whole(),
                format!("The registry `{host}` is not on the list of trusted ones ({}).", trusted.join(", ")),
            );
        }
    }
}

/// `*` at either end stands for anything.
fn matches(pattern: &str, host: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(""), _) => true,
        (Some(end), _) => host.ends_with(end),
        (None, Some(start)) => host.starts_with(start),
        (None, None) => pattern == host,
    }
}
