//! What `rm -r` removes if every variable in its arguments is empty.

use crate::shell::{Part, PartKind, Simple, Word};

/// How many words a brace expansion may become before it is left alone.
const MAX_WORDS: usize = 64;

/// Directories that a system needs.
const SYSTEM: [&str; 15] = [
    "",
    "/bin",
    "/boot",
    "/dev",
    "/etc",
    "/home",
    "/lib",
    "/lib64",
    "/media",
    "/mnt",
    "/usr",
    "/usr/bin",
    "/usr/local",
    "/usr/share",
    "/var",
];

/// A path that `rm -r` removes.
#[derive(Clone, Debug)]
pub struct Removed<'s, 't> {
    /// The argument.
    pub word: &'s Word<'t>,
    /// Whether it is known without running anything.
    pub literal: bool,
    /// The path with nothing in place of variables, repeated slashes and stars collapsed.
    pub path: String,
}

impl Removed<'_, '_> {
    /// Whether it is `/`, a directory that the system needs, or everything in one.
    #[must_use]
    pub fn is_system_path(&self) -> bool {
        let path = self.path.as_str();
        let directory = ["/*/*", "/*", "/"].iter().find_map(|end| path.strip_suffix(end)).unwrap_or(path);
        !path.is_empty() && SYSTEM.contains(&directory)
    }
}

/// The paths that the command removes, if it is `rm` with `-r`.
pub fn removed_paths<'s, 't>(simple: &'s Simple<'t>) -> impl Iterator<Item = Removed<'s, 't>> {
    let removes = simple.name() == Some("rm") && simple.has_flag(&["r", "R", "recursive"]);
    let words = if removes { simple.arguments() } else { &[] };
    words.iter().flat_map(|word| {
        let expands = |part: &Part<'_>| part.is_expansion();
        let literal = !word.flat_parts().any(|(part, _)| expands(part));
        let paths = texts(&word.parts).unwrap_or_default();
        paths.into_iter().map(move |text| Removed { word, literal, path: normalise(&text) })
    })
}

/// The texts that parts become with empty variables; `None` where a variable sees to being unset.
fn texts(parts: &[Part<'_>]) -> Option<Vec<String>> {
    let mut texts = vec![String::new()];
    for part in parts {
        let pieces = match &part.kind {
            PartKind::Double(inner) => self::texts(inner)?,
            PartKind::Parameter(parameter) if matches!(parameter.operator_text(), ":?" | ":-" | ":=") => {
                return None;
            }
            PartKind::Braces(words) => {
                let words: Option<Vec<Vec<String>>> =
                    words.iter().map(|word| self::texts(&word.parts)).collect();
                words?.concat()
            }
            _ => vec![part.literal().unwrap_or_default().into_owned()],
        };
        if texts.len() * pieces.len() > MAX_WORDS {
            return None;
        }
        texts =
            texts.iter().flat_map(|text| pieces.iter().map(move |piece| format!("{text}{piece}"))).collect();
    }
    Some(texts)
}

fn normalise(text: &str) -> String {
    let mut path = String::with_capacity(text.len());
    for c in text.chars() {
        if !((c == '/' || c == '*') && path.ends_with(c)) {
            path.push(c);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::{Dialect, calls, parse};
    use crate::text::Mapped;

    #[test]
    fn knows_what_a_system_needs() {
        for (argument, expected) in [
            ("$x/*", true),
            ("$x/", true),
            ("/$x", true),
            ("$x/bin", true),
            ("$x/$y", true),
            ("/var/$x", true),
            ("/usr/*", true),
            ("${x?}/*", true),
            ("/{usr,opt}", true),
            ("\"$x\"", false),
            ("$x*", false),
            ("$x/foo", false),
            ("/tmp/$x", false),
            ("/opt/$x", false),
            ("/var/lib/$x", false),
            ("${x:?}/*", false),
            ("/opt", false),
            ("/home/", true),
            ("/", true),
        ] {
            let source = format!("rm -rf {argument}");
            let text = Mapped::borrowed(&source, 0);
            let script = parse(&text, Dialect::Bash);
            let found = removed_paths(calls(&script)[0].simple).any(|removed| removed.is_system_path());
            assert_eq!(found, expected, "{argument}");
        }
    }
}
