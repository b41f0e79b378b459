//! "Did you mean": the nearest of some known names.

/// How many edits apart two names may be.
const MAX_DISTANCE: usize = 2;

/// The candidate within an edit distance of 2 from `name`, the nearest one, without regard to case.
pub(crate) fn nearest<'c>(name: &str, candidates: &[&'c str]) -> Option<&'c str> {
    let name = name.to_ascii_lowercase();
    if name.len() > 32 {
        return None;
    }
    let alike = candidates.iter().filter(|candidate| candidate.len().abs_diff(name.len()) <= MAX_DISTANCE);
    let distances = alike.map(|candidate| (distance(&name, &candidate.to_ascii_lowercase()), *candidate));
    // Two edits leave nothing of a name of three letters, and one nothing of a single letter.
    let near = distances.filter(|&(distance, candidate)| match name.len().min(candidate.len()) {
        0 | 1 => distance == 0,
        2 | 3 => distance <= 1,
        _ => distance <= MAX_DISTANCE,
    });
    near.min_by_key(|&(distance, _)| distance).map(|(_, candidate)| candidate)
}

/// `; did you mean X?`, or nothing.
pub(crate) fn hint(name: &str, candidates: &[&str], prefix: &str) -> String {
    nearest(name, candidates).map_or_else(String::new, |near| format!("; did you mean `{prefix}{near}`?"))
}

/// How many characters have to be put in, left out, changed or swapped with their neighbour.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut rows: [Vec<usize>; 2] = [Vec::new(), (0..=b.len()).collect()];
    let mut before_x = None;
    for (i, x) in a.chars().enumerate() {
        let [above_two, above] = &rows;
        let mut row = vec![i + 1];
        let mut before_y = None;
        for (j, &y) in b.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX - 1);
            let change = at(above, j) + usize::from(x != y);
            let best = change.min(at(&row, j) + 1).min(at(above, j + 1) + 1);
            let swapped = before_x == Some(y) && before_y == Some(x);
            row.push(if swapped { best.min(at(above_two, j.saturating_sub(1)) + 1) } else { best });
            before_y = Some(y);
        }
        before_x = Some(x);
        let [_, above] = rows;
        rows = [above, row];
    }
    let [_, last] = rows;
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_near_names() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(nearest("RNU", &["RUN", "FROM"]), Some("RUN"));
        assert_eq!(nearest("apt", &["RUN", "ARG"]), None);
        assert_eq!(nearest("form", &["FROM"]), Some("FROM"));
        assert_eq!(hint("chwon", &["chown", "chmod"], "--"), "; did you mean `--chown`?");
    }
}
