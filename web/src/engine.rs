//! [`answer`]: the core behind one function from JSON to JSON.

use crate::config::{self, Trouble};
use crate::line_ends::normalise;
use crate::message::{
    Answer, Call, Completions, Edit, Finding, Findings, Fix, KeyHelp, Position, Range, Related, Reply,
    Request, Resolution, Text, VERSION,
};
use docklint_core::complete::completions;
use docklint_core::compose::schema::key_at;
use docklint_core::project::resolve::{self, Ask, Problem};
use docklint_core::project::{ParsedFile, Project};
use docklint_core::rules::{self, Category};
use docklint_core::text::{LineIndex, Span};
use docklint_core::workspace::join;
use docklint_core::{Applicability, Config, Diagnostic, FileId, FileKind, Severity, SourceFile, Workspace};
use serde::Serialize;

/// Answers one request. Keeps nothing.
#[must_use]
pub fn answer(request: &str) -> String {
    let (id, answer) = match serde_json::from_str::<Request>(request) {
        Ok(Request { id, call }) => (id, carry_out(call)),
        Err(error) => (0, Answer::Refused(error.to_string())),
    };
    serde_json::to_string(&Reply::Answer(id, answer)).unwrap_or_default()
}

fn carry_out(call: Call) -> Answer {
    match call {
        Call::Hello => Answer::Hello { version: VERSION.to_owned(), rules: rules::all().count() },
        Call::Lint(texts) => Answer::Lint(lint(&texts)),
        Call::Fix(texts, least) => fix(&texts, least),
        Call::Resolve(texts) => Answer::Resolve(resolution(&texts)),
        Call::Describe(text, at) => told(describe(&text, at)),
        Call::Complete(text, at) => told(complete(&text, at)),
    }
}

/// The page knows the files that it was given; about others nobody can say whether they exist.
fn workspace(texts: &[Text]) -> Workspace {
    let files = texts.iter().map(|text| SourceFile::new(text.name.as_str(), text.ends.restore(&text.text)));
    Workspace::new(files.collect())
}

fn lint(texts: &[Text]) -> Findings {
    let workspace = workspace(texts);
    let (config, trouble) = match config::read(&workspace) {
        Ok(config) => (config, None),
        Err(trouble) => (Config::default(), Some(trouble)),
    };
    let report = docklint_core::lint(&workspace, &config);
    let places = Places::new(&workspace);
    let trouble = trouble.map(|trouble| places.trouble(trouble));
    Findings {
        findings: trouble
            .into_iter()
            .chain(report.diagnostics.iter().map(|found| places.finding(found)))
            .collect(),
        files: report.files,
        suppressed: report.suppressed,
    }
}

fn fix(texts: &[Text], least: Applicability) -> Answer {
    let workspace = workspace(texts);
    let config = config::read(&workspace).unwrap_or_default();
    let fixed = docklint_core::fix(workspace, &config, least);
    let after = fixed.workspace.files().map(|(_, file)| normalise(&file.text));
    let changed = texts
        .iter()
        .zip(after)
        .filter(|(before, after)| before.text != *after)
        .map(|(before, text)| Text { text, ..before.clone() })
        .collect();
    let applied = fixed.applied.into_iter().map(|(code, count)| (code.to_owned(), count)).collect();
    Answer::Fix { changed, applied }
}

/// The project of the top folder, or else the first one that there is.
fn resolution(texts: &[Text]) -> Resolution {
    let workspace = workspace(texts);
    let parsed = workspace.files().map(|(_, file)| ParsedFile::new(file)).collect();
    let project = Project::link(&workspace, parsed);
    let mut files = resolve::default_files(&project, "");
    if files.is_empty() {
        files = project.stacks.first().map(|stack| stack.files.clone()).unwrap_or_default();
    }
    let Some(first) = files.first() else { return Resolution::default() };
    let beside = join(workspace.file(*first).folder(), ".env");
    let env_files = beside.and_then(|path| workspace.find(&path)).into_iter().collect();
    let ask = Ask { files, env_files, ..Ask::default() };
    let resolved = resolve::resolve(&project, &ask);
    let places = Places::new(&workspace);
    let yaml =
        resolved.errors.is_empty().then(|| docklint_report::resolved::yaml(&resolved, &workspace, false));
    let related = |problems: Vec<Problem>| {
        let problems = problems.into_iter().map(|problem| Related {
            path: places.path(problem.file),
            range: places.range(problem.file, problem.span),
            message: problem.message,
        });
        problems.collect()
    };
    Resolution { yaml, errors: related(resolved.errors), warnings: related(resolved.warnings) }
}

fn told(what: Option<impl Serialize>) -> Answer {
    Answer::Told(serde_json::to_string(&what).unwrap_or_default())
}

fn describe(text: &Text, at: Position) -> Option<KeyHelp> {
    if FileKind::of(&text.name) != FileKind::Compose {
        return None;
    }
    let index = LineIndex::new(&text.text);
    let key = key_at(&text.text, offset(&index, &text.text, at)?)?;
    Some(KeyHelp {
        range: range(&index, key.span),
        path: key.path.join("."),
        doc: key.info.doc,
        deprecated: key.info.deprecated,
        since: key.info.since,
    })
}

fn complete(text: &Text, at: Position) -> Option<Completions> {
    let index = LineIndex::new(&text.text);
    let found = completions(FileKind::of(&text.name), &text.text, offset(&index, &text.text, at)?)?;
    Some(Completions { range: range(&index, found.span), items: found.items })
}

/// A span as editors count.
fn range(index: &LineIndex<'_>, span: Span) -> Range {
    let position = |offset| {
        let place = index.utf16_position(offset);
        Position { line: place.line, character: place.character }
    };
    Range { start: position(span.start), end: position(span.end) }
}

/// The byte offset of a place as editors count.
fn offset(index: &LineIndex<'_>, text: &str, at: Position) -> Option<u32> {
    let line = index.line_range(at.line + 1)?;
    let mut units = 0;
    let before = text.get(line.clone())?.chars().take_while(|c| {
        let is_before = units < at.character as usize;
        units += c.len_utf16();
        is_before
    });
    u32::try_from(line.start + before.map(char::len_utf8).sum::<usize>()).ok()
}

/// Converts places of one workspace.
struct Places<'a> {
    workspace: &'a Workspace,
    indexes: Vec<LineIndex<'a>>,
}

impl<'a> Places<'a> {
    fn new(workspace: &'a Workspace) -> Self {
        let indexes = workspace.files().map(|(_, file)| LineIndex::new(&file.text)).collect();
        Self { workspace, indexes }
    }

    fn finding(&self, found: &Diagnostic) -> Finding {
        let related = found.related.iter().map(|related| Related {
            path: self.path(related.file),
            range: self.range(related.file, related.span),
            message: related.message.clone(),
        });
        let fixes = found.fixes.iter().map(|fix| Fix {
            title: fix.title.clone(),
            safe: fix.applicability == Applicability::Safe,
            edits: fix.edits.iter().map(|(file, edit)| self.edit(*file, edit)).collect(),
        });
        Finding {
            path: self.path(found.file),
            range: self.range(found.file, found.span),
            code: found.code.to_owned(),
            rule: found.rule.to_owned(),
            severity: found.severity,
            message: found.message.clone(),
            secret: rules::find(found.code).is_some_and(|rule| rule.meta.category == Category::Secrets),
            related: related.collect(),
            fixes: fixes.collect(),
        }
    }

    /// A configuration that cannot be used, as a finding of no rule.
    fn trouble(&self, trouble: Trouble) -> Finding {
        Finding {
            path: self.path(trouble.file),
            range: self.range(trouble.file, trouble.span),
            code: String::new(),
            rule: String::new(),
            severity: Severity::Error,
            message: trouble.message,
            secret: false,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    fn edit(&self, file: FileId, edit: &docklint_core::text::Edit) -> Edit {
        Edit { path: self.path(file), range: self.range(file, edit.span), text: normalise(&edit.text) }
    }

    fn path(&self, file: FileId) -> String {
        self.workspace.file(file).path.clone()
    }

    fn range(&self, file: FileId, span: Span) -> Range {
        Range { start: self.position(file, span.start), end: self.position(file, span.end) }
    }

    /// In the text with LF line ends: a place between CR and LF is that before both.
    fn position(&self, file: FileId, offset: u32) -> Position {
        let Some(index) = self.indexes.get(file.index()) else {
            return Position::default();
        };
        let place = index.utf16_position(offset);
        let text = &self.workspace.file(file).text;
        let between = (offset as usize)
            .checked_sub(1)
            .and_then(|before| text.get(before..))
            .is_some_and(|rest| rest.starts_with("\r\n"));
        Position { line: place.line, character: place.character - u32::from(between) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line_ends::LineEnd;

    fn ask(call: Call) -> Answer {
        let request = serde_json::to_string(&Request { id: 7, call }).unwrap();
        match serde_json::from_str(&answer(&request)).unwrap() {
            Reply::Answer(7, answer) => answer,
            other => panic!("not an answer to this request: {other:?}"),
        }
    }

    fn text(name: &str, text: &str, ends: LineEnd) -> Text {
        Text { name: name.to_owned(), text: text.to_owned(), ends }
    }

    #[test]
    fn introduces_itself() {
        let Answer::Hello { version, rules } = ask(Call::Hello) else { panic!("no introduction") };
        assert_eq!(version, VERSION);
        assert!(rules > 0);
    }

    #[test]
    fn counts_places_in_code_units() {
        let Answer::Lint(found) = ask(Call::Lint(vec![text(".env", "A=1\nB=😀é", LineEnd::Lf)])) else {
            panic!("no findings")
        };
        let finding = found.findings.iter().find(|f| f.rule == "missing-final-newline").unwrap();
        assert_eq!(finding.range.start, Position { line: 1, character: 5 });
        assert_eq!(found.files, 1);
    }

    #[test]
    fn goes_by_the_configuration_among_the_files() {
        let rules = |config: &str| {
            let texts = [(".env", "A=1\nB=2"), (".docklint.yaml", config)]
                .map(|(name, content)| text(name, content, LineEnd::Lf));
            let Answer::Lint(found) = ask(Call::Lint(texts.to_vec())) else { panic!("no findings") };
            found.findings.into_iter().map(|found| (found.path, found.rule)).collect::<Vec<_>>()
        };
        let finding = (".env".to_owned(), "missing-final-newline".to_owned());
        assert_eq!(rules("ignore: []\n"), std::slice::from_ref(&finding));
        assert_eq!(rules("ignore: [EV002]\n"), []);
        assert_eq!(rules("ignor: [EV002]\n"), [(".docklint.yaml".to_owned(), String::new()), finding]);
    }

    #[test]
    fn fixes_keep_line_ends() {
        let Answer::Fix { changed, applied } =
            ask(Call::Fix(vec![text(".env", "A=1\nB=2", LineEnd::Crlf)], Applicability::Safe))
        else {
            panic!("nothing fixed")
        };
        assert_eq!(changed, [text(".env", "A=1\nB=2\n", LineEnd::Crlf)]);
        assert_eq!(applied, [("EV002".to_owned(), 1)]);
    }

    /// What the editor would be told.
    fn told(call: Call) -> serde_json::Value {
        let Answer::Told(json) = ask(call) else { panic!("nothing told") };
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn describes_keys_of_compose_files() {
        let help = |name: &str, line, character| {
            let content = "services:\n  '😀':\n    image: x\n  \"a😀\": {image: y, attach: true}\n";
            told(Call::Describe(text(name, content, LineEnd::Lf), Position { line, character }))
        };
        assert!(help("a.yaml", 2, 5).is_null(), "not a compose file");
        assert!(help("compose.yaml", 2, 10).is_null(), "a value");
        let image = help("compose.yaml", 3, 10);
        assert_eq!(image["path"], "services.a😀.image");
        assert_eq!(image["range"]["start"], serde_json::json!({"line": 3, "character": 10}));
        assert_eq!(help("compose.yaml", 3, 22)["since"], "2.20");
    }

    #[test]
    fn offers_what_could_be_written() {
        let offered = |name: &str, content: &str, line, character| {
            told(Call::Complete(text(name, content, LineEnd::Lf), Position { line, character }))
        };
        let keys = offered("compose.yaml", "services:\n  😀:\n    im\n", 2, 6);
        assert_eq!(keys["range"]["start"], serde_json::json!({"line": 2, "character": 4}));
        let image = keys["items"].as_array().unwrap().iter().find(|item| item["label"] == "image").unwrap();
        assert_eq!(image["suffix"], ": ");
        assert_eq!(offered("Dockerfile", "FR", 0, 2)["items"][7]["label"], "FROM");
        assert!(offered("notes.txt", "FR", 0, 2).is_null());
    }

    #[test]
    fn shows_what_compose_would_run() {
        let resolution = |texts: &[(&str, &str)]| {
            let texts = texts.iter().map(|(name, content)| text(name, content, LineEnd::Lf)).collect();
            let Answer::Resolve(resolution) = ask(Call::Resolve(texts)) else { panic!("no resolution") };
            resolution
        };
        let compose = ("compose.yaml", "services: {a: {image: 'x:${TAG}', environment: {DB_PASSWORD: }}}");
        let shown = resolution(&[compose, (".env", "TAG=1\nDB_PASSWORD=correct-horse\n")]).yaml.unwrap();
        assert!(shown.contains("DB_PASSWORD: cor… # .env:2"), "{shown}");
        assert!(shown.contains("image: x:1 # TAG from .env:1"), "{shown}");
        assert_eq!(resolution(&[compose]).warnings.len(), 1);
        let refused = resolution(&[("a/compose.yaml", "services: {a: {imag: x}}")]);
        assert!(refused.yaml.is_none() && refused.errors.iter().all(|error| error.path == "a/compose.yaml"));
        assert_eq!(resolution(&[("Dockerfile", "FROM x\n")]), Resolution::default());
    }

    #[test]
    fn refuses_what_it_cannot_read() {
        for request in ["", "{}", "[1]", r#"{"id":1,"call":"explode"}"#] {
            let reply: Reply = serde_json::from_str(&answer(request)).unwrap();
            assert!(matches!(reply, Reply::Answer(0, Answer::Refused(_))), "{request}");
        }
    }
}
