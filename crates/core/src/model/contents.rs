//! Which programs well-known images do not have.

use crate::image::ImageReference;

/// Languages whose images have variants for Debian (full and slim) and Alpine.
const LANGUAGES: [&str; 6] = ["golang", "node", "perl", "python", "ruby", "rust"];

/// Whether an image certainly comes without `program`, `curl` or `wget`.
pub(crate) fn lacks(image: &ImageReference<'_>, program: &str) -> bool {
    let tag = image.effective_tag().unwrap_or_default();
    if image.registry_host() == "gcr.io" && image.path.starts_with("distroless/") {
        return !tag.contains("debug");
    }
    let Some(name) = image.official_name() else { return false };
    // BusyBox, which Alpine is made with, has a wget.
    let alpine = name == "alpine" || LANGUAGES.contains(&name) && tag.contains("alpine");
    let debian = matches!(name, "debian" | "ubuntu") || LANGUAGES.contains(&name) && tag.contains("slim");
    match program {
        "curl" => alpine || debian,
        "wget" => debian,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_small_images() {
        for (image, curl, wget) in [
            ("alpine:3.22", true, false),
            ("debian", true, true),
            ("python:3.14", false, false),
            ("python:3.14-slim", true, true),
            ("node:24-alpine", true, false),
            ("nginx:alpine", false, false),
            ("gcr.io/distroless/static", true, true),
            ("gcr.io/distroless/static:debug", false, false),
            ("example.com/alpine", false, false),
        ] {
            let reference = crate::image::split(image);
            let found = ["curl", "wget"].map(|program| lacks(&reference, program));
            assert_eq!(found, [curl, wget], "{image}");
        }
    }
}
