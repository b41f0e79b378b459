//! Image references: `[host[:port]/]path[:tag][@digest]`, as the distribution project's reference grammar has them.
//!
//! [`split`] finds the parts of any text, variables included; [`ImageReference::validate`] says whether it can be pulled.

use crate::SyntaxError;
use crate::text::{Span, Spanned};
use std::borrow::Cow;

/// The registry of a reference that names none.
pub const DEFAULT_REGISTRY: &str = "docker.io";

/// The longest repository name, host included, in bytes.
const MAX_NAME: usize = 255;

/// The parts of an image reference as written. Spans count from the start of the text that was split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageReference<'a> {
    /// The registry's host, with its port: the first part of the path, if it has a dot, a colon or a capital, or is `localhost`.
    pub registry: Option<Spanned<&'a str>>,
    /// The repository without registry: `library/python`, `python`.
    pub path: Spanned<&'a str>,
    /// After the colon that follows the path.
    pub tag: Option<Spanned<&'a str>>,
    /// After the `@`: algorithm, colon and hexadecimal digits.
    pub digest: Option<Spanned<&'a str>>,
}

/// Reads `text` and checks it.
///
/// # Errors
/// Where the reference cannot be valid: the part that is wrong.
pub fn parse(text: &str) -> Result<ImageReference<'_>, SyntaxError> {
    let image = split(text);
    image.validate()?;
    Ok(image)
}

/// Finds the parts without judging them. Separators within `${...}` belong to the variable.
#[must_use]
pub fn split(text: &str) -> ImageReference<'_> {
    let mut at_sign = None;
    let (mut first_slash, mut last_slash, mut colon) = (None, None, None);
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' if depth > 0 || text.as_bytes().get(at.wrapping_sub(1)) == Some(&b'$') => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            b'@' => {
                at_sign = Some(at);
                break;
            }
            b'/' => {
                first_slash = first_slash.or(Some(at));
                last_slash = Some(at);
                colon = None;
            }
            b':' => colon = colon.or(Some(at)),
            _ => {}
        }
    }
    let part = |start: usize, end: usize| {
        Spanned::new(text.get(start..end).unwrap_or_default(), Span::new(start, end))
    };
    let name_end = at_sign.unwrap_or(text.len());
    let path_end = colon.unwrap_or(name_end);
    let registry = first_slash.map(|slash| part(0, slash)).filter(|host| is_host(host));
    ImageReference {
        path: part(registry.map_or(0, |host| host.len() + 1), path_end.max(last_slash.map_or(0, |s| s + 1))),
        registry,
        tag: colon.map(|colon| part(colon + 1, name_end)),
        digest: at_sign.map(|at| part(at + 1, text.len())),
    }
}

impl<'a> ImageReference<'a> {
    /// Whether it is `scratch`, the empty image of Dockerfiles, which no registry has.
    #[must_use]
    pub fn is_scratch(&self) -> bool {
        self.path.value == "scratch" && self.registry.is_none() && self.tag.is_none() && self.digest.is_none()
    }

    /// Whether a part is still to be expanded.
    #[must_use]
    pub fn has_variables(&self) -> bool {
        let parts = [self.registry, Some(self.path), self.tag, self.digest];
        parts.into_iter().flatten().any(|part| part.contains('$'))
    }

    /// The registry's host, with its port, that the reference is pulled from.
    #[must_use]
    pub fn registry_host(&self) -> &'a str {
        match self.registry.map(|host| host.value) {
            None | Some("index.docker.io") => DEFAULT_REGISTRY,
            Some(host) => host,
        }
    }

    /// The repository in that registry: `library/python` for `python`.
    #[must_use]
    pub fn repository(&self) -> Cow<'a, str> {
        if self.registry_host() == DEFAULT_REGISTRY && !self.path.contains('/') {
            Cow::Owned(format!("library/{}", self.path.value))
        } else {
            Cow::Borrowed(self.path.value)
        }
    }

    /// The last part of the repository: `python` of `python`, `library/python` and `ghcr.io/me/python`.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.path.value.rsplit('/').next().unwrap_or_default()
    }

    /// The name of one of Docker's official images: `python` of `python` and `docker.io/library/python`.
    #[must_use]
    pub fn official_name(&self) -> Option<&'a str> {
        if self.registry_host() != DEFAULT_REGISTRY {
            return None;
        }
        let name = self.path.value.strip_prefix("library/").unwrap_or(self.path.value);
        (!name.contains(['/', '$'])).then_some(name)
    }

    /// The repository as Docker shows it: `postgres`, `bitnami/redis`, `mcr.microsoft.com/mssql/server`.
    #[must_use]
    pub fn familiar_name(&self) -> Cow<'a, str> {
        match self.registry_host() {
            DEFAULT_REGISTRY => Cow::Borrowed(self.official_name().unwrap_or(self.path.value)),
            host => Cow::Owned(format!("{host}/{}", self.path.value)),
        }
    }

    /// The tag that is pulled; `None` where a digest stands without a tag.
    #[must_use]
    pub fn effective_tag(&self) -> Option<&'a str> {
        match (self.tag, self.digest) {
            (Some(tag), _) => Some(tag.value),
            (None, None) => Some("latest"),
            (None, Some(_)) => None,
        }
    }

    /// The reference without tag and digest, where it stands.
    #[must_use]
    pub fn name_span(&self) -> Span {
        self.registry.map_or(self.path.span, |host| host.span.to(self.path.span))
    }

    /// Whether it can be valid.
    ///
    /// # Errors
    /// The part that is wrong.
    pub fn validate(&self) -> Result<(), SyntaxError> {
        let fail = |part: Spanned<&str>, what: &str| {
            Err(SyntaxError::new(
                part.span,
                format!("`{}` is not a valid image reference: {what}", part.value),
            ))
        };
        if let Some(host) = self.registry.filter(|host| !is_valid_host(host)) {
            return fail(
                host,
                "the registry is a host name, an IPv4 address or `[IPv6]`, with an optional port.",
            );
        }
        if self.path.bytes().any(|b| b.is_ascii_uppercase()) {
            return fail(self.path, "the repository name must be lower case.");
        }
        if !self.path.split('/').all(is_valid_component) {
            return fail(
                self.path,
                "between slashes stand lower-case letters and digits, separated by `.`, `_`, `__` or dashes.",
            );
        }
        if self.registry.is_none() && is_hex(self.path.value, 64) {
            return fail(self.path, "64 hexadecimal digits are an image ID, which cannot be pulled.");
        }
        if self.registry_host().len() + 1 + self.repository().len() > MAX_NAME {
            return fail(self.path, "the repository name is longer than 255 characters.");
        }
        if let Some(tag) = self.tag.filter(|tag| !is_valid_tag(tag)) {
            return fail(
                tag,
                "a tag is up to 128 letters, digits, `_`, `.` and `-`, and starts with none of the last two.",
            );
        }
        if let Some(digest) = self.digest.filter(|digest| !is_valid_digest(digest)) {
            return fail(digest, "a digest is `sha256:` and 64 hexadecimal digits.");
        }
        Ok(())
    }
}

/// Whether `tag` names a channel that moves (`latest`, `stable-slim`, `lts`) and no version: it has a word of that sort first or last,
/// and no digit.
#[must_use]
pub fn is_rolling_tag(tag: &str) -> bool {
    const CHANNELS: [&str; 24] = [
        "latest",
        "stable",
        "unstable",
        "testing",
        "edge",
        "rolling",
        "nightly",
        "canary",
        "dev",
        "devel",
        "develop",
        "development",
        "main",
        "master",
        "mainline",
        "trunk",
        "head",
        "current",
        "lts",
        "next",
        "beta",
        "alpha",
        "snapshot",
        "insiders",
    ];
    let is_channel =
        |word: Option<&str>| word.is_some_and(|w| CHANNELS.iter().any(|c| c.eq_ignore_ascii_case(w)));
    let mut words = tag.split(['-', '_', '.']);
    let first = words.next();
    !tag.bytes().any(|b| b.is_ascii_digit()) && (is_channel(first) || is_channel(words.next_back()))
}

/// Whether the first part of a path is a host and not a namespace; a variable there is taken for a registry.
fn is_host(part: &str) -> bool {
    part == "localhost" || part.contains(['.', ':', '$']) || part.chars().any(|c| c.is_uppercase())
}

fn is_valid_host(host: &str) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, Some(port)),
        _ => (host, None),
    };
    if port.is_some_and(|port| port.is_empty() || !port.bytes().all(|b| b.is_ascii_digit())) {
        return false;
    }
    if let Some(address) = name.strip_prefix('[').and_then(|n| n.strip_suffix(']')) {
        return !address.is_empty() && address.bytes().all(|b| b.is_ascii_hexdigit() || b == b':');
    }
    name.split('.').all(|label| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    })
}

/// Runs of lower-case letters and digits with a `.`, `_`, `__` or any number of dashes between two of them.
fn is_valid_component(component: &str) -> bool {
    let is_word = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let separators = component.as_bytes().split(|b| is_word(*b)).filter(|run| !run.is_empty());
    component.bytes().next().is_some_and(is_word)
        && component.bytes().next_back().is_some_and(is_word)
        && separators
            .into_iter()
            .all(|run| matches!(run, b"." | b"_" | b"__") || run.iter().all(|b| *b == b'-'))
}

fn is_valid_tag(tag: &str) -> bool {
    tag.len() <= 128
        && !tag.is_empty()
        && !tag.starts_with(['.', '-'])
        && tag.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-'))
}

fn is_valid_digest(digest: &str) -> bool {
    match digest.split_once(':') {
        Some(("sha256", hex)) => is_hex(hex, 64),
        Some(("sha384", hex)) => is_hex(hex, 96),
        Some(("sha512", hex)) => is_hex(hex, 128),
        _ => false,
    }
}

fn is_hex(text: &str, len: usize) -> bool {
    text.len() == len && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str) -> [Option<&str>; 4] {
        let image = split(text);
        [image.registry, Some(image.path), image.tag, image.digest].map(|part| {
            part.inspect(|part| assert_eq!(part.span.of(text), part.value)).map(|part| part.value)
        })
    }

    #[test]
    fn finds_the_parts() {
        for (text, registry, path, tag, digest) in [
            ("python", None, "python", None, None),
            ("python:3.12", None, "python", Some("3.12"), None),
            ("localhost:5000/x", Some("localhost:5000"), "x", None, None),
            ("localhost/x:1", Some("localhost"), "x", Some("1"), None),
            ("me/x@sha256:ab", None, "me/x", None, Some("sha256:ab")),
            ("ghcr.io/me/x:1@sha256:ab", Some("ghcr.io"), "me/x", Some("1"), Some("sha256:ab")),
            ("[::1]:5000/x:1", Some("[::1]:5000"), "x", Some("1"), None),
            ("${REG:-a.b/c}/x:${TAG:-1}", Some("${REG:-a.b/c}"), "x", Some("${TAG:-1}"), None),
            ("debian:", None, "debian", Some(""), None),
            ("", None, "", None, None),
        ] {
            assert_eq!(parts(text), [registry, Some(path), tag, digest], "{text}");
        }
    }

    #[test]
    fn names_what_is_pulled() {
        for (text, host, repository, official) in [
            ("python", "docker.io", "library/python", Some("python")),
            ("docker.io/library/python:3", "docker.io", "library/python", Some("python")),
            ("index.docker.io/python", "docker.io", "library/python", Some("python")),
            ("bitnami/redis", "docker.io", "bitnami/redis", None),
            ("quay.io/python", "quay.io", "python", None),
        ] {
            let image = parse(text).unwrap();
            assert_eq!((image.registry_host(), &*image.repository()), (host, repository));
            assert_eq!(image.official_name(), official);
        }
        assert!(split("scratch").is_scratch());
        assert!(!split("me/scratch").is_scratch());
        assert_eq!(split("python").effective_tag(), Some("latest"));
        assert_eq!(split("python@sha256:ab").effective_tag(), None);
    }

    #[test]
    fn checks_the_grammar() {
        let digest = format!("a@sha256:{}", "0".repeat(64));
        let long = "a".repeat(256);
        for text in ["a", "a-b/c_d/e__f.g--h:T_1.2-x", "Host/a", "h.i:80/a", &digest] {
            assert!(parse(text).is_ok(), "{text}");
        }
        for (text, wrong) in [
            ("Debian", "Debian"),
            ("a/B:1", "a/B"),
            ("a//b", "a//b"),
            ("a..b", "a..b"),
            ("a_-b", "a_-b"),
            ("-a", "-a"),
            ("a:", ""),
            ("a:-x", "-x"),
            ("a:b:c", "b:c"),
            ("a@sha256:12", "sha256:12"),
            ("a b", "a b"),
            ("h:x/a", "h:x"),
            ("-h.i/a", "-h.i"),
            ("", ""),
            (&long, &long),
            (&"0".repeat(64), &"0".repeat(64)),
        ] {
            assert_eq!(parse(text).unwrap_err().span.of(text), wrong, "{text}");
        }
    }

    #[test]
    fn rolling_tags_are_words() {
        for tag in ["latest", "Latest", "stable-slim", "alpine-edge", "lts", "main"] {
            assert!(is_rolling_tag(tag), "{tag}");
        }
        for tag in ["3", "bookworm", "stable-20240101", "main-1a2b3c4", "", "maintenance"] {
            assert!(!is_rolling_tag(tag), "{tag}");
        }
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in r"([a-cA0é:/@.${}-]|sha256:|localhost){0,16}") {
            parts(&text);
            if let Err(error) = parse(&text) {
                prop_assert!(text.get(error.span.range()).is_some());
            }
        }
    }
}
