//! The known word nearest to an unknown one.

/// More candidates than any table of keys has; beyond, guessing takes too long.
const MAX_CANDIDATES: usize = 128;

/// The candidate with the fewest edits from `word`, if those are few enough for a slip of the fingers.
pub(in super::super) fn nearest<'c>(
    word: &str,
    candidates: impl Iterator<Item = &'c str>,
) -> Option<&'c str> {
    let word: Vec<char> = word.chars().take(64).map(|c| c.to_ascii_lowercase()).collect();
    let limit = match word.len() {
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

/// Insertions, deletions, replacements and swaps of neighbours.
fn distance(a: &[char], b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut current = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let replaced = at(&previous, j) + usize::from(x != y);
            let mut best = replaced.min(at(&previous, j + 1) + 1).min(at(&current, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            current.push(best);
        }
        before = std::mem::replace(&mut previous, current);
    }
    previous.last().copied().unwrap_or(usize::MAX)
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
