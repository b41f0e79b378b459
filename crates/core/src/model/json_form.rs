//! Text that is meant as a JSON array and is none, so that BuildKit takes it for a shell command or for words.

/// Whether text that was not read as an array is meant as one: a bracket before a quote. `[ "$a" = b ]` is a test, and has a blank
/// there and no commas.
pub(crate) fn is_meant(text: &str) -> bool {
    let Some(inner) = text.trim().strip_prefix('[') else { return false };
    let tight = inner.starts_with(is_quote);
    let mut after_quotes = inner.split(is_quote).skip(1);
    let in_commas = inner.ends_with(']') && after_quotes.any(|rest| rest.trim_start().starts_with(','));
    tight || inner.trim_start().starts_with(is_quote) && in_commas
}

/// The array that was meant, with double quotes and without a comma or remark at its end; `None` where that is not clear.
pub(crate) fn repaired(text: &str) -> Option<String> {
    let end = text.rfind(']')? + 1;
    let (array, rest) = text.split_at_checked(end)?;
    let is_remark = rest.trim().is_empty() || rest.trim_start().starts_with('#');
    let straight: String = array.chars().map(|c| if is_quote(c) { '"' } else { c }).collect();
    let body = straight.trim().strip_suffix(']')?.trim_end().trim_end_matches(',');
    let words: Vec<String> = serde_json::from_str(&format!("{body}]")).ok().filter(|_| is_remark)?;
    let quoted: Result<Vec<String>, _> = words.iter().map(serde_json::to_string).collect();
    Some(format!("[{}]", quoted.ok()?.join(", ")))
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_arrays_from_tests() {
        for text in
            ["['a', 'b']", "[\"a\",]", "[\"a\" \"b\"]", "[ 'a', 'b' ]", "[\"a\"] # b", "[\u{201c}a\u{201d}]"]
        {
            assert!(is_meant(text), "{text}");
        }
        for text in ["[ \"$a\" = \"b\" ]", "[ -f /a ]", "[ '' ]", "a", "", "[[ 'a' ]]"] {
            assert!(!is_meant(text), "{text}");
        }
    }

    #[test]
    fn repairs_what_is_clear() {
        assert_eq!(repaired("['a', 'b c']").as_deref(), Some("[\"a\", \"b c\"]"));
        assert_eq!(repaired("[\"a\",] # x").as_deref(), Some("[\"a\"]"));
        assert_eq!(repaired("[\"a\"] && b"), None);
        assert_eq!(repaired("[\"a\" \"b\"]"), None);
        assert_eq!(repaired("['it\"s']"), None);
    }
}
