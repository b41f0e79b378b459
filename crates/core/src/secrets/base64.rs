//! [`decode`]: base64 as it stands in configuration, in either alphabet, padded or not.

/// No credential is longer; a bound on what is decoded, in bytes of base64.
const MOST: usize = 64 * 1024;

/// Decodes the RFC 4648 base64 or base64url at the start of `text`, to UTF-8 text; `None` where it is neither.
pub(super) fn decode(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len().min(MOST) / 4 * 3 + 3);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in text.bytes().take(MOST).take_while(|byte| *byte != b'=') {
        bits = (bits << 6) | u32::from(sextet(byte)?);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from((bits >> held) & 0xff).ok()?);
        }
    }
    String::from_utf8(out).ok()
}

fn sextet(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

/// Encodes as base64url without padding, so that tests hold no ready-made tokens.
#[cfg(test)]
pub(super) fn encode(text: &str) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut out = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let bits =
            chunk.iter().fold(0_u32, |bits, byte| (bits << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for i in 0..=chunk.len() {
            out.push(char::from(ALPHABET[((bits >> (18 - 6 * i)) & 63) as usize]));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn decodes_both_alphabets() {
        assert_eq!(decode("aGk=").as_deref(), Some("hi"));
        assert_eq!(decode("aGk").as_deref(), Some("hi"));
        assert_eq!(decode("a b"), None);
        assert_eq!(decode("").as_deref(), Some(""));
    }

    proptest! {
        #[test]
        fn reads_what_was_encoded(text in "\\PC{0,40}") {
            prop_assert_eq!(decode(&encode(&text)), Some(text));
        }
    }
}
