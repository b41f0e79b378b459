//! What docklint says: [`Report`], [`Diagnostic`], [`Fix`]. Plain data; the report crate renders it.

use crate::FileId;
use crate::text::{Edit, Span};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How much a finding matters, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Matters to readers only.
    Style,
    /// Worth knowing; nothing breaks.
    Info,
    /// Works today, and will hurt.
    Warning,
    /// Does not work, or gives something away.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Style => "style",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// Whether a fix may be applied without a person looking at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// May change what the files do; a person should look.
    Unsafe,
    /// Keeps the meaning, but for the defect itself.
    Safe,
}

/// One way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an instruction: "Add `--no-install-recommends`".
    pub title: String,
    /// Whether it is safe to apply unseen.
    pub applicability: Applicability,
    /// The changes; usually all in one file.
    pub edits: Vec<(FileId, Edit)>,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The file of the place.
    pub file: FileId,
    /// The place.
    pub span: Span,
    /// What stands there, in a few words: "first published here".
    pub message: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file it is in.
    pub file: FileId,
    /// The smallest place that is wrong.
    pub span: Span,
    /// The rule's code, such as `DL3006`.
    pub code: &'static str,
    /// The rule's name, such as `untagged-base-image`.
    pub rule: &'static str,
    /// How much it matters, after configuration.
    pub severity: Severity,
    /// What is wrong, why, and what to do. Never holds more than the first four characters of a secret.
    pub message: String,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Ways to mend it, best first.
    pub fixes: Vec<Fix>,
}

impl Diagnostic {
    /// Adds another place in the same file.
    pub fn related(&mut self, span: Span, message: impl Into<String>) -> &mut Self {
        self.related_in(self.file, span, message)
    }

    /// Adds another place in any file.
    pub fn related_in(&mut self, file: FileId, span: Span, message: impl Into<String>) -> &mut Self {
        self.related.push(Related { file, span, message: message.into() });
        self
    }

    /// Adds a fix that keeps the meaning, as edits of the finding's own file.
    pub fn safe_fix(&mut self, title: impl Into<String>, edits: impl IntoIterator<Item = Edit>) -> &mut Self {
        self.fix(Applicability::Safe, title, edits)
    }

    /// Adds a fix that a person should look at, as edits of the finding's own file.
    pub fn unsafe_fix(
        &mut self,
        title: impl Into<String>,
        edits: impl IntoIterator<Item = Edit>,
    ) -> &mut Self {
        self.fix(Applicability::Unsafe, title, edits)
    }

    /// Sets another severity than the rule's own, where the rule knows better in this very case.
    ///
    /// A severity that the user configured still wins.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }

    fn fix(
        &mut self,
        applicability: Applicability,
        title: impl Into<String>,
        edits: impl IntoIterator<Item = Edit>,
    ) -> &mut Self {
        let edits = edits.into_iter().map(|edit| (self.file, edit)).collect();
        self.fixes.push(Fix { title: title.into(), applicability, edits });
        self
    }
}

/// Everything that was found in a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The findings, by path, place and code.
    pub diagnostics: Vec<Diagnostic>,
    /// How many files were linted.
    pub files: usize,
    /// How many findings pragmas silenced.
    pub suppressed: usize,
}

impl Report {
    /// How many findings have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|d| d.severity == severity).count()
    }

    /// Whether a finding is at least this severe.
    #[must_use]
    pub fn reaches(&self, level: Severity) -> bool {
        self.diagnostics.iter().any(|d| d.severity >= level)
    }
}
