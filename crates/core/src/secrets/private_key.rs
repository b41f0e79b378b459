//! [`private_keys`]: PEM and OpenPGP private keys, also with `\n` written out or wrapped in base64.

use super::Secret;
use super::base64::decode;
use super::charset::{BASE64, LETTER};
use super::sample::is_sample;
use crate::text::Span;

const BEGIN: &str = "-----BEGIN ";
const DASHES: &str = "-----";
/// `-----BEGIN ` in base64, as far as the bytes after it do not matter.
const BEGIN_BASE64: &str = "LS0tLS1CRUdJTi";
/// A shorter body is a sketch of a key, in characters of base64.
const LEAST_BODY: usize = 64;

/// The private keys in `text`, by the line that opens each. A heading without a body (documentation) is none, and public keys
/// and certificates are not secret.
#[must_use]
pub fn private_keys(text: &str) -> Vec<Secret> {
    let plain = text.match_indices(BEGIN).filter_map(|(at, _)| {
        let (what, heading) = private_key(text.get(at..)?)?;
        Some(Secret { what, span: Span::new(at, at + heading) })
    });
    let wrapped = text.match_indices(BEGIN_BASE64).filter_map(|(at, _)| {
        let length = BASE64.run(text.as_bytes(), at, usize::MAX);
        let inner = decode(text.get(at..at + length)?)?;
        let (what, _) = private_key(&inner)?;
        Some(Secret { what, span: Span::new(at, at + length) })
    });
    plain.chain(wrapped).collect()
}

/// What kind of private key begins `text`, and the length of its heading in bytes.
fn private_key(text: &str) -> Option<(&'static str, usize)> {
    let rest = text.strip_prefix(BEGIN)?;
    let (label, body) = rest.split_once(DASHES)?;
    if !label.bytes().all(|b| LETTER.has(b) || b == b' ') {
        return None;
    }
    let words = label.strip_suffix(" BLOCK").unwrap_or(label).strip_suffix("PRIVATE KEY")?;
    let what = match words.trim_end() {
        "RSA" => "RSA private key",
        "EC" => "EC private key",
        "DSA" => "DSA private key",
        "OPENSSH" => "OpenSSH private key",
        "PGP" => "OpenPGP private key",
        "ENCRYPTED" => "encrypted private key",
        "" => "private key",
        _ => return None,
    };
    let (body, _) = body.split_once("-----END ")?;
    let heading = BEGIN.len() + label.len() + DASHES.len();
    is_key_material(body).then_some((what, heading))
}

/// Whether the text between the two lines is a key and not a sketch of one.
fn is_key_material(body: &str) -> bool {
    let body = body.replace("\\n", "\n").replace("\\r", "");
    // Headers such as `Proc-Type: 4,ENCRYPTED` stand before the key itself.
    let lines = body.lines().filter(|line| !line.contains(':'));
    let key: String = lines.flat_map(str::chars).filter(|c| c.is_ascii() && BASE64.has(*c as u8)).collect();
    key.len() >= LEAST_BODY && !body.contains("...") && !is_sample(&key)
}

#[cfg(test)]
mod tests {
    use super::super::base64::encode;
    use super::*;

    fn pem(label: &str, line_end: &str, body: &str) -> String {
        format!("-----{} {label}-----{line_end}{body}{line_end}-----{} {label}-----", "BEGIN", "END")
    }

    fn body() -> String {
        (0..40_u32).map(|i| format!("{:x}", i.wrapping_mul(2_654_435_761) >> 16)).collect()
    }

    #[test]
    fn finds_keys_in_all_their_wrappings() {
        for (label, what) in
            [("RSA PRIVATE KEY", "RSA private key"), ("PGP PRIVATE KEY BLOCK", "OpenPGP private key")]
        {
            for line_end in ["\n", "\\n", "\r\n", ""] {
                let text = format!("KEY=\"{}\"\n", pem(label, line_end, &body()));
                let found = private_keys(&text);
                assert_eq!(found.len(), 1, "{text}");
                assert_eq!(found[0].what, what);
                assert_eq!(found[0].span, Span::new(5, 5 + label.len() + 16));
            }
        }
        let wrapped = format!("KEY={}\n", encode(&pem("PRIVATE KEY", "\n", &body())));
        assert_eq!(private_keys(&wrapped).len(), 1);
    }

    #[test]
    fn leaves_sketches_and_public_keys_alone() {
        for text in [
            pem("PUBLIC KEY", "\n", &body()),
            pem("CERTIFICATE", "\n", &body()),
            pem("PRIVATE KEY", "\n", "..."),
            pem("PRIVATE KEY", "\n", &format!("{}...", body())),
            pem("PRIVATE KEY", "\n", &"EXAMPLE".repeat(20)),
            pem("PRIVATE KEY", "\n", &body()).replace("END", "FIN"),
            encode(&pem("CERTIFICATE", "\n", &body())),
        ] {
            assert_eq!(private_keys(&text), [], "{text}");
        }
    }
}
