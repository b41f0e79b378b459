//! The rules: small predicates over facts.
//!
//! A rule is two files side by side, `x_y.rs` (its [`Meta`], predicate and fix) and `x_y.md` (its page, whose examples are its
//! tests). The stem is the rule's name. The `mod.rs` of each family is generated from the folder; see CONTRIBUTING.md.

mod compose;
mod dockerfile;
mod dotenv;
mod leaks;
mod message;
mod pragma;
mod project;
mod secrets;
mod shell;

use crate::compose::{ComposeFile, LoadErrorKind, Place};
use crate::config::Options;
use crate::diagnostic::{Diagnostic, Severity};
use crate::dotenv::Dotenv;
use crate::model::Build;
use crate::package_json::PackageJson;
use crate::project::{Project, Stack};
use crate::requirements::Requirements;
use crate::shell::Facts;
use crate::text::Span;
use crate::workspace::{FileId, SourceFile};
use serde::Serialize;

/// What a rule is about; `--select` takes these names too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// Credentials where others can read them.
    Secrets,
    /// Versions that move by themselves.
    Pins,
    /// Published and exposed ports.
    Ports,
    /// Does not load, does not build, or does something else than it reads.
    Correctness,
    /// Gives an intruder more than needed.
    Security,
    /// Makes images larger or builds slower.
    Size,
    /// Matters to readers.
    Style,
    /// Mistakes in shell commands.
    Shell,
}

/// Whether a rule runs without being asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Runs unless ignored.
    Default,
    /// Runs in the preset `strict`, or when selected: true, but nearly every real file fails it.
    Strict,
    /// Runs only when selected.
    OptIn,
    /// Runs only when selected by its own code, name or alias: even `ALL` leaves it out, since it asks for the contrary of what
    /// others ask for, or its peer keeps it off too.
    Explicit,
}

/// Which fixes a rule may offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FixSafety {
    /// No fix.
    None,
    /// Only fixes that keep the meaning.
    Safe,
    /// Only fixes that a person should look at.
    Unsafe,
    /// Some of each, depending on the case.
    Both,
}

/// What a rule says about itself. Its name is the stem of its file; its summary stands in its page.
#[derive(Clone, Copy, Debug)]
pub struct Meta {
    /// `DL3006`: family and number, unique and never reused.
    pub code: &'static str,
    /// The usual severity.
    pub severity: Severity,
    /// What it is about.
    pub category: Category,
    /// Whether it runs without being asked for.
    pub group: Group,
    /// What peers call the same check: `hadolint:DL3006`, `buildkit:UndefinedVar`, `dclint:no-version-field`,
    /// `dotenv:DuplicatedKey`.
    pub aliases: &'static [&'static str],
    /// Which fixes it may offer.
    pub fix: FixSafety,
    /// The predicate.
    pub check: Check,
}

impl Meta {
    /// What most rules share: a default rule without fix and without a counterpart elsewhere.
    pub const DEFAULT: Self = Self {
        code: "",
        severity: Severity::Warning,
        category: Category::Correctness,
        group: Group::Default,
        aliases: &[],
        fix: FixSafety::None,
        check: Check::Engine,
    };
}

/// A rule's predicate, by what it looks at. Each is called once for each thing of its kind.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// Any file with its plain text.
    File(fn(&SourceFile, &mut Reporter<'_>)),
    /// A compose file on its own, before merging and interpolation.
    Compose(fn(&ComposeFile<'_>, &mut Reporter<'_>)),
    /// A Dockerfile, with its commands.
    Dockerfile(fn(&Build<'_, '_>, &mut Reporter<'_>)),
    /// A .env file.
    Dotenv(fn(&Dotenv<'_>, &mut Reporter<'_>)),
    /// A requirements.txt.
    Requirements(fn(&Requirements<'_>, &mut Reporter<'_>)),
    /// A package.json.
    PackageJson(fn(&PackageJson<'_>, &mut Reporter<'_>)),
    /// The facts about a script: the command of RUN and its kin, a here-document that a shell runs, or one that COPY makes a script.
    Shell(fn(&Facts<'_, '_>, &mut Reporter<'_>)),
    /// Compose files that run together, merged and with their variables expanded.
    Stack(fn(&Stack<'_>, &mut Reporter<'_>)),
    /// The whole project at once; it names the file of each finding itself.
    Project(fn(&Project<'_>, &mut Reporter<'_>)),
    /// Reported by the engine itself, such as an unused ignore comment.
    Engine,
}

/// A rule as the generated lists pair it: name and summary from its page, the rest from its code.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The kebab-case stem of its files.
    pub name: &'static str,
    /// The one-line summary of its page. Empty in a browser, where the pages themselves are at hand.
    pub summary: &'static str,
    /// `dockerfile`, `compose` ...: the folder it lives in.
    pub family: &'static str,
    /// The rest.
    pub meta: Meta,
}

impl Rule {
    /// Whether `tool` has the same check.
    #[must_use]
    pub fn has_alias_of(&self, tool: &str) -> bool {
        self.meta.aliases.iter().any(|alias| alias.split_once(':').is_some_and(|(of, _)| of == tool))
    }

    /// The rule's page on the web.
    #[must_use]
    pub fn url(&self) -> String {
        format!("https://docklint.github.io/docklint/rules/{}.html", self.name)
    }
}

/// A summary in the generated lists: left out of what a browser downloads.
const fn summary(text: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { text }
}

/// All rules, family by family, each family by name.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    let families = [
        dockerfile::RULES,
        shell::RULES,
        compose::RULES,
        dotenv::RULES,
        project::RULES,
        secrets::RULES,
        pragma::RULES,
    ];
    families.into_iter().flatten()
}

/// The rule with this code or name.
#[must_use]
pub fn find(code_or_name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.meta.code.eq_ignore_ascii_case(code_or_name) || rule.name == code_or_name)
}

/// What a predicate may ask, and where it puts its findings.
#[derive(Debug)]
pub struct Reporter<'p> {
    /// The project that is linted: other files, stacks, links.
    pub project: &'p Project<'p>,
    /// The rules' options.
    pub options: &'p Options,
    /// The file under inspection. In a project rule, the first file.
    pub file: FileId,
    rule: &'static Rule,
    found: Vec<Diagnostic>,
}

impl<'p> Reporter<'p> {
    pub(crate) fn new(
        project: &'p Project<'p>,
        options: &'p Options,
        file: FileId,
        rule: &'static Rule,
    ) -> Self {
        Self { project, options, file, rule, found: Vec::new() }
    }

    /// Reports a finding in the file under inspection; related places and fixes are added to what it returns.
    pub fn report(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.report_in(self.file, span, message)
    }

    /// Reports a finding in any file of the project.
    pub fn report_in(&mut self, file: FileId, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        let found = Diagnostic {
            file,
            span,
            code: self.rule.meta.code,
            rule: self.rule.name,
            severity: self.rule.meta.severity,
            message: message::with_short_quotes(message.into()),
            related: Vec::new(),
            fixes: Vec::new(),
        };
        self.found.push(found);
        let last = self.found.len() - 1;
        &mut self.found[last]
    }

    /// Reports a finding at a place of a stack.
    pub fn report_at(
        &mut self,
        stack: &Stack<'_>,
        place: Place,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        let (file, span) = stack.locate(place);
        self.report_in(file, span, message)
    }

    /// Reports what keeps Compose from loading a stack, as far as it is of one of these kinds.
    pub fn report_load_errors(&mut self, stack: &Stack<'_>, kinds: &[LoadErrorKind]) {
        for error in stack.errors().iter().filter(|error| kinds.contains(&error.kind)) {
            let found = self.report_at(stack, error.place, error.message.as_str());
            for related in &error.related {
                let (file, span) = stack.locate(related.place);
                found.related_in(file, span, related.message.as_str());
            }
        }
    }

    /// The text of the file under inspection.
    #[must_use]
    pub fn source(&self) -> &'p str {
        &self.project.workspace.file(self.file).text
    }

    /// Runs a predicate over a script, and forgets what a comment in the script silences or `keep` refuses.
    pub(crate) fn check_script(
        &mut self,
        facts: &Facts<'_, '_>,
        check: fn(&Facts<'_, '_>, &mut Reporter<'_>),
        keep: impl Fn(&mut Diagnostic) -> bool,
    ) {
        let before = self.found.len();
        check(facts, self);
        let mut new = self.found.split_off(before);
        new.retain_mut(|found| !facts.silences(found.code, found.span) && keep(found));
        self.found.extend(new);
    }

    pub(crate) fn into_findings(self) -> Vec<Diagnostic> {
        self.found
    }
}
