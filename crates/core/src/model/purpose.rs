//! What an image is for: whether its file, folder or stage is named after development or tests.

use super::Build;

const DEVELOPERS: &[&str] = &[
    "dev",
    "devel",
    "develop",
    "development",
    "developer",
    "devcontainer",
    "devenv",
    "test",
    "tests",
    "testing",
    "local",
    "localdev",
    "debug",
    "debugger",
    "e2e",
    "ci",
    "watch",
    "hot",
    "sandbox",
    "playground",
];

impl Build<'_, '_> {
    /// Whether what a build without a target makes is meant for those who work on it. `path` is that of the file.
    #[must_use]
    pub fn is_for_developers(&self, path: &str) -> bool {
        let stage = self.facts().last().and_then(|stage| stage.name.as_deref());
        names_development(path) || stage.is_some_and(names_development)
    }
}

/// Whether one of the words in a name or path is one for development.
fn names_development(name: &str) -> bool {
    name.split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| DEVELOPERS.iter().any(|known| known.eq_ignore_ascii_case(word)))
}

/// Whether the name of a file, or of the folder that it stands in, says that it is for production.
pub(crate) fn names_production(path: &str) -> bool {
    let start = path.rmatch_indices('/').nth(1).map_or(0, |(at, _)| at + 1);
    let mut words = path.get(start..).unwrap_or_default().split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| ["prod", "production"].iter().any(|known| known.eq_ignore_ascii_case(word)))
}

#[cfg(test)]
mod tests {
    use super::names_development;

    #[test]
    fn looks_at_whole_words() {
        for name in [
            "Dockerfile.dev",
            "docker/test/Dockerfile",
            ".devcontainer/Dockerfile",
            "dev-envs",
            "Local.Dockerfile",
        ] {
            assert!(names_development(name), "{name}");
        }
        for name in ["Dockerfile", "device/Dockerfile", "latest", "production", ""] {
            assert!(!names_development(name), "{name}");
        }
    }
}
