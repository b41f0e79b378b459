//! [`json_web_tokens`]: signed tokens, told by decoding them (RFC 7519).

use super::Secret;
use super::base64::decode;
use super::charset::{BASE64, BASE64URL, WORD};
use super::sample::is_sample;
use crate::text::Span;
use serde_json::Value;

/// `{"` in base64.
const OPENING: &str = "eyJ";
/// `eyJ` in base64: a token that was encoded once more.
const OPENING_TWICE: &str = "ZXlK";

/// The signed JSON Web Tokens in `text`: their header decodes to an object with an algorithm, and a signature follows.
///
/// Tokens that are public by design (Supabase's role `anon`) and those of the well-known debugger sample are left out.
#[must_use]
pub fn json_web_tokens(text: &str) -> Vec<Secret> {
    let plain = text.match_indices(OPENING).filter_map(|(at, _)| {
        let length = token(text, at)?;
        Some(Secret { what: "JSON Web Token", span: Span::new(at, at + length) })
    });
    let twice = text.match_indices(OPENING_TWICE).filter_map(|(at, _)| {
        let length = if begins_word(text, at) { BASE64.run(text.as_bytes(), at, usize::MAX) } else { 0 };
        let inner = decode(text.get(at..at + length)?)?;
        token(&inner, 0)?;
        Some(Secret { what: "JSON Web Token in base64", span: Span::new(at, at + length) })
    });
    plain.chain(twice).collect()
}

/// The length in bytes of the signed token at `at`.
fn token(text: &str, at: usize) -> Option<usize> {
    if !begins_word(text, at) {
        return None;
    }
    let part = |start: usize| text.get(start..start + BASE64URL.run(text.as_bytes(), start, usize::MAX));
    let dot = |end: usize| text.get(end..)?.starts_with('.').then_some(end + 1);
    let header = part(at)?;
    let payload_at = dot(at + header.len())?;
    let payload = part(payload_at)?;
    let signature_at = dot(payload_at + payload.len())?;
    let signature = part(signature_at)?;
    let header: Value = serde_json::from_str(&decode(header)?).ok()?;
    let algorithm = header.get("alg")?.as_str()?;
    let payload: Value = serde_json::from_str(&decode(payload)?).ok()?;
    let is_secret = !algorithm.eq_ignore_ascii_case("none") && signature.len() >= 16 && !is_sample(signature);
    (is_secret && !is_public(&payload)).then_some(signature_at + signature.len() - at)
}

/// Whether the claims say that anybody may have the token, or that it is the sample of every tutorial.
fn is_public(claims: &Value) -> bool {
    let claim = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or_default();
    claim("role") == "anon"
        || claim("iss") == "supabase-demo"
        || (claim("sub") == "1234567890" && claim("name") == "John Doe")
}

fn begins_word(text: &str, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| text.as_bytes().get(i));
    before.is_none_or(|byte| !WORD.has(*byte))
}

#[cfg(test)]
mod tests {
    use super::super::base64::encode;
    use super::*;

    fn jwt(header: &str, claims: &str, signature: &str) -> String {
        format!("{}.{}.{signature}", encode(header), encode(claims))
    }

    const SIGNATURE: &str = "q7Yk2Vd0LrX9bTfWzP4m-HsN6cJ1gEuA";

    #[test]
    fn finds_signed_tokens() {
        let token = jwt(r#"{"alg":"HS256"}"#, r#"{"role":"service_role"}"#, SIGNATURE);
        let text = format!("KEY: \"{token}\"");
        let found = json_web_tokens(&text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].span.of(&text), token);
        assert_eq!(json_web_tokens(&encode(&token)).len(), 1);
    }

    #[test]
    fn leaves_unsigned_and_public_ones_alone() {
        for token in [
            jwt(r#"{"alg":"none"}"#, r#"{"sub":"example"}"#, ""),
            jwt(r#"{"alg":"none"}"#, r#"{"sub":"example"}"#, SIGNATURE),
            jwt(r#"{"typ":"JWT"}"#, "{}", SIGNATURE),
            jwt(r#"{"alg":"HS256"}"#, r#"{"role":"anon"}"#, SIGNATURE),
            jwt(r#"{"alg":"HS256"}"#, r#"{"sub":"1234567890","name":"John Doe"}"#, SIGNATURE),
            jwt(r#"["alg"]"#, "{}", SIGNATURE),
            format!("{OPENING}.{OPENING}.{SIGNATURE}"),
        ] {
            assert_eq!(json_web_tokens(&token), [], "{token}");
        }
    }
}
