//! [`tokens`]: one pass over a text for all provider tokens.

use super::Secret;
use super::charset::WORD;
use super::formats::{FORMATS, Format};
use super::sample::{entropy, is_sample};
use super::shape;
use crate::text::Span;

/// The formats whose anchor begins with one byte: a range of [`FORMATS`], which is sorted.
#[derive(Clone, Copy)]
struct Bucket {
    start: u8,
    end: u8,
    /// The second bytes of their anchors, each as one bit by its low six bits: what turns most places away.
    seconds: u64,
    /// Whether some of them have something before the anchor, so that it need not begin a word.
    infix: bool,
}

static BUCKETS: [Bucket; 256] = buckets();

const fn buckets() -> [Bucket; 256] {
    let mut buckets = [Bucket { start: 0, end: 0, seconds: 0, infix: false }; 256];
    let mut i: u8 = 0;
    while (i as usize) < FORMATS.len() {
        let format = &FORMATS[i as usize];
        let bucket = &mut buckets[format.anchor.as_bytes()[0] as usize];
        assert!(bucket.end == 0 || bucket.end == i, "formats are sorted by the first byte of their anchor");
        if bucket.end == 0 {
            bucket.start = i;
        }
        bucket.end = i + 1;
        bucket.seconds |= 1 << (format.anchor.as_bytes()[1] & 63);
        bucket.infix |= !format.before.is_empty();
        i += 1;
    }
    buckets
}

/// The provider tokens in `text`, in order and disjoint, without samples and without words that only look like one.
#[must_use]
pub fn tokens(text: &str) -> Vec<Secret> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let (mut resume, mut in_word) = (0, false);
    for (at, &byte) in bytes.iter().enumerate() {
        let bucket = BUCKETS[usize::from(byte)];
        let begins = !in_word;
        in_word = WORD.has(byte);
        let second = bytes.get(at + 1).copied().unwrap_or_default();
        if (bucket.seconds >> (second & 63)) & 1 == 0
            || at < resume
            || !(begins || bucket.infix || is_after_escape(bytes, at))
        {
            continue;
        }
        let formats = FORMATS.get(usize::from(bucket.start)..usize::from(bucket.end)).unwrap_or_default();
        let token = formats.iter().find_map(|format| {
            let span = place(format, bytes, at)?;
            is_real(format, span.of(text)).then_some(Secret { what: format.name, span })
        });
        if let Some(token) = token {
            resume = token.span.range().end;
            found.push(token);
        }
    }
    found
}

/// Where a token of `format` stands whose anchor begins at `at`.
fn place(format: &Format, bytes: &[u8], at: usize) -> Option<Span> {
    if !bytes.get(at..)?.starts_with(format.anchor.as_bytes()) {
        return None;
    }
    let start = at.checked_sub(shape::least_width(format.before))?;
    let before_ends = shape::matches(format.before, bytes, start)?;
    let end = shape::matches(format.after, bytes, at + format.anchor.len())?;
    let fits = before_ends == at && begins_word(bytes, start) && shape::ends(format.after, bytes, end);
    fits.then(|| Span::new(start, end))
}

fn is_real(format: &Format, token: &str) -> bool {
    let body = token
        .split_once(format.anchor)
        .map_or(token, |(before, after)| if after.len() >= before.len() { after } else { before });
    // A made-up token repeats itself in the longest of its parts, whatever the others are.
    let parts = body.split(|c: char| !c.is_ascii_alphanumeric());
    let longest = parts.max_by_key(|part| part.len()).filter(|part| part.len() >= 16);
    entropy(token) > format.floor && !is_sample(body) && !longest.is_some_and(is_sample)
}

fn begins_word(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| bytes.get(i));
    before.is_none_or(|byte| !WORD.has(*byte)) || is_after_escape(bytes, at)
}

/// Whether a written-out line end or tab stands before `at`, as in `"\nghp_..."`.
fn is_after_escape(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|i| bytes.get(i..at));
    matches!(before, Some([b'\\', b'n' | b'r' | b't']))
}

#[cfg(test)]
mod tests {
    use super::super::charset::Charset;
    use super::super::shape::Part;
    use super::*;
    use proptest::prelude::*;

    /// Draws from `set` without any pattern that a person would see.
    fn random(set: Charset, n: usize, seed: &mut u64) -> String {
        let all: Vec<char> = (0..128_u8).filter(|b| set.has(*b) && *b != b'=').map(char::from).collect();
        let mut next = || {
            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            all[(*seed >> 33) as usize % all.len()]
        };
        (0..n).map(|_| next()).collect()
    }

    fn build(parts: &[Part], mut fill: impl FnMut(Charset, usize) -> String) -> String {
        let part = |part: &Part| match *part {
            Part::Run(set, least, _) => fill(set, usize::from(least)),
            Part::Text(text) => text.to_owned(),
        };
        parts.iter().map(part).collect()
    }

    fn token(format: &Format, mut fill: impl FnMut(Charset, usize) -> String) -> String {
        let before = build(format.before, &mut fill);
        before + format.anchor + &build(format.after, &mut fill)
    }

    #[test]
    fn each_format_is_found_in_its_place() {
        let mut seed = 7;
        for format in FORMATS {
            let token = token(format, |set, n| random(set, n, &mut seed));
            for (before, after) in [("", ""), ("key = \"", "\"\n"), ("a\\n", "\\n"), ("X=", ";")] {
                let text = format!("{before}{token}{after}");
                let found = tokens(&text);
                assert_eq!(found.len(), 1, "{}: {text}", format.name);
                assert_eq!(found[0].span.of(&text), token, "{}", format.name);
            }
            assert_eq!(tokens(&format!("x{token}")), [], "{}: inside a word", format.name);
            assert_eq!(tokens(&token[..token.len() - 1]), [], "{}: too short", format.name);
        }
    }

    #[test]
    fn samples_are_left_alone() {
        for format in FORMATS {
            for piece in ["EXAMPLE", "example", "deadbeef", "0", "a", "2345"] {
                let fill = |set: Charset, n| -> String {
                    let piece: String = piece.chars().filter(|c| set.has(*c as u8)).collect();
                    let piece = if piece.is_empty() { "2" } else { &piece };
                    piece.chars().cycle().take(n).collect()
                };
                let token = token(format, fill);
                assert_eq!(tokens(&token), [], "{}: {token}", format.name);
            }
        }
    }

    /// Expands the notation of the reference page: `ghp_ + X(36)`.
    fn expand(fake: &str) -> Option<String> {
        let term = |term: &str| {
            let repeat = |piece: &str| {
                let n: usize = term.get(2..term.len() - 1)?.parse().ok()?;
                Some(piece.chars().cycle().take(n).collect::<String>())
            };
            match term.get(..2) {
                Some("X(") => repeat("EXAMPLE"),
                Some("x(") => repeat("example"),
                Some("h(") => repeat("deadbeef"),
                Some("0(") => repeat("0"),
                Some("a(") => repeat("a"),
                _ => Some(term.to_owned()),
            }
        };
        fake.split(" + ").map(term).collect()
    }

    #[test]
    #[expect(clippy::print_stderr, reason = "a test that is skipped has to say so")]
    fn the_reference_table_is_covered() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/secrets.md");
        let Ok(page) = std::fs::read_to_string(path) else {
            eprintln!("skipped: no reference page beside the repository");
            return;
        };
        // AWS ids hold no 1 or 8, so X fits; the rest of these rows have rules of their own or need a nearby word.
        let elsewhere = ["91", "92"];
        let mut checked = 0;
        for row in page.lines().filter(|l| l.starts_with("| ")) {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            let [_, number, .., fake, _, _] = cells.as_slice() else { continue };
            let is_row = number.parse::<u8>().is_ok() && !elsewhere.contains(number);
            let Some(fake) = fake.strip_prefix('`').and_then(|f| f.strip_suffix('`')).filter(|_| is_row)
            else {
                continue;
            };
            let token = expand(fake).unwrap_or_else(|| panic!("row {number}: {fake}"));
            let fits = (0..token.len()).any(|at| {
                FORMATS
                    .iter()
                    .any(|f| place(f, token.as_bytes(), at).is_some_and(|s| s.range().end == token.len()))
            });
            assert!(fits, "row {number}: {token}");
            checked += 1;
        }
        assert!(checked >= 85, "{checked} rows were read");
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in "(ghp_|sk-|Q~|eyJ|_mmk|[a-zA-Z0-9/.é \\n-]){0,80}") {
            for token in tokens(&text) {
                prop_assert!(text.get(token.span.range()).is_some());
            }
        }
    }
}
