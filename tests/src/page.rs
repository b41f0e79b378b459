//! [`Page`]: a rule's page, whose examples are its tests.

use std::path::Path;

/// The headings that every page has, in this order; `Options` only where the rule has options.
pub const HEADINGS: [&str; 5] = ["Why", "Examples", "Exceptions", "Options", "References"];

/// A rule's page, taken apart.
#[derive(Debug)]
pub struct Page {
    /// The title: the rule's name.
    pub title: String,
    /// The paragraph after the title, on one line.
    pub summary: String,
    /// The `##` headings in order.
    pub headings: Vec<String>,
    /// The groups of examples. Each begins with its `bad` files.
    pub groups: Vec<Group>,
}

/// One bad example with what belongs to it.
#[derive(Debug, Default)]
pub struct Group {
    /// The bad files: path and text.
    pub bad: Vec<(String, String)>,
    /// The expected findings of the rule itself, one a line: `[path:]line:column CODE`.
    pub diagnostics: String,
    /// The files after the fix; only those that change.
    pub fixed: Vec<(String, String)>,
    /// Good variants. A variant of several files is a run of fences with `file=`.
    pub good: Vec<Vec<(String, String)>>,
    /// The configuration under which the group holds, in JSON; empty for the usual one.
    pub config: String,
}

/// One fence: its info string and its text.
struct Fence {
    info: Vec<String>,
    text: String,
}

impl Page {
    /// Reads a page.
    ///
    /// # Panics
    /// Where the page is not built as CONTRIBUTING.md describes, saying how.
    #[must_use]
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let mut lines = text.lines();
        let title = lines.next().and_then(|l| l.strip_prefix("# ")).unwrap_or_default().to_owned();
        let summary: Vec<&str> =
            lines.by_ref().skip_while(|l| l.is_empty()).take_while(|l| !l.is_empty()).collect();
        let (headings, fences) = structure(&text);
        let mut page =
            Self { title, summary: summary.join(" ").replace('`', ""), headings, groups: Vec::new() };
        for fence in fences {
            page.add(fence, path);
        }
        page
    }

    fn add(&mut self, fence: Fence, path: &Path) {
        let has = |word: &str| fence.info.iter().any(|w| w == word);
        let option = |key: &str| fence.info.iter().find_map(|w| w.strip_prefix(key)).map(str::to_owned);
        let language = fence.info.first().map(String::as_str).unwrap_or_default();
        let name = option("file=").unwrap_or_else(|| default_name(language).to_owned());
        if has("bad") {
            // A second file of the same example, or the first of a new one.
            let begins = self.groups.last().is_none_or(|g| !g.diagnostics.is_empty() || !g.good.is_empty());
            if begins {
                self.groups.push(Group::default());
            }
            self.last(path).bad.push((name, fence.text));
        } else if language == "diagnostics" {
            self.last(path).diagnostics = fence.text;
        } else if has("fixed") {
            self.last(path).fixed.push((name, fence.text));
        } else if has("good") {
            let several = option("file=").is_some();
            if self.groups.is_empty() {
                self.groups.push(Group::default());
            }
            let good = &mut self.last(path).good;
            match good.last_mut() {
                Some(variant) if several && variant.iter().all(|(n, _)| *n != name) => {
                    variant.push((name, fence.text));
                }
                _ => good.push(vec![(name, fence.text)]),
            }
        } else if language == "json" && has("config") {
            let begins = self.groups.last().is_none_or(|g| !g.diagnostics.is_empty());
            if begins {
                self.groups.push(Group::default());
            }
            self.last(path).config = fence.text;
        }
    }

    fn last(&mut self, path: &Path) -> &mut Group {
        self.groups.last_mut().unwrap_or_else(|| panic!("{}: begin with a `bad` fence", path.display()))
    }
}

/// The file name that stands for a fence without `file=`.
fn default_name(language: &str) -> &'static str {
    match language {
        "dockerfile" => "Dockerfile",
        "yaml" => "compose.yaml",
        "dotenv" => ".env",
        "requirements" => "requirements.txt",
        "json" => "package.json",
        "dockerignore" => ".dockerignore",
        _ => "file.txt",
    }
}

/// The headings and fences of a page. In a fence `␄` at the end stands for "no newline here", `␍` for a carriage return,
/// `␉` for a tab, `␠` for a trailing space and `␚` at the start for a byte order mark.
fn structure(text: &str) -> (Vec<String>, Vec<Fence>) {
    let (mut headings, mut fences) = (Vec::new(), Vec::new());
    let mut open: Option<(Fence, String)> = None;
    for line in text.lines() {
        match &mut open {
            Some((fence, ticks)) if line.trim_end() == ticks.as_str() => {
                fence.text = unescape(&fence.text);
                fences.extend(open.take().map(|(fence, _)| fence));
            }
            Some((fence, _)) => {
                fence.text.push_str(line);
                fence.text.push('\n');
            }
            None if line.starts_with("```") => {
                let ticks: String = line.chars().take_while(|c| *c == '`').collect();
                let info = line[ticks.len()..].split_whitespace().map(str::to_owned).collect();
                open = Some((Fence { info, text: String::new() }, ticks));
            }
            None => headings.extend(line.strip_prefix("## ").map(str::to_owned)),
        }
    }
    (headings, fences)
}

fn unescape(text: &str) -> String {
    let text = text.replace('␍', "\r").replace('␉', "\t").replace('␠', " ").replace('␚', "\u{feff}");
    text.strip_suffix("␄\n").map_or_else(|| text.clone(), str::to_owned)
}
