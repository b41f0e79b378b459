//! [`Charset`]: a set of ASCII characters, as one number.

/// A set of ASCII characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Charset(u128);

/// `0-9`.
pub(super) const DIGIT: Charset = Charset::range(b'0', b'9');
/// `a-z`.
const LOWER: Charset = Charset::range(b'a', b'z');
/// `A-Z`.
const UPPER: Charset = Charset::range(b'A', b'Z');
/// `A-Za-z`.
pub(super) const LETTER: Charset = LOWER.or(UPPER);
/// `A-Za-z0-9`.
pub(super) const ALNUM: Charset = LETTER.or(DIGIT);
/// `a-z0-9`.
pub(super) const LOWER_ALNUM: Charset = LOWER.or(DIGIT);
/// `A-Z0-9`.
pub(super) const UPPER_ALNUM: Charset = UPPER.or(DIGIT);
/// `A-Z2-7`, the alphabet of RFC 4648 base32.
pub(super) const BASE32: Charset = UPPER.or(Charset::range(b'2', b'7'));
/// `0-9a-f`.
pub(super) const HEX: Charset = DIGIT.or(Charset::range(b'a', b'f'));
/// `0-9a-fA-F`.
pub(super) const HEX_ANY: Charset = HEX.or(Charset::range(b'A', b'F'));
/// `0-9a-f-`, what a UUID is made of.
pub(super) const UUID: Charset = HEX_ANY.or(Charset::of("-"));
/// `A-Za-z0-9_`.
pub(super) const WORD: Charset = ALNUM.or(Charset::of("_"));
/// `A-Za-z0-9_-`, the alphabet of RFC 4648 base64url.
pub(super) const BASE64URL: Charset = WORD.or(Charset::of("-"));
/// `A-Za-z0-9+/=`, base64 with padding.
pub(super) const BASE64: Charset = ALNUM.or(Charset::of("+/="));
/// `A-Za-z0-9_=-`.
pub(super) const PADDED: Charset = BASE64URL.or(Charset::of("="));
/// `A-Za-z0-9_=.-`.
pub(super) const DOTTED: Charset = PADDED.or(Charset::of("."));
/// `A-Za-z0-9_.~-`, what RFC 3986 calls unreserved.
pub(super) const UNRESERVED: Charset = BASE64URL.or(Charset::of(".~"));

impl Charset {
    /// The characters of `text`, which must be ASCII.
    pub(super) const fn of(text: &str) -> Self {
        let (bytes, mut set, mut i) = (text.as_bytes(), 0, 0);
        while i < bytes.len() {
            set |= 1 << bytes[i];
            i += 1;
        }
        Self(set)
    }

    /// The characters from `first` to `last`.
    pub(super) const fn range(first: u8, last: u8) -> Self {
        let (mut set, mut byte) = (0, first);
        while byte <= last {
            set |= 1 << byte;
            byte += 1;
        }
        Self(set)
    }

    /// The characters that are in either.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `byte` is in the set; no byte beyond ASCII is.
    pub(super) const fn has(self, byte: u8) -> bool {
        byte.is_ascii() && (self.0 >> byte) & 1 == 1
    }

    /// How many bytes from `at` on are in the set, counting no further than `most`.
    pub(super) fn run(self, bytes: &[u8], at: usize, most: usize) -> usize {
        bytes.iter().skip(at).take(most).take_while(|byte| self.has(**byte)).count()
    }
}
