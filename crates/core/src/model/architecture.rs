//! Names of processor architectures, as platforms, images and downloads spell them.

/// The architecture as Go and container platforms call it; `None` for a word that is none.
pub(crate) fn normalised(word: &str) -> Option<&'static str> {
    Some(match word.to_ascii_lowercase().as_str() {
        "amd64" | "x86_64" | "x86-64" | "x64" | "winamd64" => "amd64",
        "arm64" | "aarch64" | "arm64v8" => "arm64",
        "386" | "i386" | "i686" => "386",
        "arm" | "armhf" | "armel" | "armv6" | "armv7" | "armv7l" | "arm32v5" | "arm32v6" | "arm32v7" => "arm",
        "ppc64le" => "ppc64le",
        "s390x" => "s390x",
        "riscv64" => "riscv64",
        "mips64le" => "mips64le",
        _ => return None,
    })
}

/// The architectures that a file name or URL spells: `amd64` of `tool_1.2_linux_amd64.tar.gz`.
pub(crate) fn spelt_in(text: &str) -> impl Iterator<Item = &'static str> {
    // The underscore of `x86_64` separates words elsewhere.
    let text = text.replace("x86_64", "amd64").replace("x86-64", "amd64");
    let words: Vec<&'static str> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !matches!(*word, "arm" | "386"))
        .filter_map(normalised)
        .collect();
    words.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_architectures_in_names() {
        let found = |text: &str| spelt_in(text).collect::<Vec<_>>();
        assert_eq!(found("https://x.org/tool_1.2_linux_amd64.tar.gz"), ["amd64"]);
        assert_eq!(found("Miniconda3-latest-Linux-x86_64.sh"), ["amd64"]);
        assert_eq!(found("tool-linux-aarch64"), ["arm64"]);
        assert!(found("https://x.org/army/x6400/1.386/charm").is_empty());
    }
}
