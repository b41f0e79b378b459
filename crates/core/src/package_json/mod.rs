//! package.json: the versions that npm, yarn and pnpm are asked for.

mod json;

use crate::text::Spanned;
use crate::{Pinning, SyntaxError};
use json::{Json, Member, parse_object};
use std::borrow::Cow;

/// What a package.json says about other packages. The places of strings are those between the quotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackageJson<'a> {
    /// The packages it asks for, in the order of the file.
    pub dependencies: Vec<Dependency<'a>>,
    /// `packageManager`, such as `pnpm@9.1.0`.
    pub package_manager: Option<Spanned<Cow<'a, str>>>,
    /// `scripts`.
    pub scripts: Vec<Script<'a>>,
}

/// One of the `scripts`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script<'a> {
    /// What it is run by.
    pub name: Spanned<Cow<'a, str>>,
    /// What it runs, a command of the shell.
    pub command: Spanned<Cow<'a, str>>,
}

/// One package that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency<'a> {
    /// Where it is listed.
    pub section: Section,
    /// The name of the package.
    pub name: Spanned<Cow<'a, str>>,
    /// Which versions will do: a range, a tag, a URL.
    pub range: Spanned<Cow<'a, str>>,
}

/// The lists of dependencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// `dependencies`.
    Normal,
    /// `devDependencies`.
    Dev,
    /// `optionalDependencies`.
    Optional,
    /// `peerDependencies`, which are about what others install.
    Peer,
}

/// Reads a package.json. After an error, what stands before it is there.
#[must_use]
pub fn parse(text: &str) -> (PackageJson<'_>, Vec<SyntaxError>) {
    let (members, error) = parse_object(text);
    let mut package = PackageJson::default();
    for Member { key, value } in members {
        match (&*key.value, value) {
            ("packageManager", Json::String(manager)) => package.package_manager = Some(manager),
            ("scripts", Json::Object(members)) => {
                package.scripts = strings(members).map(|(name, command)| Script { name, command }).collect();
            }
            (name, Json::Object(members)) => {
                if let Some(section) = Section::of(name) {
                    let dependencies =
                        strings(members).map(|(name, range)| Dependency { section, name, range });
                    package.dependencies.extend(dependencies);
                }
            }
            _ => {}
        }
    }
    (package, error.into_iter().collect())
}

/// The members whose values are strings.
fn strings<'a>(
    members: Vec<Member<'a>>,
) -> impl Iterator<Item = (Spanned<Cow<'a, str>>, Spanned<Cow<'a, str>>)> {
    members.into_iter().filter_map(|member| match member.value {
        Json::String(value) => Some((member.key, value)),
        _ => None,
    })
}

impl Section {
    fn of(key: &str) -> Option<Self> {
        match key {
            "dependencies" => Some(Self::Normal),
            "devDependencies" => Some(Self::Dev),
            "optionalDependencies" => Some(Self::Optional),
            "peerDependencies" => Some(Self::Peer),
            _ => None,
        }
    }
}

impl Dependency<'_> {
    /// How firmly it names one version.
    #[must_use]
    pub fn pinning(&self) -> Pinning {
        pinning(&self.range.value)
    }
}

fn pinning(range: &str) -> Pinning {
    let range = range.trim();
    if let Some(alias) = range.strip_prefix("npm:") {
        // `npm:name@range`, where the name may begin with an @.
        let version = alias.rfind('@').filter(|at| *at > 0).and_then(|at| alias.get(at + 1..));
        return version.map_or(Pinning::None, pinning);
    }
    let local = ["file:", "link:", "portal:", "workspace:", "catalog:", "./", "../", "~/", "/"];
    if local.iter().any(|prefix| range.starts_with(prefix)) {
        return Pinning::Local;
    }
    if range.contains('/') {
        return url_pinning(range);
    }
    if range.is_empty() || matches!(range, "*" | "x" | "X") {
        return Pinning::None;
    }
    let version = range.trim_start_matches('=').trim_start();
    let version = version.strip_prefix('v').unwrap_or(version);
    if is_exact(version) {
        return Pinning::Exact;
    }
    // A tag of the registry, such as `latest` or `next`.
    let is_tag = range.starts_with(|c: char| c.is_ascii_alphabetic())
        && !version.starts_with(|c: char| c.is_ascii_digit());
    if is_tag { Pinning::None } else { Pinning::Range }
}

/// `1.2.3`, with a pre-release or a build behind it; not `1.2` or `1.2.x`.
fn is_exact(version: &str) -> bool {
    let numbers = version.split(['-', '+']).next().unwrap_or_default();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let suffix = version.get(numbers.len()..).unwrap_or_default();
    numbers.split('.').count() == 3
        && numbers.split('.').all(is_number)
        && suffix.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'.'))
}

/// `git+https://h/r#commit`, `github:u/r#v1.0`, `u/r`, or the URL of an archive.
fn url_pinning(url: &str) -> Pinning {
    let (address, fragment) = url.split_once('#').unwrap_or((url, ""));
    let revision = fragment.strip_prefix("semver:");
    match revision {
        Some(range) => pinning(range),
        None if fragment.bytes().any(|b| b.is_ascii_digit()) => Pinning::Exact,
        None if [".tgz", ".tar.gz"].iter().any(|suffix| address.ends_with(suffix)) => Pinning::Exact,
        None => Pinning::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_is_asked_for() {
        let text = r#"{
            "name": "x", "private": true, "files": ["a", {"b": -1.5e3}], "engines": {"node": ">=20"},
            "packageManager": "pnpm@9.1.0",
            "scripts": {"build": "tsc \"x\" é\u00e9"},
            "dependencies": {"react": "^18.2.0", "left-pad": "1.3.0"},
            "devDependencies": {"jest": "latest"}
        }"#;
        let (package, errors) = parse(text);
        assert_eq!(errors, []);
        assert_eq!(package.package_manager.as_ref().map(|m| m.span.of(text)), Some("pnpm@9.1.0"));
        let scripts: Vec<_> = package
            .scripts
            .iter()
            .map(|s| (&*s.name.value, &*s.command.value, s.command.span.of(text)))
            .collect();
        assert_eq!(scripts, [("build", "tsc \"x\" éé", r#"tsc \"x\" é\u00e9"#)]);
        let dependencies: Vec<_> = package
            .dependencies
            .iter()
            .map(|d| (d.section, &*d.name.value, d.range.span.of(text), d.pinning()))
            .collect();
        assert_eq!(
            dependencies,
            [
                (Section::Normal, "react", "^18.2.0", Pinning::Range),
                (Section::Normal, "left-pad", "1.3.0", Pinning::Exact),
                (Section::Dev, "jest", "latest", Pinning::None),
            ]
        );
    }

    #[test]
    fn tells_how_firmly_a_version_is_named() {
        for (range, want) in [
            ("1.2.3", Pinning::Exact),
            ("=1.2.3", Pinning::Exact),
            ("v1.2.3-rc.1+b", Pinning::Exact),
            ("1.2", Pinning::Range),
            ("1.2.x", Pinning::Range),
            ("^1.2.3", Pinning::Range),
            ("~1.2.3", Pinning::Range),
            (">=1 <2", Pinning::Range),
            ("1.2.3 - 2.0.0", Pinning::Range),
            ("1.2.3 || 2.0.0", Pinning::Range),
            ("*", Pinning::None),
            ("", Pinning::None),
            ("next", Pinning::None),
            ("npm:@s/x@1.0.0", Pinning::Exact),
            ("npm:x", Pinning::None),
            ("workspace:*", Pinning::Local),
            ("file:../x", Pinning::Local),
            ("u/r", Pinning::None),
            ("github:u/r#main", Pinning::None),
            ("git+ssh://git@h/r.git#v1.0.27", Pinning::Exact),
            ("git+ssh://git@h/r.git#semver:^5", Pinning::Range),
            ("https://h/x-1.0.tgz", Pinning::Exact),
        ] {
            assert_eq!(pinning(range), want, "{range}");
        }
    }

    #[test]
    fn keeps_what_stands_before_an_error() {
        for (text, wrong) in [
            (r#"{"dependencies": {"a": "1"}, "x" "#, ""),
            (r#"{"dependencies": {"a": "1"}, "x": tru}"#, "t"),
            (r#"{"dependencies": {"a": "1"}, "x": "y}"#, "\""),
            (r#"{"dependencies": {"a": "1"}} é"#, "é"),
            (r#"{"dependencies": {"a": "1"}, "x": "\uZ"}"#, "\\"),
        ] {
            let (package, errors) = parse(text);
            let spans: Vec<_> = errors.iter().map(|e| e.span.of(text)).collect();
            assert_eq!((package.dependencies.len(), spans), (1, vec![wrong]), "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in r#"\{("(dependencies|a|scripts|\\u00e9)":|[{}\[\],:"é\\ 1n]|"x"){0,24}"#) {
            let (package, errors) = parse(&text);
            let parts = package.dependencies.iter().flat_map(|d| [&d.name, &d.range]);
            let parts = parts.chain(package.scripts.iter().flat_map(|s| [&s.name, &s.command]));
            let spans = parts.map(|part| part.span).chain(errors.iter().map(|e| e.span));
            for span in spans {
                prop_assert!(text.get(span.range()).is_some(), "{:?} {:?}", text, span);
            }
        }
    }

    #[test]
    fn deep_nesting_is_an_error() {
        let text = format!(r#"{{"a": {}"#, "[".repeat(100_000));
        assert_eq!(parse(&text).1.len(), 1);
    }
}
