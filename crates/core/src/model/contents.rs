//! Which programs well-known images do not have.

use crate::dockerfile::{Dockerfile, InstructionKind, Stage};
use crate::image::ImageReference;

/// Languages whose images have variants for Debian (full and slim) and Alpine.
const LANGUAGES: [&str; 6] = ["golang", "node", "perl", "python", "ruby", "rust"];

/// Other images with variants for Alpine that have no bash.
const ALPINE_WITHOUT_BASH: [&str; 4] = ["busybox", "nginx", "php", "redis"];

/// Images that hold one program and nothing else, not even a shell.
const SINGLE_PROGRAMS: [&str; 4] =
    ["cloudflare/cloudflared", "containrrr/watchtower", "hello-world", "portainer/portainer-ce"];

/// Images with a shell, but without a program that fetches from URLs.
const WITHOUT_CLIENTS: [&str; 2] = ["ollama/ollama", "qdrant/qdrant"];

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
    if WITHOUT_CLIENTS.contains(&&*image.familiar_name()) {
        return matches!(program, "curl" | "wget");
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

/// Whether an instruction of `stage`, or of those that it is built from, may bring `program` into the image, or runs a script that
/// may.
pub(crate) fn may_be_added(file: &Dockerfile<'_>, stage: &Stage<'_>, program: &str) -> bool {
    let mut instructions = file.stages.lineage(stage).flat_map(|stage| stage.instructions(file));
    instructions.any(|(_, instruction)| match &instruction.kind {
        InstructionKind::Run(_) => {
            let text = instruction.span.of(file.text);
            text.contains(program) || runs_script(text)
        }
        InstructionKind::Copy(transfer) => {
            let into = transfer.destination.as_deref().map(|path| path.trim_end_matches('/'));
            let is_searched = into.is_some_and(|path| path.is_empty() || path.ends_with("bin"));
            transfer.sources.iter().any(|source| {
                source.contains(program)
                    || holds_programs(source)
                    || is_searched && source.contains(['*', '$'])
            })
        }
        InstructionKind::Add(_) => true,
        _ => false,
    })
}

/// Whether a command runs a script, from a file or from its input.
fn runs_script(text: &str) -> bool {
    let mut words = text.split(|c: char| c.is_whitespace() || matches!(c, ';' | '&' | '"' | '\''));
    let mut before = "";
    words.any(|word| {
        let is_shell = |word: &str| matches!(word.rsplit('/').next(), Some("sh" | "bash"));
        let is_run = word.ends_with(".sh")
            || before.ends_with('|') && is_shell(word)
            || is_shell(before) && !word.is_empty() && !word.starts_with('-');
        before = word;
        is_run
    })
}

/// Whether a path is that of a folder in which programs stand.
fn holds_programs(path: &str) -> bool {
    let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    path.starts_with('/') && matches!(name, "" | "bin" | "sbin" | "usr" | "local")
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
            ("ollama/ollama:latest", true, true),
        ] {
            let reference = crate::image::split(image);
            let found = ["curl", "wget"].map(|program| lacks(&reference, program));
            assert_eq!(found, [curl, wget], "{image}");
        }
    }

    #[test]
    fn tells_what_may_bring_a_program() {
        for (instruction, expected) in [
            ("RUN apk add curl", true),
            ("RUN ./setup.sh", true),
            ("RUN wget -qO- https://example.com/get | sh", true),
            ("RUN apk add tzdata", false),
            ("RUN sh -c 'id'", false),
            ("COPY --from=build /bin/server /bin/", false),
            ("COPY --from=build /usr/local/bin /usr/local/bin", true),
            ("COPY --from=build / /", true),
            ("COPY curl-amd64 /usr/bin/curl", true),
            ("COPY . .", false),
            ("ADD x.tar /", true),
        ] {
            let source = format!("FROM alpine\n{instruction}\n");
            let (file, _) = crate::dockerfile::parse(&source);
            let stage = file.stages.last().unwrap();
            assert_eq!(may_be_added(&file, stage, "curl"), expected, "{instruction}");
        }
    }
}
