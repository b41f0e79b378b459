//! What a message quotes from a file, cut to a length that can be read.

/// The longest message in bytes whose quotes are left alone.
const LONG_MESSAGE: usize = 500;

/// How many characters of a quote are kept where it is cut.
const KEPT: usize = 60;

/// `message`; where it is long, with the pieces between its backticks cut short.
pub(super) fn with_short_quotes(message: String) -> String {
    if message.len() <= LONG_MESSAGE {
        return message;
    }
    let shorten = |(index, piece): (usize, &str)| match piece.char_indices().nth(KEPT) {
        Some((end, _)) if index % 2 == 1 => format!("{}…", piece.get(..end).unwrap_or(piece)),
        _ => piece.to_owned(),
    };
    message.split('`').enumerate().map(shorten).collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_long_quotes_alone() {
        let advice = "Name the version, such as `nginx:1.2.3`.";
        let name = "é".repeat(1000);
        let short = with_short_quotes(format!("`{name}` has no tag. {advice}"));
        assert_eq!(short, format!("`{}…` has no tag. {advice}", "é".repeat(60)));
        assert_eq!(with_short_quotes(advice.to_owned()), advice);
        assert_eq!(with_short_quotes(name.clone()), name);
    }
}
