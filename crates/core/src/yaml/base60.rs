//! Numbers in base 60, which YAML 1.1 has and YAML 1.2 and Compose do not.

/// The number that a plain scalar is for a reader of YAML 1.1: `[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+`.
///
/// Source: <https://yaml.org/type/int.html>.
#[must_use]
pub fn base_60(text: &str) -> Option<i128> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (first, rest) = digits.split_once(':')?;
    let starts_well = first.starts_with(|c: char| matches!(c, '1'..='9'));
    if !starts_well || !first.bytes().all(|b| b.is_ascii_digit() || b == b'_') {
        return None;
    }
    let mut number: i128 = first.replace('_', "").parse().ok()?;
    for part in rest.split(':') {
        let is_digits = matches!(part.len(), 1 | 2) && part.bytes().all(|b| b.is_ascii_digit());
        let value: i128 = if is_digits { part.parse().ok()? } else { return None };
        number = number.checked_mul(60)?.checked_add(value).filter(|_| value < 60)?;
    }
    Some(if text.starts_with('-') { -number } else { number })
}

#[cfg(test)]
mod tests {
    use super::base_60;

    #[test]
    fn reads_base_60_as_yaml_1_1_does() {
        for (text, number) in [("22:22", Some(1342)), ("1:30", Some(90)), ("190:20:30", Some(685_230))] {
            assert_eq!(base_60(text), number, "{text}");
        }
        for text in ["8080:80", "22", "022:22", "22:22/udp", "127.0.0.1:1:1", "${A}:22", "1:060", ":1", "1:"]
        {
            assert_eq!(base_60(text), None, "{text}");
        }
    }
}
