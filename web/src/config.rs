//! The project's own configuration, where one is among its files.

use docklint_core::config::FILE_NAMES;
use docklint_core::text::Span;
use docklint_core::yaml::{self, Node, Resolved};
use docklint_core::{Config, FileId, Workspace};

/// Why a configuration cannot be used.
#[derive(Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The configuration file.
    pub file: FileId,
    /// The place in it.
    pub span: Span,
    /// What is wrong.
    pub message: String,
}

/// The configuration of a project: that of `.docklint.yaml` at its root, else the default one.
///
/// # Errors
/// [`Trouble`], where the file is no configuration.
pub fn read(workspace: &Workspace) -> Result<Config, Trouble> {
    let Some(file) = FILE_NAMES.iter().find_map(|name| workspace.find(name)) else {
        return Ok(Config::default());
    };
    let text = &workspace.file(file).text;
    parse(text).map_err(|(span, message)| Trouble { file, span, message })
}

fn parse(text: &str) -> Result<Config, (Span, String)> {
    let (tree, errors) = yaml::parse(text);
    if let Some(error) = errors.into_iter().next() {
        return Err((error.span, error.message));
    }
    let Some(root) = tree.root().filter(|root| !root.is_null()) else { return Ok(Config::default()) };
    if !root.is_mapping() {
        let message = "A configuration is keys with values, such as `ignore: [DL3008]`.";
        return Err((root.span(), message.to_owned()));
    }
    // What is wrong is told with the word that is wrong, in quotes; it stands somewhere in the file.
    let place = |word: &str| {
        let found = tree.nodes().find(|node| node.as_scalar().is_some_and(|scalar| scalar.value == word));
        found.unwrap_or(root).span()
    };
    let config: Config = serde_json::from_str(&json(root)).map_err(|error| {
        let message = error.to_string();
        // The place is that in the JSON.
        let message = message.split(" at line ").next().unwrap_or_default();
        let word = message.split(['`', '"']).nth(1).unwrap_or_default();
        (place(word), format!("This configuration cannot be used, so the default one holds: {message}."))
    })?;
    match config.unknown_selector() {
        Some(selector) => {
            let message = format!("There is no rule `{selector}`, so the default configuration holds.");
            Err((place(selector), message))
        }
        None => Ok(config),
    }
}

/// A tree as JSON. Aliases are left out: a configuration has no use for them, and they could make it endless.
fn json(node: Node<'_, '_>) -> String {
    if node.alias().is_some() || node.is_null() {
        "null".to_owned()
    } else if let Some(scalar) = node.as_scalar() {
        match scalar.resolved {
            Resolved::Bool(truth) => truth.to_string(),
            _ => quoted(node),
        }
    } else if node.is_sequence() {
        format!("[{}]", node.items().map(json).collect::<Vec<_>>().join(","))
    } else {
        let entry = |entry: yaml::Entry<'_, '_>| format!("{}:{}", quoted(entry.key), json(entry.value));
        format!("{{{}}}", node.entries().map(entry).collect::<Vec<_>>().join(","))
    }
}

fn quoted(node: Node<'_, '_>) -> String {
    let text = node.as_scalar().map_or("", |scalar| &scalar.value);
    serde_json::to_string(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use docklint_core::config::{LabelType, Preset};
    use docklint_core::{Severity, SourceFile};

    fn configured(name: &str, text: &str) -> Result<Config, Trouble> {
        read(&Workspace::new(vec![SourceFile::new(name, text)]))
    }

    #[test]
    fn the_file_at_the_root_counts() {
        let text = "preset: strict\nignore: [EV002]\nseverity: {EV: error}\nignore-comments: false\n\
                    options:\n  label-schema: {version: semver}\n";
        let config = configured(".docklint.yaml", text).unwrap();
        assert_eq!((config.preset, config.ignore_comments), (Preset::Strict, false));
        assert_eq!(config.ignore, ["EV002"]);
        assert_eq!(config.severity.get("EV"), Some(&Severity::Error));
        assert_eq!(config.options.label_schema.get("version"), Some(&LabelType::Semver));
        assert_eq!(configured(".docklint.yml", "").unwrap(), Config::default());
        assert_eq!(configured("a/.docklint.yaml", text).unwrap(), Config::default());
    }

    #[test]
    fn mistakes_are_placed() {
        for (text, at, said) in [
            ("ignore: []\nselct: [EV002]\n", 11..16, "`selct`"),
            ("severity:\n  EV002: eror\n", 19..23, "`eror`"),
            ("ignore: [EV002, NOPE]\n", 16..20, "`NOPE`"),
            ("ignore: EV002\n", 8..13, "EV002"),
            ("- EV002\n", 0..7, "keys with values"),
            ("ignore: [\n", 10..10, ""),
            ("a: &a [*a]\n", 7..9, "itself"),
        ] {
            let trouble = configured(".docklint.yaml", text).expect_err(text);
            assert_eq!(trouble.span.range(), at, "{text}{}", trouble.message);
            assert!(trouble.message.contains(said), "{text}{}", trouble.message);
        }
    }
}
