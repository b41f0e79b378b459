//! FROM with a constant platform.

use crate::model::Build;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "BK008",
    category: Category::Correctness,
    aliases: &["buildkit:FromPlatformFlagConstDisallowed", "hadolint:DL3029"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for stage in build.stages() {
        let Some(flag) = stage.instruction.flag("platform") else { continue };
        let Some(platform) = flag.value.as_ref().filter(|value| !value.contains('$')) else { continue };
        let name = stage.from.name.as_ref().map(|name| name.to_ascii_lowercase()).unwrap_or_default();
        if !named_after(&name, platform) {
            cx.report(
                flag.span,
                format!("This stage is always built for {}, whatever platform is asked for. Leave the flag away, or use `$BUILDPLATFORM`.", &**platform),
            );
        }
    }
}

/// Whether the stage's name holds the operating system or the architecture.
fn named_after(stage: &str, platform: &str) -> bool {
    let normal = |part: &str| match part.to_ascii_lowercase().as_str() {
        "x86_64" | "x86-64" => "amd64".to_owned(),
        "aarch64" => "arm64".to_owned(),
        "i386" => "386".to_owned(),
        "macos" => "darwin".to_owned(),
        other => other.to_owned(),
    };
    let mut parts = platform.split('/').take(2).map(normal);
    !stage.is_empty() && parts.any(|part| !part.is_empty() && stage.contains(&part))
}
