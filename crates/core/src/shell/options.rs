//! Options and operands of a command, as getopt reads them.

use super::{Argument, Call};

/// What a command is given.
#[derive(Clone, Debug, Default)]
pub struct Options<'c, 's, 't> {
    /// The options in order: each letter of `-abc`, and `--name`.
    pub given: Vec<GivenOption<'c, 's, 't>>,
    /// What is neither an option nor the value of one.
    pub operands: Vec<&'c Argument<'s, 't>>,
}

/// An option.
#[derive(Clone, Copy, Debug)]
pub struct GivenOption<'c, 's, 't> {
    /// Without dashes.
    pub name: &'c str,
    /// Its value, from the same word or the next.
    pub value: Option<&'c str>,
    /// The word that names it.
    pub argument: &'c Argument<'s, 't>,
}

impl<'c> Options<'c, '_, '_> {
    /// Whether one of these options is given.
    #[must_use]
    pub fn has(&self, names: &[&str]) -> bool {
        self.given.iter().any(|option| names.contains(&option.name))
    }

    /// The value of the last of these options.
    #[must_use]
    pub fn value(&self, names: &[&str]) -> Option<&'c str> {
        self.given.iter().rev().find(|option| names.contains(&option.name))?.value
    }
}

impl<'s, 't> Call<'s, 't> {
    /// Reads the arguments; `valued` are the options, letters and long names, that take a value.
    #[must_use]
    pub fn options<'c>(&'c self, valued: &[&str]) -> Options<'c, 's, 't> {
        let mut options = Options::default();
        let mut arguments = self.arguments.iter();
        while let Some(argument) = arguments.next() {
            let text = argument.text.as_ref();
            if text == "--" {
                options.operands.extend(arguments.by_ref());
            } else if !argument.is_flag() {
                options.operands.push(argument);
            } else if let Some(long) = text.strip_prefix("--") {
                let (name, value) =
                    long.split_once('=').map_or((long, None), |(name, value)| (name, Some(value)));
                let mut next = || valued.contains(&name).then(|| arguments.next()).flatten();
                let value = value.or_else(|| Some(next()?.text.as_ref()));
                options.given.push(GivenOption { name, value, argument });
            } else {
                for (at, letter) in text.char_indices().skip(1) {
                    let (name, rest) = text.get(at..).unwrap_or_default().split_at(letter.len_utf8());
                    let takes_value = valued.contains(&name);
                    let value = match rest {
                        _ if !takes_value => None,
                        "" => arguments.next().map(|next| next.text.as_ref()),
                        rest => Some(rest),
                    };
                    options.given.push(GivenOption { name, value, argument });
                    if takes_value {
                        break;
                    }
                }
            }
        }
        options
    }
}

#[cfg(test)]
mod tests {
    use crate::shell::{Dialect, calls, parse};
    use crate::text::Mapped;

    #[test]
    fn values_stand_in_the_same_word_or_the_next() {
        let read = |source: &str| {
            let text = Mapped::borrowed(source, 0);
            let script = parse(&text, Dialect::Posix);
            let calls = calls(&script);
            let options = calls[0].options(&["o", "output", "H"]);
            let operands: Vec<String> =
                options.operands.iter().map(|operand| operand.text.to_string()).collect();
            (options.value(&["o", "output"]).map(str::to_owned), operands, options.has(&["k"]))
        };
        let expect = |file: Option<&str>, operands: &[&str], k: bool| {
            (file.map(str::to_owned), operands.iter().map(ToString::to_string).collect::<Vec<_>>(), k)
        };
        assert_eq!(read("curl -fskLo f url"), expect(Some("f"), &["url"], true));
        assert_eq!(read("curl -of url -Hk"), expect(Some("f"), &["url"], false));
        assert_eq!(read("curl --output f url"), expect(Some("f"), &["url"], false));
        assert_eq!(read("curl --output=f -- -k url"), expect(Some("f"), &["-k", "url"], false));
        assert_eq!(read("curl - -o"), expect(None, &["-"], false));
        assert_eq!(read("curl -ä -k"), expect(None, &[], true));
    }
}
