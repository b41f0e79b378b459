//! The example projects as JSON that the page loads on demand.

use super::{create, list, read, write};
use crate::run::{Outcome, root};
use serde_json::{Value, json};
use std::path::Path;

/// Packs each `examples/NAME/before` and `after` into one file, and a list of them in the order of examples/README.md.
pub(super) fn pack(to: &Path) -> Outcome {
    create(to)?;
    let from = root().join("examples");
    let readme = String::from_utf8_lossy(&read(&from.join("README.md"))?).into_owned();
    let listed: Vec<(&str, &str)> = readme.lines().filter_map(row).collect();
    for (name, _) in &listed {
        for variant in ["before", "after"] {
            let folder = from.join(name).join(variant);
            let mut files = Vec::new();
            collect(&folder, &folder, &mut files)?;
            files.sort_by_key(|file| rank(file["name"].as_str().unwrap_or_default()));
            write(&to.join(format!("{name}-{variant}.json")), json!({ "files": files }).to_string())?;
        }
    }
    let list: Vec<Value> =
        listed.iter().map(|(name, about)| json!({ "name": name, "about": about })).collect();
    write(&to.join("index.json"), Value::from(list).to_string())
}

/// `| [name](name/README.md) | what it is |`.
fn row(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.strip_prefix("| [")?.split_once("](")?;
    let about = rest.split_once('|')?.1.trim_end().trim_end_matches('|').trim();
    Some((name, about))
}

/// What docklint reads comes first: the page opens the first file.
fn rank(name: &str) -> (u8, usize, String) {
    let last = name.rsplit('/').next().unwrap_or(name);
    let kind = match last {
        "Dockerfile" => 0,
        _ if last.contains("compose") => 1,
        _ if last.ends_with(".env") || last.contains("ockerfile") => 2,
        _ if last.starts_with("requirements") || last == "package.json" || last.starts_with('.') => 3,
        _ => 4,
    };
    (kind, name.matches('/').count(), name.to_owned())
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<Value>) -> Outcome {
    for path in list(folder)? {
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if let (Ok(name), Ok(text)) = (path.strip_prefix(root), String::from_utf8(read(&path)?)) {
            // Files that are no text are left out: the page has nothing to show of them.
            let name = name.to_string_lossy().replace('\\', "/");
            files.push(json!({ "name": name, "text": text }));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_rows_of_the_readme() {
        assert_eq!(row("| [lamp](lamp/README.md) | Apache, PHP |"), Some(("lamp", "Apache, PHP")));
        assert_eq!(row("| --- | --- |"), None);
    }

    #[test]
    fn what_docklint_reads_comes_first() {
        let mut names = ["app.py", ".env", "web/Dockerfile", "compose.yaml", "Dockerfile"];
        names.sort_by_key(|name| rank(name));
        assert_eq!(names, ["Dockerfile", "web/Dockerfile", "compose.yaml", ".env", "app.py"]);
    }
}
