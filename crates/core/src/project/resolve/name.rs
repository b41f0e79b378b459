//! What the project is called.

use super::variables::Variables;
use crate::compose::{ComposeFile, File};
use crate::interpolation;

/// The name: what the environment says, else the last file that has one, else the folder.
pub(super) fn project_name(
    stack: &[u32],
    files: &[&ComposeFile<'_>],
    variables: &Variables,
    folder: Option<&str>,
) -> Option<String> {
    let documents =
        stack.iter().rev().filter_map(|i| files.get(*i as usize)).flat_map(|f| f.documents.iter().rev());
    let written = documents.filter_map(|value| {
        let name = File { value }.name()?;
        let (template, _) = interpolation::parse(name.as_str());
        template.expand(&|variable| variables.get(variable)).ok().map(|expanded| expanded.text)
    });
    let named = variables.get("COMPOSE_PROJECT_NAME").map(str::to_owned);
    let candidates = named.into_iter().chain(written).chain(folder.map(str::to_owned));
    candidates.map(|name| normalised(&name)).find(|name| !name.is_empty())
}

/// Lower-cased, with nothing but letters, digits, `_` and `-`, and beginning with a letter or a digit.
fn normalised(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let kept: String =
        lower.chars().filter(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(*c)).collect();
    kept.trim_start_matches(['_', '-']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_normalised() {
        for (name, want) in [("Foo Bar.v2", "foobarv2"), ("__a_b-", "a_b-"), ("!!!", ""), ("é1", "1")] {
            assert_eq!(normalised(name), want);
        }
    }
}
