//! [`LineEnd`]: editors normalise line ends to LF; this remembers what they were.

use serde::{Deserialize, Serialize};

/// How the lines of a text end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineEnd {
    /// `\n`.
    #[default]
    Lf,
    /// `\r\n`.
    Crlf,
}

impl LineEnd {
    /// How most lines of `text` end.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let all = text.matches('\n').count();
        let crlf = text.matches("\r\n").count();
        if crlf * 2 > all { Self::Crlf } else { Self::Lf }
    }

    /// `text`, which has only LF, with these line ends.
    #[must_use]
    pub fn restore(self, text: &str) -> String {
        match self {
            Self::Lf => text.to_owned(),
            Self::Crlf => text.replace('\n', "\r\n"),
        }
    }
}

/// `text` with LF at every line end. A lone CR counts as one, as in the editor.
#[must_use]
pub fn normalise(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_majority_decides() {
        assert_eq!(LineEnd::of(""), LineEnd::Lf);
        assert_eq!(LineEnd::of("a\nb\r\n"), LineEnd::Lf);
        assert_eq!(LineEnd::of("a\r\nb\r\nc\n"), LineEnd::Crlf);
    }

    #[test]
    fn comes_back_as_it_was() {
        let text = "A=1\r\nB=2\r\n";
        assert_eq!(normalise(text), "A=1\nB=2\n");
        assert_eq!(LineEnd::of(text).restore(&normalise(text)), text);
        assert_eq!(normalise("a\rb"), "a\nb");
    }
}
