//! [`Glob`]: shell-like patterns over paths.

/// A compiled pattern. Matching takes time in proportion to pattern times path, whatever the pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glob {
    tokens: Vec<Token>,
}

/// Which of the dialects of path patterns is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// .dockerignore, by moby's patternmatcher: `**` is special wherever it stands, `[^x]` negates.
    Docker,
    /// .gitignore: `**` is special only as a whole part of the path, `[!x]` and `[^x]` negate.
    Git,
}

/// A `[` without its `]`, or nothing between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadClass;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Char(char),
    /// `?`: one character that is no slash.
    Any,
    /// `*`: characters that are no slash.
    Star,
    /// `**/`: nothing, or everything up to and including any slash.
    Folders,
    /// `**` at the end: everything.
    Rest,
    Class(Class),
}

/// `[a-z]`. Never a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Class {
    negated: bool,
    ranges: Vec<(char, char)>,
}

impl Glob {
    /// Compiles `pattern`.
    ///
    /// # Errors
    /// [`BadClass`].
    pub fn new(pattern: &str, dialect: Dialect) -> Result<Self, BadClass> {
        let mut tokens = Vec::with_capacity(pattern.len());
        let mut chars = pattern.chars().peekable();
        let mut at_part_start = true;
        while let Some(c) = chars.next() {
            let starts_part = std::mem::replace(&mut at_part_start, c == '/');
            match c {
                '*' => {
                    let mut stars = 1;
                    while chars.next_if_eq(&'*').is_some() {
                        stars += 1;
                    }
                    let whole_part = starts_part && matches!(chars.peek(), None | Some('/'));
                    if stars == 1 || (dialect == Dialect::Git && !whole_part) {
                        tokens.push(Token::Star);
                    } else if chars.peek().is_none() {
                        tokens.push(Token::Rest);
                    } else {
                        at_part_start = chars.next_if_eq(&'/').is_some();
                        if tokens.last() != Some(&Token::Folders) {
                            tokens.push(Token::Folders);
                        }
                    }
                }
                '?' => tokens.push(Token::Any),
                '[' => tokens.push(Token::Class(Class::new(&mut chars, dialect)?)),
                '\\' => tokens.push(Token::Char(chars.next().unwrap_or('\\'))),
                c => tokens.push(Token::Char(c)),
            }
        }
        Ok(Self { tokens })
    }

    /// Whether the whole `path` fits.
    #[must_use]
    pub fn matches(&self, path: &str) -> bool {
        let mut states = States::new(self.tokens.len());
        states.enter(&self.tokens, 0);
        let mut next = States::new(self.tokens.len());
        for c in path.chars() {
            next.clear();
            states.step(&self.tokens, c, &mut next);
            std::mem::swap(&mut states, &mut next);
        }
        states.0.last().copied().unwrap_or(false)
    }
}

impl Class {
    /// Reads on after the `[`. A `]` that comes first is one of the characters.
    fn new(chars: &mut std::iter::Peekable<std::str::Chars<'_>>, dialect: Dialect) -> Result<Self, BadClass> {
        let negates = |c: &char| *c == '^' || (*c == '!' && dialect == Dialect::Git);
        let negated = chars.next_if(negates).is_some();
        let mut ranges = Vec::new();
        loop {
            let start = match chars.next().ok_or(BadClass)? {
                ']' if !ranges.is_empty() => return Ok(Self { negated, ranges }),
                '\\' => chars.next().ok_or(BadClass)?,
                c => c,
            };
            let mut ahead = chars.clone();
            let end = match (ahead.next(), ahead.next()) {
                (Some('-'), Some(end)) if end != ']' => {
                    *chars = ahead;
                    if end == '\\' { chars.next().ok_or(BadClass)? } else { end }
                }
                _ => start,
            };
            ranges.push((start, end));
        }
    }

    fn contains(&self, c: char) -> bool {
        c != '/' && self.ranges.iter().any(|(start, end)| (*start..=*end).contains(&c)) != self.negated
    }
}

/// Which tokens may come next; the one past the last means that all have matched.
struct States(Vec<bool>);

impl States {
    fn new(tokens: usize) -> Self {
        Self(vec![false; tokens + 1])
    }

    fn clear(&mut self) {
        self.0.fill(false);
    }

    fn set(&mut self, at: usize) {
        if let Some(state) = self.0.get_mut(at) {
            *state = true;
        }
    }

    /// Goes before the token `at`, and past it if it may match nothing.
    fn enter(&mut self, tokens: &[Token], mut at: usize) {
        self.set(at);
        while matches!(tokens.get(at), Some(Token::Star | Token::Folders | Token::Rest)) {
            at += 1;
            self.set(at);
        }
    }

    fn step(&self, tokens: &[Token], c: char, next: &mut Self) {
        for (at, (token, active)) in tokens.iter().zip(&self.0).enumerate() {
            match token {
                _ if !active => {}
                Token::Char(wanted) if *wanted == c => next.enter(tokens, at + 1),
                Token::Any if c != '/' => next.enter(tokens, at + 1),
                Token::Class(class) if class.contains(c) => next.enter(tokens, at + 1),
                Token::Star if c != '/' => next.enter(tokens, at),
                Token::Rest => next.enter(tokens, at),
                Token::Folders => {
                    next.set(at);
                    if c == '/' {
                        next.enter(tokens, at + 1);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Whether `path` fits `pattern` as configuration files have them: a pattern without a slash is about the last part of the path, any
/// other about all of it.
///
/// # Errors
/// [`BadClass`].
pub fn path_matches(pattern: &str, path: &str) -> Result<bool, BadClass> {
    let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
    let subject = if pattern.contains('/') { path } else { path.rsplit('/').next().unwrap_or(path) };
    Ok(Glob::new(pattern, Dialect::Git)?.matches(subject))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn matches(pattern: &str, path: &str, dialect: Dialect) -> bool {
        Glob::new(pattern, dialect).unwrap().matches(path)
    }

    #[test]
    fn both_dialects() {
        for (pattern, path, want) in [
            ("*.md", "a.md", true),
            ("*.md", "d/a.md", false),
            ("**/*.md", "a.md", true),
            ("**/*.md", "d/e/a.md", true),
            ("a/**", "a/b/c", true),
            ("a/**", "a", false),
            ("a/**/b", "a/b", true),
            ("a/**/b", "a/x/y/b", true),
            ("a/**/b", "axb", false),
            ("a?c", "abc", true),
            ("a?c", "a/c", false),
            ("[a-c]x", "bx", true),
            ("[^a-c]x", "bx", false),
            ("[^a-c]x", "dx", true),
            ("[]a]", "]", true),
            ("a[b/]c", "a/c", false),
            (r"\*", "*", true),
            (r"\*", "x", false),
            ("*a*b*c", "xaxbxc", true),
            ("*a*b*c", "xaxbx", false),
            ("é*", "éa", true),
            ("", "", true),
            ("", "a", false),
        ] {
            for dialect in [Dialect::Docker, Dialect::Git] {
                assert_eq!(matches(pattern, path, dialect), want, "{pattern} {path} {dialect:?}");
            }
        }
    }

    #[test]
    fn dialects_differ() {
        assert!(matches("a**b", "ax/b", Dialect::Docker));
        assert!(!matches("a**b", "axb", Dialect::Docker));
        assert!(matches("a**b", "axb", Dialect::Git));
        assert!(!matches("a**b", "ax/b", Dialect::Git));
        assert!(matches("[!a]", "b", Dialect::Git));
        assert!(matches("[!a]", "!", Dialect::Docker));
    }

    #[test]
    fn bad_classes_are_errors() {
        for pattern in ["[", "[a", "[]", "[^]", "[a-", r"[\"] {
            assert_eq!(Glob::new(pattern, Dialect::Git), Err(BadClass), "{pattern}");
        }
    }

    #[test]
    fn configuration_globs() {
        assert_eq!(path_matches("*.env", "a/b.env"), Ok(true));
        assert_eq!(path_matches("./a/*.env", "a/b.env"), Ok(true));
        assert_eq!(path_matches("a/*.env", "x/a/b.env"), Ok(false));
        assert_eq!(path_matches("**/a/*.env", "x/a/b.env"), Ok(true));
    }

    /// The definition, by trying everything.
    fn naive(pattern: &[char], path: &[char]) -> bool {
        match (pattern, path) {
            ([], _) => path.is_empty(),
            (['*', '*', '/', rest @ ..], _) => {
                naive(rest, path) || (0..path.len()).any(|i| path[i] == '/' && naive(rest, &path[i + 1..]))
            }
            (['*', '*'], _) => true,
            (['*', rest @ ..], _) => {
                let star = path.iter().take_while(|c| **c != '/').count();
                (0..=star).any(|i| naive(rest, &path[i..]))
            }
            (['?', rest @ ..], [c, after @ ..]) => *c != '/' && naive(rest, after),
            ([p, rest @ ..], [c, after @ ..]) => p == c && naive(rest, after),
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_definition(pattern in r"(\*\*/)?([ab/?]|a\*|/\*\*/){0,8}(/\*\*)?", path in "[ab/]{0,8}") {
            let chars: Vec<char> = pattern.chars().collect();
            let want = naive(&chars, &path.chars().collect::<Vec<_>>());
            prop_assert_eq!(matches(&pattern, &path, Dialect::Git), want);
        }

        #[test]
        fn takes_any_pattern(pattern in r"[a*?/\[\]!^\\é-]{0,16}", path in "[aé/!]{0,16}") {
            for dialect in [Dialect::Docker, Dialect::Git] {
                let _ = Glob::new(&pattern, dialect).map(|glob| glob.matches(&path));
            }
        }
    }
}
