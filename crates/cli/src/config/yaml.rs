//! `.docklint.yaml`: docklint's own configuration file. Its keys are the fields of [`Config`].

use super::{Settings, unknown_rule};
use crate::closest;
use docklint_core::text::LineIndex;
use docklint_core::workspace::join;
use docklint_core::{Config, yaml};
use serde::de::DeserializeOwned;

/// Reads the file's `text`. `exists` tells whether there is a file at a path of the project.
///
/// # Errors
/// `line:column: why`.
pub(super) fn settings(text: &str, exists: &dyn Fn(&str) -> bool) -> Result<Settings, String> {
    let config: Config = parse(text)?;
    check_selectors(text, &config)?;
    check_stacks(text, &config, exists)?;
    Ok(Settings { config, ..Settings::default() })
}

/// Reads any typed YAML.
///
/// # Errors
/// `line:column: why`, with the likely spelling for a key or value that does not exist.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_saphyr::from_str(text).map_err(|error| {
        let error = error.without_snippet();
        let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column()));
        format!("{line}:{column}: {}", describe(error))
    })
}

fn describe(error: &serde_saphyr::Error) -> String {
    use serde_saphyr::Error;
    let one_of = |what: &str, word: &str, expected: &[&'static str]| {
        let hint = closest::hint(word, expected.iter().copied());
        let known = expected.join(", ");
        format!("there is no {what} `{word}`{hint} (known are {known})")
    };
    match error {
        Error::SerdeUnknownField { field, expected, .. } => one_of("key", field, expected),
        Error::SerdeUnknownVariant { variant, expected, .. } => one_of("value", variant, expected),
        Error::DuplicateMappingKey { key: Some(key), .. } => format!("the key `{key}` is given twice"),
        Error::MultipleDocuments { .. } => "a second YAML document; only one is read".to_owned(),
        Error::Unexpected { expected: "sequence start", .. } => {
            "a list is needed here, such as `[DL3008]`".to_owned()
        }
        Error::Unexpected { expected: "mapping start", .. } => {
            "keys with values are needed here, such as `key: value`".to_owned()
        }
        // What is left ends with the place, which stands in front already.
        error => {
            let message = error.to_string();
            let end = message.rfind(" at line ").unwrap_or(message.len());
            message.get(..end).unwrap_or(&message).to_owned()
        }
    }
}

fn check_selectors(text: &str, config: &Config) -> Result<(), String> {
    match config.unknown_selector() {
        Some(selector) => Err(format!("{}{}", place(text, selector), unknown_rule(selector))),
        None => Ok(()),
    }
}

/// Each stack names files, and they are there.
fn check_stacks(text: &str, config: &Config, exists: &dyn Fn(&str) -> bool) -> Result<(), String> {
    for (name, files) in &config.stacks {
        if files.is_empty() {
            return Err(format!("{}the stack `{name}` names no compose files", place(text, name)));
        }
        for file in files {
            let why = match join("", file) {
                None => "which is outside of the project",
                Some(inside) if !exists(&inside) => "and there is no such file",
                Some(_) => continue,
            };
            return Err(format!("{}the stack `{name}` names `{file}`, {why}", place_in(text, name, file)));
        }
    }
    Ok(())
}

/// `line:column: ` of `file` in the stack `name`.
fn place_in(text: &str, name: &str, file: &str) -> String {
    let (tree, _) = yaml::parse(text);
    let files = tree.root().and_then(|root| root.get("stacks")?.get(name));
    let item = files.and_then(|files| files.target().items().find(|item| item.as_str() == Some(file)));
    position(text, item.or(files))
}

/// `line:column: ` of the value or key `word`.
fn place(text: &str, word: &str) -> String {
    let (tree, _) = yaml::parse(text);
    position(text, tree.nodes().find(|node| node.as_scalar().is_some_and(|scalar| scalar.value == word)))
}

fn position(text: &str, node: Option<yaml::Node<'_, '_>>) -> String {
    let at = LineIndex::new(text).position(node.map_or(0, |node| node.span().start));
    format!("{}:{}: ", at.line, at.column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use docklint_core::Severity;
    use docklint_core::config::{LabelType, Options, Preset};

    fn error(text: &str) -> String {
        settings(text, &|path| path == "compose.yaml").map(|s| s.config).expect_err("an error")
    }

    #[test]
    fn mistakes_are_placed_and_explained() {
        let mistakes = [
            "selct: [EV002]\n",
            "ignore:\n  - EV002\n  - missing-final-newlin\n",
            "per-file-ignores:\n  a.env: [NOPE]\n",
            "severity:\n  EV002: eror\n",
            "select: EV002\n",
            "select: [EV002\n",
            "- EV002\n",
            "ignore: []\nignore: []\n",
            "ignore: []\n---\nignore: []\n",
            "stacks:\n  compose.yaml: [./compose.yaml, dev.yaml]\n",
            "stacks: {dev: [../compose.yaml]}\n",
            "stacks: {dev: []}\n",
            "stacks: [compose.yaml]\n",
            "stacks: {dev: compose.yaml}\n",
        ];
        let shown: String = mistakes.iter().map(|text| format!("{text}=> {}\n\n", error(text))).collect();
        insta::assert_snapshot!(shown);
    }

    #[test]
    fn all_keys_are_read() {
        let text = "preset: strict\nselect: [ALL]\nextend-select: [EV]\nignore: [EV002]\nseverity: {EV: error}\n\
                    per-file-ignores:\n  'a/*.env': [EV002]\nfail-level: info\nexclude: [old/]\nignore-comments: false\n\
                    stacks: {dev: [compose.yaml]}\n\
                    options:\n  trusted-registries: [docker.io]\n  label-schema: {version: semver}\n  strict-labels: true\n";
        let config = settings(text, &|_| true).expect("a configuration").config;
        let words = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        let expected = Config {
            preset: Preset::Strict,
            select: Some(words(&["ALL"])),
            extend_select: words(&["EV"]),
            ignore: words(&["EV002"]),
            severity: [("EV".to_owned(), Severity::Error)].into(),
            per_file_ignores: [("a/*.env".to_owned(), words(&["EV002"]))].into(),
            fail_level: Severity::Info,
            exclude: words(&["old/"]),
            ignore_comments: false,
            stacks: [("dev".to_owned(), words(&["compose.yaml"]))].into(),
            options: Options {
                trusted_registries: words(&["docker.io"]),
                label_schema: [("version".to_owned(), LabelType::Semver)].into(),
                strict_labels: true,
            },
        };
        assert_eq!(config, expected);
        assert_eq!(settings("", &|_| true).expect("an empty file").config, Config::default());
    }
}
