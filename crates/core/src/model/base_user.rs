//! Which well-known images leave their containers to root.

use crate::image::ImageReference;

/// Docker's official images that set no USER, and whose entrypoint does not change to another user either. Those of servers that
/// do (postgres, redis, nginx ...) are not here, nor those whose image has a user of its own.
const ROOT: [&str; 37] = [
    "almalinux",
    "alpine",
    "amazoncorretto",
    "amazonlinux",
    "archlinux",
    "bash",
    "buildpack-deps",
    "busybox",
    "caddy",
    "centos",
    "clojure",
    "composer",
    "dart",
    "debian",
    "docker",
    "eclipse-temurin",
    "elixir",
    "erlang",
    "fedora",
    "gcc",
    "golang",
    "gradle",
    "haskell",
    "julia",
    "maven",
    "node",
    "openjdk",
    "oraclelinux",
    "perl",
    "pypy",
    "python",
    "rockylinux",
    "ruby",
    "rust",
    "swift",
    "tomcat",
    "ubuntu",
];

/// Whether containers of the image certainly run as root unless told otherwise.
pub(crate) fn is_root(image: &ImageReference<'_>) -> bool {
    let tag = image.effective_tag().unwrap_or_default();
    match (image.registry_host(), image.path.value) {
        ("gcr.io", path) if path.starts_with("distroless/") => !tag.contains("nonroot"),
        ("mcr.microsoft.com", "dotnet/sdk" | "dotnet/aspnet" | "dotnet/runtime") => !tag.contains("chiseled"),
        _ => image.official_name().is_some_and(|name| {
            // The servers among PHP's images have workers with a user of their own.
            ROOT.contains(&name) || name == "php" && !tag.contains("apache") && !tag.contains("fpm")
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_who_runs() {
        for (image, root) in [
            ("node:24", true),
            ("docker.io/library/python", true),
            ("postgres:18", false),
            ("nginxinc/nginx-unprivileged", false),
            ("bitnami/node", false),
            ("php:8.4-cli", true),
            ("php:8.4-apache", false),
            ("gcr.io/distroless/static:nonroot", false),
            ("gcr.io/distroless/static", true),
            ("mcr.microsoft.com/dotnet/aspnet:10.0", true),
            ("mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled", false),
        ] {
            assert_eq!(is_root(&crate::image::split(image)), root, "{image}");
        }
    }
}
