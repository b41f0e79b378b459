//! requirements.txt as pip reads it: one requirement or option a line, continued by a backslash.
//!
//! Sources: pip's "Requirements File Format"; the dependency specifiers of the Python packaging guide (PEP 508).

mod line;
mod requirement;

pub use line::parse;

use crate::Pinning;
use crate::text::{Mapped, Span};

/// A requirements file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requirements<'a> {
    /// Its lines without comments and blank ones.
    pub items: Vec<Item<'a>>,
}

/// One logical line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item<'a> {
    /// Something to install.
    Requirement(Requirement<'a>),
    /// An option of the file: `-r other.txt`, `--index-url URL`.
    Option(FileOption<'a>),
}

/// `--name value`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileOption<'a> {
    /// The long name of the option, whichever was written, with its dashes.
    pub name: &'a str,
    /// The place of the name.
    pub name_span: Span,
    /// What follows the name and a blank or `=`; empty for flags.
    pub value: Mapped<'a>,
}

/// Something to install.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement<'a> {
    /// From the name or URL to the end of its version or marker, without options.
    pub span: Span,
    /// Whether it follows `-e`.
    pub editable: bool,
    /// The name of the package, where it is written.
    pub name: Option<Mapped<'a>>,
    /// `[a,b]` behind the name.
    pub extras: Vec<Mapped<'a>>,
    /// Where it comes from.
    pub source: Source<'a>,
    /// The condition behind the `;`.
    pub marker: Option<Mapped<'a>>,
    /// The values of `--hash`.
    pub hashes: Vec<Mapped<'a>>,
}

/// Where a package comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source<'a> {
    /// An index, by name and versions; all of the specifiers must hold.
    Index(Vec<Specifier<'a>>),
    /// `name @ URL` or a bare URL, with version control (`git+https://...@rev`) or without.
    Url(Mapped<'a>),
    /// A path of this computer.
    Path(Mapped<'a>),
}

/// `>= 1.2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Specifier<'a> {
    /// The whole of it.
    pub span: Span,
    /// `==`, `===`, `~=`, `!=`, `<=`, `>=`, `<` or `>`.
    pub operator: &'static str,
    /// The version; may end in `.*`.
    pub version: Mapped<'a>,
}

impl<'a> Requirements<'a> {
    /// The requirements in the order of the file.
    pub fn requirements(&self) -> impl Iterator<Item = &Requirement<'a>> {
        self.items.iter().filter_map(|item| match item {
            Item::Requirement(requirement) => Some(requirement),
            Item::Option(_) => None,
        })
    }

    /// The options in the order of the file.
    pub fn options(&self) -> impl Iterator<Item = &FileOption<'a>> {
        self.items.iter().filter_map(|item| match item {
            Item::Option(option) => Some(option),
            Item::Requirement(_) => None,
        })
    }
}

impl FileOption<'_> {
    /// Whether it names another file with requirements or constraints, whose path is the value.
    #[must_use]
    pub fn is_include(&self) -> bool {
        matches!(self.name, "--requirement" | "--constraint")
    }
}

impl Requirement<'_> {
    /// The name as indexes compare it: lower case, runs of `-`, `_` and `.` as one dash.
    #[must_use]
    pub fn normalized_name(&self) -> Option<String> {
        let lower = self.name.as_ref()?.to_ascii_lowercase();
        let words: Vec<&str> = lower.split(['-', '_', '.']).filter(|word| !word.is_empty()).collect();
        Some(words.join("-"))
    }

    /// How firmly it names one version.
    #[must_use]
    pub fn pinning(&self) -> Pinning {
        if !self.hashes.is_empty() {
            return Pinning::Exact;
        }
        match &self.source {
            Source::Path(_) => Pinning::Local,
            Source::Url(url) if url.starts_with("file:") => Pinning::Local,
            Source::Url(url) if is_fixed_url(url) => Pinning::Exact,
            Source::Url(_) => Pinning::None,
            Source::Index(specifiers) if specifiers.iter().any(Specifier::is_exact) => Pinning::Exact,
            Source::Index(specifiers) if specifiers.is_empty() => Pinning::None,
            Source::Index(_) => Pinning::Range,
        }
    }
}

impl Specifier<'_> {
    /// `==1.2` or `===1.2`, but not `==1.*`.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        match self.operator {
            "===" => true,
            "==" => !self.version.ends_with(".*"),
            _ => false,
        }
    }
}

/// Whether a URL gives the same every time: it carries a hash, or a revision of version control that is no branch by its looks, or
/// is an archive with a version in its name.
fn is_fixed_url(url: &str) -> bool {
    let (address, fragment) = url.split_once('#').unwrap_or((url, ""));
    if fragment.split('&').any(|part| {
        ["sha256=", "sha384=", "sha512=", "sha224=", "sha1=", "md5="].iter().any(|h| part.starts_with(h))
    }) {
        return true;
    }
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = path.split_once('/').map_or("", |(_, path)| path);
    let has_digit = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
    if ["git+", "hg+", "svn+", "bzr+"].iter().any(|vcs| address.starts_with(vcs)) {
        return path.rsplit_once('@').is_some_and(|(_, revision)| has_digit(revision));
    }
    let path = path.split('?').next().unwrap_or_default();
    is_archive(path) && path.rsplit('/').next().is_some_and(has_digit)
}

/// Whether a file name has one of the suffixes that pip unpacks.
fn is_archive(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    [".whl", ".zip", ".tar.gz", ".tgz", ".tar", ".tar.bz2", ".tbz", ".tar.xz", ".txz", ".tlz", ".tar.lz"]
        .iter()
        .any(|suffix| lower.ends_with(suffix))
}
