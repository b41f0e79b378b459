//! The project's own configuration, where one is among its files.

use docklint_core::config::FILE_NAMES;
use docklint_core::text::Span;
use docklint_core::yaml::{self, Node, Resolved};
use docklint_core::{Config, FileId, Workspace};
use serde_json::Value;

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
    let config: Config = serde_json::from_value(json(root)).map_err(|error| {
        let message = error.to_string();
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

/// A tree as plain data. Aliases are left out: a configuration has no use for them, and they could make it endless.
fn json(node: Node<'_, '_>) -> Value {
    if node.alias().is_some() {
        return Value::Null;
    }
    if let Some(scalar) = node.as_scalar() {
        return match scalar.resolved {
            Resolved::Null => Value::Null,
            Resolved::Bool(truth) => truth.into(),
            _ => Value::String(scalar.value.to_string()),
        };
    }
    if node.is_sequence() {
        return node.items().map(json).collect();
    }
    let entry = |entry: yaml::Entry<'_, '_>| {
        let key = entry.key.as_scalar()?.value.to_string();
        Some((key, json(entry.value)))
    };
    Value::Object(node.entries().filter_map(entry).collect())
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
