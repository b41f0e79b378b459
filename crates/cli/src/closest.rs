//! "Did you mean ...?"

/// `; did you mean X?` for the candidate that is spelled most like `word`; empty where none is near.
pub(crate) fn hint<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    let lower = word.to_lowercase();
    let near = candidates.into_iter().map(|c| (strsim::damerau_levenshtein(&lower, &c.to_lowercase()), c));
    match near.min_by_key(|(distance, _)| *distance) {
        Some((distance, candidate)) if distance <= word.chars().count().div_ceil(4) => {
            format!("; did you mean `{candidate}`?")
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_only_what_is_near() {
        assert_eq!(hint("selct", ["select", "ignore"]), "; did you mean `select`?");
        assert_eq!(hint("DL3O06", ["DL3006", "DL4000"]), "; did you mean `DL3006`?");
        assert_eq!(hint("banana", ["select", "ignore"]), "");
    }
}
