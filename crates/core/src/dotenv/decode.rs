//! Quoted values: where they end, and what their backslashes mean.

use crate::text::{Mapped, MappedBuilder};

/// The text in single quotes that opens at `start`, and the offset behind the closing quote; `None` where it is never closed.
///
/// Only `\'` is an escape.
pub(super) fn single_quoted(source: &str, start: usize) -> Option<(Mapped<'_>, usize)> {
    let mut out = MappedBuilder::new(source);
    let mut at = start + 1;
    loop {
        let stop = find(source, at, [b'\'', b'\\'])?;
        out.push(at..stop);
        if source.as_bytes().get(stop) == Some(&b'\'') {
            return Some((out.finish(start + 1), stop + 1));
        }
        let escaped = source.get(stop + 1..)?.chars().next()?;
        at = stop + 1 + escaped.len_utf8();
        let kept = if escaped == '\'' { stop + 1 } else { stop };
        out.push(kept..at);
    }
}

/// The text in double quotes that opens at `start`, and the offset behind the closing quote; `None` where it is never closed.
///
/// `\$` gives `$$`, the dollar sign that interpolation leaves alone.
pub(super) fn double_quoted(source: &str, start: usize) -> Option<(Mapped<'_>, usize)> {
    let mut out = MappedBuilder::new(source);
    let mut at = start + 1;
    loop {
        let stop = find(source, at, [b'"', b'\\'])?;
        out.push(at..stop);
        if source.as_bytes().get(stop) == Some(&b'"') {
            return Some((out.finish(start + 1), stop + 1));
        }
        let escaped = source.get(stop + 1..)?.chars().next()?;
        at = stop + 1 + escaped.len_utf8();
        match escaped {
            '"' | '\\' => out.push(stop + 1..at),
            '$' => out.push_str("$$", stop),
            'a' => out.push_str("\u{7}", stop),
            'b' => out.push_str("\u{8}", stop),
            'f' => out.push_str("\u{c}", stop),
            'n' => out.push_str("\n", stop),
            'r' => out.push_str("\r", stop),
            't' => out.push_str("\t", stop),
            'v' => out.push_str("\u{b}", stop),
            '0' => at = octal(source, stop, &mut out),
            _ => out.push(stop..at),
        }
    }
}

/// `\0ddd` with three octal digits up to 377 is a character; with fewer or other digits Compose drops the 0. Returns where it ends.
fn octal(source: &str, backslash: usize, out: &mut MappedBuilder<'_>) -> usize {
    let digits = source.as_bytes().get(backslash + 2..).unwrap_or_default();
    let len = digits.iter().take(3).take_while(|b| b.is_ascii_digit()).count();
    let end = backslash + 2 + len;
    let text = source.get(backslash + 2..end).unwrap_or_default();
    match u8::from_str_radix(text, 8) {
        Ok(code) if len == 3 => out.push_str(char::from(code).encode_utf8(&mut [0; 2]), backslash),
        _ => {
            out.push(backslash..backslash + 1);
            out.push(backslash + 2..end);
        }
    }
    end
}

fn find(source: &str, from: usize, bytes: [u8; 2]) -> Option<usize> {
    source.as_bytes().get(from..)?.iter().position(|b| bytes.contains(b)).map(|i| from + i)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn double_quotes_decode_escapes() {
        for (written, want) in [
            (r#""\"\\""#, "\"\\"),
            (r#""\a\b\f\n\r\t\v""#, "\u{7}\u{8}\u{c}\n\r\t\u{b}"),
            (r#""\$A""#, "$$A"),
            (r#""\0101\0377\0777""#, "A\u{ff}\\777"),
            (r#""\0 \01 \0999""#, r"\ \1 \999"),
            (r#""\c\x41\101\é""#, r"\c\x41\101\é"),
            (r#""\\$V""#, r"\$V"),
        ] {
            let (text, end) = double_quoted(written, 0).unwrap();
            assert_eq!((text.as_str(), end), (want, written.len()), "{written}");
        }
    }

    #[test]
    fn single_quotes_keep_backslashes() {
        let (text, _) = single_quoted(r#"'a\nb \\ \"\' é\é'"#, 0).unwrap();
        assert_eq!(text.as_str(), r#"a\nb \\ \"' é\é"#);
        assert!(single_quoted(r"'c:\dir\'", 0).is_none());
    }

    #[test]
    fn decoded_text_knows_its_place() {
        let (text, _) = double_quoted(r#""a\t$V\$W""#, 0).unwrap();
        assert_eq!(text.as_str(), "a\t$V$$W");
        assert_eq!(text.span(2..4).range(), 4..6);
    }
}
