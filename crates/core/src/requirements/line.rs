//! Logical lines: continuations, comments, options.

use super::requirement::requirement;
use super::{FileOption, Item, Requirements};
use crate::SyntaxError;
use crate::text::{Mapped, MappedBuilder};
use std::ops::Range;

/// Short names of options and the long ones they stand for.
const SHORT: [(&str, &str); 5] = [
    ("-r", "--requirement"),
    ("-c", "--constraint"),
    ("-e", "--editable"),
    ("-i", "--index-url"),
    ("-f", "--find-links"),
];

/// Long names that take a value.
const WITH_VALUE: [&str; 10] = [
    "--requirement",
    "--constraint",
    "--editable",
    "--index-url",
    "--extra-index-url",
    "--find-links",
    "--no-binary",
    "--only-binary",
    "--trusted-host",
    "--use-feature",
];

/// Long names of flags.
const FLAGS: [&str; 4] = ["--no-index", "--prefer-binary", "--require-hashes", "--pre"];

/// Reads a requirements file. pip refuses the whole file for each error.
#[must_use]
pub fn parse(text: &str) -> (Requirements<'_>, Vec<SyntaxError>) {
    let mut items = Vec::new();
    let mut errors = Vec::new();
    for line in logical_lines(text) {
        match item(&line) {
            Ok(item) => items.push(item),
            Err(error) => errors.push(error),
        }
    }
    (Requirements { items }, errors)
}

/// Lines without comments, continuations joined, blank ones left out.
fn logical_lines(text: &str) -> Vec<Mapped<'_>> {
    let mut lines = Vec::new();
    let mut builder: Option<(MappedBuilder<'_>, usize)> = None;
    let mut offset = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    for full in text.get(offset..).unwrap_or_default().split_inclusive('\n') {
        let start = offset;
        offset += full.len();
        let line = full.strip_suffix('\n').unwrap_or(full);
        let line = line.strip_suffix('\r').unwrap_or(line);
        let is_comment = line.trim_start().starts_with('#');
        let (joined, _) = builder.get_or_insert_with(|| (MappedBuilder::new(text), start));
        match line.strip_suffix('\\') {
            Some(continued) if !is_comment => joined.push(start..start + continued.len()),
            _ => {
                if !is_comment {
                    joined.push(start..start + line.len());
                }
                lines.extend(builder.take());
            }
        }
    }
    lines.extend(builder);
    lines
        .into_iter()
        .map(|(builder, start)| trim(builder.finish(start)))
        .filter(|line| !line.is_empty())
        .collect()
}

/// Without the comment and the blanks at both ends.
fn trim(line: Mapped<'_>) -> Mapped<'_> {
    let comment = line.match_indices('#').map(|(at, _)| at).find(|at| {
        line.get(..*at).is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace))
    });
    let kept = line.get(..comment.unwrap_or(line.len())).unwrap_or_default();
    let range = trimmed(kept, 0..kept.len());
    line.slice(range)
}

/// The range without the white space at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (part.len() - part.trim_start().len());
    start..start.max(range.start + part.trim_end().len())
}

fn item<'a>(line: &Mapped<'a>) -> Result<Item<'a>, SyntaxError> {
    if !line.starts_with('-') {
        return requirement(line, 0, false).map(Item::Requirement);
    }
    let name_end = line.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(line.len());
    let written = line.get(..name_end).unwrap_or_default();
    let short = SHORT.iter().find(|(short, _)| written.starts_with(short) && !written.starts_with("--"));
    // The value of a short option may follow without a blank: `-rdev.txt`.
    let name_end = short.map_or(name_end, |(short, _)| short.len());
    let known = short.map(|(_, long)| *long).or_else(|| long_name(written));
    let name_span = line.span(0..name_end);
    let Some(name) = known else {
        let message = format!("pip does not know the option `{written}` in a requirements file.");
        return Err(SyntaxError::new(name_span, message));
    };
    let value = trimmed(line, name_end..line.len());
    let value = match line.get(value.clone()) {
        Some(text) if text.starts_with('=') && short.is_none() => trimmed(line, value.start + 1..value.end),
        _ => value,
    };
    if value.is_empty() && WITH_VALUE.contains(&name) {
        return Err(SyntaxError::new(name_span, format!("`{written}` needs a value.")));
    }
    if name == "--editable" {
        return requirement(line, value.start, true).map(Item::Requirement);
    }
    Ok(Item::Option(FileOption { name, name_span, value: line.slice(value) }))
}

fn long_name(written: &str) -> Option<&'static str> {
    WITH_VALUE.iter().chain(&FLAGS).find(|name| **name == written).copied()
}

#[cfg(test)]
mod tests {
    use super::super::{Requirement, Source};
    use super::*;
    use crate::Pinning;
    use crate::text::Span;
    use proptest::prelude::*;

    fn only(text: &str) -> Requirement<'_> {
        let (file, errors) = parse(text);
        assert_eq!(errors, [], "{text}");
        file.requirements().next().unwrap().clone()
    }

    #[test]
    fn reads_options_and_includes() {
        let text = "-r base.txt\n-cdev.txt # c\n--index-url=https://x/simple\n--pre\n# c\n\nflask\n";
        let (file, errors) = parse(text);
        assert_eq!(errors, []);
        let options: Vec<_> = file.options().map(|o| (o.name, o.value.as_str(), o.is_include())).collect();
        assert_eq!(
            options,
            [
                ("--requirement", "base.txt", true),
                ("--constraint", "dev.txt", true),
                ("--index-url", "https://x/simple", false),
                ("--pre", "", false),
            ]
        );
        assert_eq!(file.requirements().count(), 1);
    }

    #[test]
    fn reads_the_parts_of_a_requirement() {
        let text = "Flask_Login[a, b] >= 1.0, !=1.3.* ; python_version < '3.9'  # why\n";
        let requirement = only(text);
        assert_eq!(requirement.normalized_name().as_deref(), Some("flask-login"));
        assert_eq!(requirement.span.of(text), "Flask_Login[a, b] >= 1.0, !=1.3.* ; python_version < '3.9'");
        let extras: Vec<_> = requirement.extras.iter().map(Mapped::as_str).collect();
        assert_eq!(extras, ["a", "b"]);
        assert_eq!(requirement.marker.as_ref().map(Mapped::as_str), Some("python_version < '3.9'"));
        let Source::Index(specifiers) = &requirement.source else { panic!("{requirement:?}") };
        let specifiers: Vec<_> =
            specifiers.iter().map(|s| (s.operator, s.version.as_str(), s.span.of(text))).collect();
        assert_eq!(specifiers, [(">=", "1.0", ">= 1.0"), ("!=", "1.3.*", "!=1.3.*")]);
    }

    #[test]
    fn joins_continued_lines() {
        let text = "a==1 \\\n  --hash=sha256:00 \\\n  --hash sha256:11\nb\n";
        let (file, errors) = parse(text);
        assert_eq!(errors, []);
        let hashes: Vec<_> =
            file.requirements().map(|r| r.hashes.iter().map(Mapped::as_str).collect::<Vec<_>>()).collect();
        assert_eq!(hashes, [vec!["sha256:00", "sha256:11"], vec![]]);
        assert_eq!(file.requirements().next().unwrap().span, Span::new(0, 4));
    }

    #[test]
    fn tells_how_firmly_a_version_is_named() {
        for (text, pinning) in [
            ("a", Pinning::None),
            ("a==1.0", Pinning::Exact),
            ("a (==1.0)", Pinning::Exact),
            ("a===1.0", Pinning::Exact),
            ("a==1.*", Pinning::Range),
            ("a~=1.0", Pinning::Range),
            ("a>=1,<2", Pinning::Range),
            ("a --hash=sha256:00", Pinning::Exact),
            ("./lib", Pinning::Local),
            ("-e .", Pinning::Local),
            ("lib/x-1.0-py3-none-any.whl", Pinning::Local),
            ("a @ file:///x", Pinning::Local),
            ("a @ https://h/a-1.0.tar.gz", Pinning::Exact),
            ("a @ https://h/main.zip", Pinning::None),
            ("a @ https://h/main.zip#sha256=00", Pinning::Exact),
            ("git+https://h/a.git", Pinning::None),
            ("git+https://h/a.git@main#egg=a", Pinning::None),
            ("git+https://h/a.git@v1.2#egg=a", Pinning::Exact),
            ("git+ssh://git@h/a.git", Pinning::None),
            ("-e git+https://h/a.git@1a2b3c4#egg=a", Pinning::Exact),
        ] {
            assert_eq!(only(text).pinning(), pinning, "{text}");
        }
    }

    #[test]
    fn errors_stand_where_reading_stopped() {
        for (text, wrong) in [
            ("flask 1.0", "1.0"),
            ("flask = 1.0", "= 1.0"),
            ("flask==", "=="),
            ("flask==1.0 2.0", "2.0"),
            ("a[b", "[b"),
            ("!x", "!x"),
            ("--what", "--what"),
            ("-r", "-r"),
        ] {
            let (_, errors) = parse(text);
            let spans: Vec<_> = errors.iter().map(|e| e.span.of(text)).collect();
            assert_eq!(spans, [wrong], "{text}");
        }
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in "([ab1.,;@#/=<~! \\[\\]()\n\r\\\\é-]|-e |-r|--hash|://|git[+]|\u{feff}){0,24}") {
            let (file, errors) = parse(&text);
            let mut spans: Vec<Span> = errors.iter().map(|e| e.span).collect();
            for item in &file.items {
                match item {
                    Item::Option(option) => spans.extend([option.name_span, option.value.whole()]),
                    Item::Requirement(r) => {
                        prop_assert!(r.hashes.is_empty() || r.pinning() == Pinning::Exact);
                        spans.push(r.span);
                        let parts = r.name.iter().chain(&r.extras).chain(&r.marker);
                        for part in parts {
                            prop_assert!(r.span.contains(part.whole()), "{:?} {:?}", text, r);
                        }
                        spans.extend(r.hashes.iter().map(Mapped::whole));
                    }
                }
            }
            for span in spans {
                prop_assert!(text.get(span.range()).is_some(), "{:?} {:?}", text, span);
            }
        }
    }
}
