//! .dockerignore and .gitignore: which files a pattern file leaves out.
//!
//! Sources: BuildKit's reader with moby's patternmatcher; gitignore(5).

mod glob;

pub use glob::{BadClass, Dialect, Glob, path_matches};

use crate::SyntaxError;
use crate::text::{Span, Spanned};

/// A pattern file; the last pattern that fits a path decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IgnoreFile<'a> {
    /// How the patterns are meant.
    pub dialect: Dialect,
    /// The patterns in the order of the file.
    pub patterns: Vec<Pattern<'a>>,
}

/// One line of a pattern file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern<'a> {
    /// As written, without white space around it, a `!` included.
    pub text: Spanned<&'a str>,
    /// Whether it takes back what earlier patterns leave out.
    pub negated: bool,
    /// Whether it fits folders only (`cache/` in a .gitignore).
    pub folders_only: bool,
    /// Without `!`, slashes at the ends, and `.` or `..` parts.
    pub normal: String,
    glob: Glob,
}

/// Reads a .dockerignore. BuildKit refuses the whole file for each error.
#[must_use]
pub fn parse_dockerignore(text: &str) -> (IgnoreFile<'_>, Vec<SyntaxError>) {
    parse(text, Dialect::Docker)
}

/// Reads a .gitignore. Git passes over a line with an error.
#[must_use]
pub fn parse_gitignore(text: &str) -> (IgnoreFile<'_>, Vec<SyntaxError>) {
    parse(text, Dialect::Git)
}

fn parse(text: &str, dialect: Dialect) -> (IgnoreFile<'_>, Vec<SyntaxError>) {
    let mut patterns = Vec::new();
    let mut errors = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let mut start = offset;
        offset += line.len();
        let marked = if start == 0 { line.strip_prefix('\u{feff}').unwrap_or(line) } else { line };
        start += line.len() - marked.len();
        if marked.starts_with('#') {
            continue;
        }
        let trimmed = match dialect {
            Dialect::Docker => marked.trim(),
            Dialect::Git => git_trim(marked),
        };
        if trimmed.is_empty() {
            continue;
        }
        if dialect == Dialect::Docker {
            start += marked.len() - marked.trim_start().len();
        }
        let written = Spanned::new(trimmed, Span::new(start, start + trimmed.len()));
        match Pattern::new(written, dialect) {
            Ok(pattern) => patterns.extend(pattern),
            Err(error) => errors.push(error),
        }
    }
    (IgnoreFile { dialect, patterns }, errors)
}

/// Without the line end and trailing spaces; a space behind a backslash stays.
fn git_trim(line: &str) -> &str {
    let line = line.strip_suffix('\n').unwrap_or(line);
    let line = line.strip_suffix('\r').unwrap_or(line);
    let trimmed = line.trim_end_matches(' ');
    let escaped = trimmed.bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1;
    if escaped { line.get(..trimmed.len() + 1).unwrap_or(trimmed) } else { trimmed }
}

impl<'a> Pattern<'a> {
    /// `None` where nothing is left of the pattern, as of a single slash.
    fn new(text: Spanned<&'a str>, dialect: Dialect) -> Result<Option<Self>, SyntaxError> {
        let (negated, body) = match text.strip_prefix('!') {
            Some(body) => (true, if dialect == Dialect::Docker { body.trim() } else { body }),
            None => (false, text.value),
        };
        if body.is_empty() {
            return Err(SyntaxError::new(
                text.span,
                "A `!` needs a pattern behind it, to take files back in.",
            ));
        }
        let folders_only = dialect == Dialect::Git && body.ends_with('/');
        let normal = match dialect {
            Dialect::Docker => clean(body),
            Dialect::Git => body.trim_matches('/').to_owned(),
        };
        if normal.is_empty() {
            return Ok(None);
        }
        let anchored = body.trim_end_matches('/').contains('/');
        let compiled = match dialect {
            Dialect::Git if !anchored => Glob::new(&format!("**/{normal}"), dialect),
            _ => Glob::new(&normal, dialect),
        };
        match compiled {
            Ok(glob) => Ok(Some(Self { text, negated, folders_only, normal, glob })),
            Err(BadClass) => {
                let message =
                    "A `[` in this pattern has no `]`; close it, or write `\\[` for the character itself.";
                Err(SyntaxError::new(text.span, message))
            }
        }
    }

    /// Whether it is about everything at once: `*`, `**` or `**/*`.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        matches!(self.normal.as_str(), "*" | "**" | "**/*")
    }
}

impl<'a> IgnoreFile<'a> {
    /// Whether the file or folder at `path` is left out. `path` counts from the folder of the pattern file, with `/` between its parts
    /// and none at its ends.
    #[must_use]
    pub fn matches(&self, path: &str, is_folder: bool) -> bool {
        self.excluding_pattern(path, is_folder).is_some()
    }

    /// The pattern that leaves out the file or folder at `path`.
    #[must_use]
    pub fn excluding_pattern(&self, path: &str, is_folder: bool) -> Option<&Pattern<'a>> {
        match self.dialect {
            // The last pattern that fits the path or a folder above it.
            Dialect::Docker => {
                let fits = |pattern: &Pattern<'_>| prefixes(path).any(|prefix| pattern.glob.matches(prefix));
                self.patterns.iter().rev().find(|p| fits(p)).filter(|p| !p.negated)
            }
            // What is in a folder that is left out cannot be taken back.
            Dialect::Git => prefixes(path).find_map(|prefix| {
                let folder = is_folder || prefix.len() < path.len();
                let fits = |p: &&Pattern<'_>| (folder || !p.folders_only) && p.glob.matches(prefix);
                self.patterns.iter().rev().find(fits).filter(|p| !p.negated)
            }),
        }
    }

    /// Whether any pattern takes files back in.
    #[must_use]
    pub fn has_negations(&self) -> bool {
        self.patterns.iter().any(|p| p.negated)
    }
}

/// The folders above `path` from the top, then `path` itself.
fn prefixes(path: &str) -> impl Iterator<Item = &str> {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    ends.filter_map(|end| path.get(..end)).filter(|prefix| !prefix.is_empty())
}

/// The shortest path that means the same, without slashes at its ends; `..` at the start stays.
#[must_use]
pub fn clean(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if path.starts_with('/') => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dockerignore() {
        let (file, errors) =
            parse_dockerignore("\u{feff}# c\n*.md\n!README.md\n /target/ \n./a/../b\n**/node_modules\n#x\n");
        assert_eq!(errors, []);
        for (path, want) in [
            ("NOTES.md", true),
            ("README.md", false),
            ("docs/NOTES.md", false),
            ("target", true),
            ("target/debug/x", true),
            ("src/target", false),
            ("b/c", true),
            ("web/node_modules/x/y.js", true),
            ("node_modules", true),
            ("#x", false),
        ] {
            assert_eq!(file.matches(path, false), want, "{path}");
        }
        assert!(file.has_negations());
    }

    #[test]
    fn dockerignore_takes_back_what_is_below() {
        let (file, _) = parse_dockerignore("*\n!src\nsrc/secret\n");
        assert!(file.matches("a", false));
        assert!(!file.matches("src/main.rs", false));
        assert!(file.matches("src/secret/key", false));
        assert!(file.patterns.iter().any(Pattern::is_everything));
    }

    #[test]
    fn gitignore() {
        let (file, errors) =
            parse_gitignore("*.log\n!keep.log\n/build\ncache/\ndoc/*.txt\n\\#x\nsp\\ \n# c\na/**/z\n");
        assert_eq!(errors, []);
        for (path, is_folder, want) in [
            ("a.log", false, true),
            ("d/e/a.log", false, true),
            ("keep.log", false, false),
            ("build", true, true),
            ("build/x", false, true),
            ("src/build", true, false),
            ("cache", false, false),
            ("cache", true, true),
            ("src/cache/x", false, true),
            ("doc/a.txt", false, true),
            ("doc/b/a.txt", false, false),
            ("x/doc/a.txt", false, false),
            ("#x", false, true),
            ("sp ", false, true),
            ("a/z", false, true),
            ("a/b/c/z", false, true),
        ] {
            assert_eq!(file.matches(path, is_folder), want, "{path}");
        }
    }

    #[test]
    fn gitignore_cannot_take_back_from_an_ignored_folder() {
        let (file, _) = parse_gitignore("build/\n!build/keep\n");
        assert!(file.matches("build/keep", false));
        let (file, _) = parse_gitignore("build/*\n!build/keep\n");
        assert!(!file.matches("build/keep", false));
    }

    #[test]
    fn errors_stand_at_the_pattern() {
        let text = "a\n  [b\n!\n";
        let (file, errors) = parse_dockerignore(text);
        let spans: Vec<_> = errors.iter().map(|e| e.span.of(text)).collect();
        assert_eq!((file.patterns.len(), spans), (1, vec!["[b", "!"]));
    }

    #[test]
    fn cleans_paths() {
        for (path, want) in
            [("./a/../b/", "b"), ("/a//b", "a/b"), ("../x", "../x"), ("/../x", "x"), (".", ""), ("a/..", "")]
        {
            assert_eq!(clean(path), want, "{path}");
        }
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in "([a!#/*\\[\\] \n\r\\\\é]|\\*\\*/|\u{feff}){0,24}", path in "[a/]{0,8}") {
            for (file, errors) in [parse_dockerignore(&text), parse_gitignore(&text)] {
                let about_folders = file.patterns.iter().any(|p| p.folders_only);
                prop_assert!(about_folders || file.matches(&path, false) == file.matches(&path, true));
                for pattern in &file.patterns {
                    prop_assert_eq!(pattern.text.span.of(&text), pattern.text.value);
                }
                for error in errors {
                    prop_assert!(text.get(error.span.range()).is_some());
                }
            }
        }
    }
}
