//! Which programs well-known images do not have.

use crate::image::ImageReference;

/// Languages whose images have variants for Debian (full and slim) and Alpine.
const LANGUAGES: [&str; 6] = ["golang", "node", "perl", "python", "ruby", "rust"];

/// Other images with variants for Alpine that have no bash.
const ALPINE_WITHOUT_BASH: [&str; 4] = ["busybox", "nginx", "php", "redis"];

/// Images that hold one program and nothing else, not even a shell.
const SINGLE_PROGRAMS: [&str; 4] =
    ["cloudflare/cloudflared", "containrrr/watchtower", "hello-world", "portainer/portainer-ce"];

/// Programs of MariaDB by the names that they had until release 10, and those that they have had since.
const MARIADB_NAMES: [(&str, &str); 4] = [
    ("mysql", "mariadb"),
    ("mysqladmin", "mariadb-admin"),
    ("mysqld", "mariadbd"),
    ("mysqldump", "mariadb-dump"),
];

/// What a program that an image lacks is called there.
pub(crate) fn instead(program: &str) -> Option<&'static str> {
    let (_, new) = MARIADB_NAMES.iter().find(|(old, _)| *old == program)?;
    Some(new)
}

/// Whether an image certainly comes without `program`: `curl`, `wget`, a shell, or a former name of MariaDB's.
pub(crate) fn lacks(image: &ImageReference<'_>, program: &str) -> bool {
    let tag = image.effective_tag().unwrap_or_default();
    if matches!(program, "sh" | "bash" | "curl" | "wget") && !tag.contains("alpine") && !tag.contains("dev") {
        let name = image.familiar_name();
        if SINGLE_PROGRAMS.contains(&&*name) {
            return true;
        }
    }
    if image.registry_host() == "gcr.io" && image.path.starts_with("distroless/") {
        return matches!(program, "sh" | "bash" | "curl" | "wget") && !tag.contains("debug");
    }
    if image.familiar_name() == "quay.io/keycloak/keycloak" {
        return matches!(program, "curl" | "wget") && has_new_base(tag);
    }
    let Some(name) = image.official_name() else { return false };
    // BusyBox, which Alpine is made with, has a wget.
    let alpine = name == "alpine" || LANGUAGES.contains(&name) && tag.contains("alpine");
    let debian = matches!(name, "debian" | "ubuntu") || LANGUAGES.contains(&name) && tag.contains("slim");
    match program {
        "curl" => alpine || debian,
        "wget" => debian,
        "bash" => {
            alpine || ALPINE_WITHOUT_BASH.contains(&name) && (tag.contains("alpine") || name == "busybox")
        }
        _ if name == "mariadb" => instead(program).is_some() && has_new_names(tag),
        _ => false,
    }
}

/// Whether a tag of Keycloak's image is of a release that is built on an image without tools.
fn has_new_base(tag: &str) -> bool {
    let major = tag.split(['.', '-']).next().unwrap_or_default();
    major == "latest" || major.parse::<u16>().is_ok_and(|major| major >= 23)
}

/// Whether a tag of MariaDB's image is of release 11 or later.
fn has_new_names(tag: &str) -> bool {
    let major = tag.split(['.', '-']).next().unwrap_or_default();
    matches!(major, "latest" | "lts" | "noble") || major.parse::<u16>().is_ok_and(|major| major >= 11)
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
