//! [`lint`]: from texts to a report, and [`Linter`], its steps for callers that run them in parallel.

use crate::config::{Config, Preset, strongest};
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::ignorefile;
use crate::model::{Build, Step, copied};
use crate::project::{ParsedFile, Project, Tree};
use crate::rules::{self, Check, Reporter, Rule};
use crate::sorting::sort_by;
use crate::suppress;
use crate::workspace::{FileId, Workspace};

/// Lints all files of `workspace` together.
#[must_use]
pub fn lint(workspace: &Workspace, config: &Config) -> Report {
    let parsed = workspace.files().map(|(_, file)| ParsedFile::new(file)).collect();
    let project = Project::link_with(workspace, parsed, &config.stacks);
    let linter = Linter::new(&project, config);
    let mut found = linter.check_project();
    found.extend(workspace.files().flat_map(|(id, _)| linter.check_file(id)));
    linter.finish(found)
}

/// The steps of [`lint`] after linking. `check_file` may be called from several threads at once.
#[derive(Debug)]
pub struct Linter<'p> {
    project: &'p Project<'p>,
    config: &'p Config,
    /// The rules that run.
    active: Vec<&'static Rule>,
}

impl<'p> Linter<'p> {
    /// Prepares the rules that `config` asks for.
    #[must_use]
    pub fn new(project: &'p Project<'p>, config: &'p Config) -> Self {
        let active = rules::all().filter(|rule| config.enabled(rule)).collect();
        Self { project, config, active }
    }

    /// The findings of all rules that look at single files, in one file that is to be linted.
    #[must_use]
    pub fn check_file(&self, id: FileId) -> Vec<Diagnostic> {
        let file = self.project.workspace.file(id);
        if !file.lint {
            return Vec::new();
        }
        let tree = &self.project.file(id).tree;
        if let Tree::Dockerfile(dockerfile) = tree {
            let build = Build::new(dockerfile, self.config.preset == Preset::Hadolint);
            let facts: Vec<_> = build.steps().filter_map(Step::facts).collect();
            let copied = if build.as_hadolint { Vec::new() } else { copied(dockerfile) };
            let copied: Vec<_> = copied.iter().map(|script| (script, script.facts())).collect();
            let found = self.run(id, |check, cx| match check {
                Check::File(check) => check(file, cx),
                Check::Dockerfile(check) => check(&build, cx),
                Check::Shell(check) => {
                    facts.iter().for_each(|facts| cx.check_script(facts, *check, |_| true));
                    for (script, facts) in &copied {
                        cx.check_script(facts, *check, |found| script.keeps(found));
                    }
                }
                _ => {}
            });
            return without_echoes(found);
        }
        self.run(id, |check, cx| match (check, tree) {
            (Check::File(check), _) => check(file, cx),
            (Check::Compose(check), Tree::Compose(compose)) => check(compose, cx),
            (Check::Dotenv(check), Tree::Dotenv(dotenv)) => check(dotenv, cx),
            (Check::Requirements(check), Tree::Requirements(requirements)) => check(requirements, cx),
            (Check::PackageJson(check), Tree::PackageJson(package)) => check(package, cx),
            _ => {}
        })
    }

    /// The findings of all rules that look at the whole project.
    #[must_use]
    pub fn check_project(&self) -> Vec<Diagnostic> {
        let Some((first, _)) = self.project.workspace.files().next() else {
            return Vec::new();
        };
        let mut found = self.run(first, |check, cx| match check {
            Check::Project(check) => check(self.project, cx),
            Check::Stack(check) => self.project.stacks.iter().for_each(|stack| check(stack, cx)),
            _ => {}
        });
        found.retain(|d| self.project.workspace.file(d.file).lint);
        found
    }

    /// Silences what pragmas ask for, applies configured severities, and puts all findings in order.
    #[must_use]
    pub fn finish(&self, mut found: Vec<Diagnostic>) -> Report {
        let workspace = self.project.workspace;
        let mut suppressed = 0;
        if self.config.ignore_comments {
            (found, suppressed) = suppress::apply(self.project, self.config, &self.active, found);
        }
        self.drop_ignored_in_files(&mut found);
        for diagnostic in &mut found {
            if let Some(severity) = self.configured_severity(diagnostic.code) {
                diagnostic.severity = severity;
            }
        }
        sort_by(&mut found, |a, b| {
            let key = |d: &Diagnostic| (d.span.start, d.span.end, d.code);
            let path = |d: &Diagnostic| &workspace.file(d.file).path;
            path(a).cmp(path(b)).then_with(|| key(a).cmp(&key(b))).then_with(|| a.message.cmp(&b.message))
        });
        found.dedup();
        let files = workspace.files().filter(|(_, file)| file.lint).count();
        Report { diagnostics: found, files, suppressed }
    }

    fn run(&self, file: FileId, call: impl Fn(&Check, &mut Reporter<'p>)) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for rule in &self.active {
            let mut cx = Reporter::new(self.project, &self.config.options, file, rule);
            call(&rule.meta.check, &mut cx);
            found.extend(cx.into_findings());
        }
        found
    }

    /// Drops what the configuration ignores in single files.
    fn drop_ignored_in_files(&self, found: &mut Vec<Diagnostic>) {
        for (pattern, selectors) in &self.config.per_file_ignores {
            let (pattern, _) = ignorefile::parse_gitignore(pattern);
            let ignored = |diagnostic: &Diagnostic| {
                rules::find(diagnostic.code).is_some_and(|rule| strongest(selectors, rule).is_some())
                    && pattern.matches(&self.project.workspace.file(diagnostic.file).path, false)
            };
            found.retain(|diagnostic| !ignored(diagnostic));
        }
    }

    fn configured_severity(&self, code: &str) -> Option<Severity> {
        let rule = self.active.iter().find(|rule| rule.meta.code == code)?;
        self.config.configured_severity(rule)
    }
}

/// One defect is reported once: where a rule of its own says what is wrong, the syntax error at the same place is left out.
fn without_echoes(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    const SYNTAX_ERROR: &str = "syntax-error";
    let named: Vec<_> = found
        .iter()
        .filter(|d| d.rule != SYNTAX_ERROR && d.severity == Severity::Error)
        .map(|d| d.span)
        .collect();
    found.retain(|d| d.rule != SYNTAX_ERROR || !named.iter().any(|span| span.overlaps(d.span)));
    found
}
