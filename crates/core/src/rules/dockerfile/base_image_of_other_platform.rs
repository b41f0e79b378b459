//! FROM with a platform that the image, by its name, is not made for.

use crate::dockerfile::Base;
use crate::image::{self, ImageReference};
use crate::model::{Build, architecture};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta = Meta {
    code: "BK009",
    category: Category::Correctness,
    aliases: &["buildkit:InvalidBaseImagePlatform"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    let facts = build.facts();
    for stage in facts.stages.iter().filter(|stage| matches!(stage.base, Base::Image)) {
        let Some(from) = build.file.instructions.get(stage.from) else { continue };
        let Some(flag) = from.flag("platform") else { continue };
        let platform = flag.value.as_ref().and_then(|value| facts.expand(build.file, stage.from, value));
        let (Some(platform), Some(text)) = (platform, &stage.expanded_image) else { continue };
        let mut parts = platform.split('/');
        let (Some(system), Some(wanted)) = (parts.next(), parts.next().and_then(architecture::normalised))
        else {
            continue;
        };
        let image = image::split(text);
        let made_for = match made_for(&image) {
            Some(Platform::Windows) if system != "windows" => "windows",
            Some(Platform::Linux(of)) if system == "windows" || of.is_some_and(|of| of != wanted) => {
                of.unwrap_or("linux")
            }
            _ => continue,
        };
        cx.report(
            stage.image.whole(),
            format!("`{text}` is made for {made_for}, and the stage asks for {platform}. Take an image for that platform, or leave the flag away."),
        )
        .related(flag.span, "the platform");
    }
}

/// What an image is made for.
enum Platform {
    /// Windows, on any processor.
    Windows,
    /// Linux, on this architecture or on many.
    Linux(Option<&'static str>),
}

/// What the name says; `None` where only the registry knows.
fn made_for(image: &ImageReference<'_>) -> Option<Platform> {
    let repository = image.repository();
    let is_hub = image.registry_host() == image::DEFAULT_REGISTRY;
    if image.registry_host() == "mcr.microsoft.com" && repository.starts_with("windows") {
        return Some(Platform::Windows);
    }
    let (owner, _) = repository.split_once('/').filter(|_| is_hub)?;
    if owner == "winamd64" {
        return Some(Platform::Windows);
    }
    // The organisations in which Docker keeps its official images for one architecture each.
    if owner != "library" {
        return architecture::normalised(owner).map(|of| Platform::Linux(Some(of)));
    }
    let linux = ["almalinux", "alpine", "amazonlinux", "debian", "fedora", "rockylinux", "ubuntu"];
    linux.contains(&image.name()).then_some(Platform::Linux(None))
}
