//! The order of names as people sort them (Unicode collation for ASCII, as dclint compares), and the customary order of keys.

use std::cmp::Ordering;

/// Punctuation in the order of the root collation, before digits and letters.
const PUNCTUATION: &str = "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

/// The customary order of the keys of a service; others follow by name.
const SERVICE_KEYS: [&str; 23] = [
    "image",
    "build",
    "container_name",
    "depends_on",
    "volumes",
    "volumes_from",
    "configs",
    "secrets",
    "environment",
    "env_file",
    "ports",
    "networks",
    "network_mode",
    "extra_hosts",
    "command",
    "entrypoint",
    "working_dir",
    "restart",
    "healthcheck",
    "logging",
    "labels",
    "user",
    "isolation",
];

/// The customary order of the keys of a compose file; `x-` keys stand before them.
const TOP_LEVEL_KEYS: [&str; 9] =
    ["version", "name", "include", "services", "networks", "volumes", "secrets", "configs", "models"];

/// Compares by letters first, whatever their case, punctuation before digits before letters; equal names by case, lower first.
#[must_use]
pub fn by_name(a: &str, b: &str) -> Ordering {
    let keys = |text: &str| text.chars().map(primary).collect::<Vec<_>>();
    keys(a).cmp(&keys(b)).then_with(|| by_case(a, b))
}

/// As [`by_name`], but runs of digits compare by their value: `a2` before `a10`.
#[must_use]
pub fn by_name_and_number(a: &str, b: &str) -> Ordering {
    pieces(a).cmp(&pieces(b)).then_with(|| by_case(a, b))
}

/// Compares keys of a service by the customary order.
#[must_use]
pub fn by_service_key(a: &str, b: &str) -> Ordering {
    rank(&SERVICE_KEYS, a).cmp(&rank(&SERVICE_KEYS, b)).then_with(|| by_name(a, b))
}

/// Compares top-level keys by the customary order.
#[must_use]
pub fn by_top_level_key(a: &str, b: &str) -> Ordering {
    let rank = |key: &str| (!key.starts_with("x-"), rank(&TOP_LEVEL_KEYS, key));
    rank(a).cmp(&rank(b)).then_with(|| by_name(a, b))
}

/// The names that stand behind one that sorts after them: index, and the last of all names before it.
#[must_use]
pub fn misplaced<'n>(names: &[&'n str], compare: fn(&str, &str) -> Ordering) -> Vec<(usize, &'n str)> {
    let mut found = Vec::new();
    let mut last: Option<&str> = None;
    for (index, name) in names.iter().enumerate() {
        match last {
            Some(last) if compare(name, last).is_lt() => found.push((index, last)),
            _ => last = Some(name),
        }
    }
    found
}

fn rank(order: &[&str], key: &str) -> usize {
    order.iter().position(|k| *k == key).unwrap_or(order.len())
}

/// The weight of a character on the first level: its class, and its place in the class.
fn primary(character: char) -> (u8, u32) {
    let punctuation = PUNCTUATION.chars().position(|p| p == character);
    match (punctuation, character) {
        (Some(place), _) => (1, u32::try_from(place).unwrap_or(u32::MAX)),
        (None, c) if c.is_whitespace() => (0, u32::from(c)),
        (None, c) if c.is_ascii_digit() => (2, u32::from(c)),
        (None, c) => (3, c.to_lowercase().next().map_or(0, u32::from)),
    }
}

/// The third level: lower case before upper case, at the first difference.
fn by_case(a: &str, b: &str) -> Ordering {
    let cases = |text: &str| text.chars().map(char::is_uppercase).collect::<Vec<_>>();
    cases(a).cmp(&cases(b))
}

/// Characters with their weights, a run of digits as one piece with its value.
fn pieces(text: &str) -> Vec<((u8, u32), u128)> {
    let mut pieces: Vec<((u8, u32), u128)> = Vec::new();
    for character in text.chars() {
        match (character.to_digit(10), pieces.last_mut()) {
            (Some(digit), Some((NUMBER, value))) => {
                *value = value.saturating_mul(10).saturating_add(digit.into());
            }
            (Some(digit), _) => pieces.push((NUMBER, digit.into())),
            (None, _) => pieces.push((primary(character), 0)),
        }
    }
    pieces
}

/// The weight of a run of digits: that of the digit class.
const NUMBER: (u8, u32) = (2, 0);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_sort_as_people_sort_them() {
        for pair in ["a_b", "a-b", "a.b", "a1", "ab", "B", "b1", "c"].windows(2) {
            assert_eq!(by_name(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
        assert_eq!(by_name("a", "A"), Ordering::Less);
        assert_eq!(by_name("A", "b"), Ordering::Less);
        assert_eq!(by_name("a10", "a2"), Ordering::Less);
        assert_eq!(by_name_and_number("a10", "a2"), Ordering::Greater);
        assert_eq!(by_name_and_number("443", "8080"), Ordering::Less);
    }

    #[test]
    fn finds_what_stands_too_far_behind() {
        assert_eq!(misplaced(&["a", "c", "b", "d", "a"], by_name), [(2, "c"), (4, "d")]);
    }

    #[test]
    fn keys_have_a_customary_order() {
        for pair in ["image", "ports", "isolation", "<<", "cap_add", "x-a"].windows(2) {
            assert_eq!(by_service_key(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
        for pair in ["x-a", "x-b", "version", "services", "configs"].windows(2) {
            assert_eq!(by_top_level_key(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
    }
}
