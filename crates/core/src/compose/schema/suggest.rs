//! The known word nearest to an unknown one.

use crate::suggest::distance;

/// More candidates than any table of keys has; beyond, guessing takes too long.
const MAX_CANDIDATES: usize = 128;

/// The candidate with the fewest edits from `word`, if those are few enough for a slip of the fingers.
pub(in super::super) fn nearest<'c>(
    word: &str,
    candidates: impl Iterator<Item = &'c str>,
) -> Option<&'c str> {
    let word: String = word.chars().take(64).map(|c| c.to_ascii_lowercase()).collect();
    let limit = match word.chars().count() {
        0..=2 => 1,
        3..=7 => 2,
        _ => 3,
    };
    let scored = candidates.take(MAX_CANDIDATES).map(|candidate| (distance(&word, candidate), candidate));
    scored
        .filter(|(edits, candidate)| *edits <= limit && *edits < candidate.len())
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, c)| c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips() {
        let keys = ["services", "version", "volumes", "ports"];
        for (word, want) in [
            ("sevices", Some("services")),
            ("verson", Some("version")),
            ("Volumes", Some("volumes")),
            ("prots", Some("ports")),
            ("database", None),
            ("x", None),
        ] {
            assert_eq!(nearest(word, keys.into_iter()), want, "{word}");
        }
    }
}
