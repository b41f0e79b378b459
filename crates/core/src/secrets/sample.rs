//! Telling real secrets from samples: entropy, repetition, and the literals that vendors print in their manuals.

/// Words that only stand in a token that somebody made up.
#[rustfmt::skip]
const MADE_UP: &[&str] = &[
    "example", "sample", "placeholder", "dummy", "deadbeef", "replace", "changeme", "your", "fake", "insert", "abcdefghij",
    "1234567890", "0123456789",
];

/// Beginnings of secrets that vendors publish on purpose: Azurite's account key, Stripe's key for trying things out.
#[rustfmt::skip]
const DOCUMENTED: &[&str] = &[
    concat!("Eby8vdM02x", "NOcqFlqUwJ"), concat!("4eC39HqLy", "jWDarjtT1"),
];

/// Shannon entropy of `text`, in bits per byte: about 3.5 and more for random keys, below 3 for words.
#[must_use]
pub fn entropy(text: &str) -> f32 {
    let mut counts = [0_u32; 256];
    for byte in text.bytes() {
        counts[usize::from(byte)] += 1;
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "a value of more than 16 million bytes needs no exact entropy"
    )]
    let part = |count: u32| count as f32 / text.len() as f32;
    let sum: f32 =
        counts.iter().filter(|count| **count > 0).map(|count| part(*count) * part(*count).log2()).sum();
    // The sum is never positive; starting from zero keeps "-0" out.
    0.0 - sum
}

/// Whether `body`, a token without its prefix, is a sample: at most two distinct characters, a repeated piece of at most eight,
/// a run of one filler, a made-up word, or a documented literal.
#[must_use]
pub fn is_sample(body: &str) -> bool {
    has_two_characters(body)
        || repeats(body)
        || has_filler(body)
        || DOCUMENTED.iter().any(|known| body.contains(known))
        || MADE_UP.iter().any(|word| contains_ignoring_case(body, word))
}

/// Whether `text` holds `word`, which is in lower case, in any case.
pub(super) fn contains_ignoring_case(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return true };
    let last = text.len().saturating_sub(word.len() - 1);
    // The first byte turns most places away, before there is a call to compare the others.
    let starts = text.iter().take(last).enumerate().filter(|(_, byte)| byte.eq_ignore_ascii_case(first));
    starts
        .into_iter()
        .any(|(at, _)| text.get(at..at + word.len()).is_some_and(|piece| piece.eq_ignore_ascii_case(word)))
}

fn has_two_characters(text: &str) -> bool {
    let first = text.bytes().next();
    let second = text.bytes().find(|byte| Some(*byte) != first);
    text.bytes().all(|byte| Some(byte) == first || Some(byte) == second)
}

fn repeats(text: &str) -> bool {
    let bytes = text.as_bytes();
    (1..=8).any(|period| {
        bytes.len() >= 2 * period && bytes.iter().zip(bytes.iter().skip(period)).all(|(a, b)| a == b)
    })
}

/// Whether the text holds six fillers in a row, as in `T00000000/B00000000/XXXXXXXX`.
fn has_filler(text: &str) -> bool {
    text.as_bytes().windows(6).any(|window| {
        let first = window.first().copied().unwrap_or_default();
        b"xX*0.-_".contains(&first) && window.iter().all(|byte| *byte == first)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entropy_tells_words_from_keys() {
        assert_eq!(entropy(""), 0.0);
        assert_eq!(entropy("aaaa"), 0.0);
        assert_eq!(entropy("abcd"), 2.0);
        assert!(entropy("password") < 3.0);
        assert!(entropy("9fK2mQ7xTz4LwB8nRv3C") > 4.0);
    }

    #[test]
    fn samples_are_recognised() {
        for sample in ["", "a", "ababab", "deadbeefdeadbeefdead", "EXAMPLEEXAMPLEEXA", "9fK2mQ7EXAMPLE"] {
            assert!(is_sample(sample), "{sample}");
        }
        assert!(is_sample("T00000000/B00000000/aB3"));
        assert!(is_sample("1234567890abcdef"));
        for real in ["9fK2mQ7xTz4LwB8nRv3C", "8c1f0b7ad26e4953"] {
            assert!(!is_sample(real), "{real}");
        }
    }
}
