//! What the page and its worker say to each other: JSON, stateless. A page and a worker of different builds notice by [`VERSION`].

use crate::line_ends::LineEnd;
use docklint_core::complete::Completion;
use docklint_core::{Applicability, Severity};
use serde::{Deserialize, Serialize};

/// The version that the page shows and that the worker must match.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// A question to the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Comes back with the answer.
    pub id: u32,
    /// What is asked.
    pub call: Call,
}

/// What the worker can do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Call {
    /// Who are you?
    Hello,
    /// What is wrong with these files?
    Lint(Vec<Text>),
    /// These files, please, with all fixes that are at least this safe.
    Fix(Vec<Text>, Applicability),
    /// What does Compose make of these files?
    Resolve(Vec<Text>),
    /// What does the key at this place of this file mean?
    Describe(Text, Position),
    /// What could be written at this place of this file?
    Complete(Text, Position),
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Path from the project's root.
    pub name: String,
    /// The text with LF line ends.
    pub text: String,
    /// What its line ends are for the core.
    #[serde(default)]
    pub ends: LineEnd,
}

/// What the worker sends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reply {
    /// The worker has started.
    Ready(bool),
    /// The answer to one request.
    Answer(u32, Answer),
    /// The worker crashed, with these words. It must not be called again.
    Crash(String),
}

/// The answer to one [`Call`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// To [`Call::Hello`].
    Hello {
        /// [`VERSION`] of the worker's build.
        version: String,
        /// How many rules it knows.
        rules: usize,
    },
    /// To [`Call::Lint`].
    Lint(Findings),
    /// To [`Call::Fix`].
    Fix {
        /// The files that changed.
        changed: Vec<Text>,
        /// How many fixes were applied, by code.
        applied: Vec<(String, usize)>,
    },
    /// To [`Call::Resolve`].
    Resolve(Resolution),
    /// To [`Call::Describe`] and [`Call::Complete`]: a [`KeyHelp`] or [`Completions`] as JSON, `null` where there is nothing to say.
    /// The page hands it to the editor unread.
    Told(String),
    /// The request could not be read.
    Refused(String),
}

/// All findings in a project, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// By path, place and code.
    pub findings: Vec<Finding>,
    /// How many files were checked.
    pub files: usize,
    /// How many findings ignore comments silenced.
    pub suppressed: usize,
}

/// The project as Compose would run it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resolution {
    /// What `docklint resolve` prints, with secrets hidden; `None` where there is no Compose file, or where Compose would refuse it.
    pub yaml: Option<String>,
    /// Why Compose would refuse the project.
    pub errors: Vec<Related>,
    /// What Compose would do without.
    pub warnings: Vec<Related>,
}

/// What is known about a key of a Compose file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyHelp {
    /// Where the key stands.
    pub range: Range,
    /// The keys that lead to it, with dots between them.
    pub path: String,
    /// One sentence.
    pub doc: &'static str,
    /// What to use instead, where it is out of date.
    pub deprecated: Option<&'static str>,
    /// The version of Docker Compose that brought it.
    pub since: Option<&'static str>,
}

/// What could be written at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Completions {
    /// The word that each of them would replace.
    pub range: Range,
    /// All of them.
    pub items: Vec<Completion>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The file.
    pub path: String,
    /// The place.
    pub range: Range,
    /// Such as `DL3006`; empty for what no rule says, such as that the configuration is wrong.
    pub code: String,
    /// Such as `untagged-image`; also the stem of its page. Empty where the code is.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, why, and what to do.
    pub message: String,
    /// Whether the rule is about credentials: a warning before the project is shared.
    pub secret: bool,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Ways to mend it, best first.
    pub fixes: Vec<Fix>,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// The file.
    pub path: String,
    /// The place.
    pub range: Range,
    /// What stands there.
    pub message: String,
}

/// One way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// What it does.
    pub title: String,
    /// Whether it keeps the meaning.
    pub safe: bool,
    /// The changes.
    pub edits: Vec<Edit>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The file.
    pub path: String,
    /// What is replaced.
    pub range: Range,
    /// What stands there afterwards, with LF line ends.
    pub text: String,
}

/// From one place to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// The first place.
    pub start: Position,
    /// The place after the last.
    pub end: Position,
}

/// A place as editors count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// Line, from 0.
    pub line: u32,
    /// UTF-16 code units since the start of the line, from 0.
    pub character: u32,
}
