//! Texts that nobody would write: real ones, broken at random but repeatably.

/// Numbers that look random, the same for the same seed (xorshift).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The numbers of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or_default() % limit.max(1)
    }

    /// One of `items`, which are not empty.
    pub fn pick<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.below(items.len())]
    }
}

/// What upsets parsers.
const UPSETTING: [&str; 66] = [
    "COPY <<END /x.sh\n#!/bin/sh\necho \\$x $y `z`\nEND\n",
    "COPY <<-'END' /x.sh\n#!/bin/bash -e\n",
    "\0",
    "\r",
    "\r\n",
    "\n",
    "\t",
    " ",
    "\\",
    "\\\n",
    "`",
    "'",
    "\"",
    "$",
    "${",
    "}",
    "$(",
    ")",
    "(",
    "((",
    "))",
    "[",
    "]",
    "[[",
    "{",
    "<<EOF",
    "<<-'EOF'",
    "EOF",
    "<<",
    ">",
    "|",
    "||",
    "&&",
    "&",
    ";",
    ";;",
    "#",
    " #",
    "# escape=`\n",
    "# docklint ignore\n",
    ":",
    ": ",
    "- ",
    "-",
    "---\n",
    "...\n",
    "? ",
    "*a",
    "&a ",
    "<<: *a",
    "!!str ",
    "%",
    "\u{feff}",
    "é",
    "\u{85}",
    "\u{2028}",
    "😀",
    "\u{301}",
    "--from=",
    "--mount=type=cache,",
    "ONBUILD ",
    "FROM ",
    "AS ",
    "RUN ",
    "${A:-${B",
    "=",
];

/// `text` with some of it changed; `other` is a text that pieces may come from.
#[must_use]
pub fn mutate(text: &str, other: &str, random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(4) {
        text = mutate_once(&text, other, random);
    }
    text
}

fn mutate_once(text: &str, other: &str, random: &mut Random) -> String {
    let at = boundary(text, random);
    let (before, after) = text.split_at(at);
    match random.below(8) {
        0 => before.to_owned(),
        1 => format!("{before}{}{after}", random.pick(&UPSETTING)),
        2 => {
            let rest: String = after.chars().skip(1).collect();
            format!("{before}{rest}")
        }
        3 => {
            let mut rest = after.chars();
            let changed = rest.next().and_then(|c| char::from_u32(u32::from(c) ^ (1 << random.below(7))));
            format!("{before}{}{}", changed.map(String::from).unwrap_or_default(), rest.as_str())
        }
        4 => format!("{before}{}", &other[boundary(other, random)..]),
        5 => with_lines(text, random, |lines, at, _| {
            lines.remove(at);
        }),
        6 => with_lines(text, random, |lines, at, _| lines.insert(at, lines[at])),
        _ => with_lines(text, random, |lines, at, random| {
            let other = random.below(lines.len());
            lines.swap(at, other);
        }),
    }
}

fn with_lines<'t>(
    text: &'t str,
    random: &mut Random,
    change: impl FnOnce(&mut Vec<&'t str>, usize, &mut Random),
) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if !lines.is_empty() {
        let at = random.below(lines.len());
        change(&mut lines, at, random);
    }
    lines.concat()
}

/// A place between two characters.
fn boundary(text: &str, random: &mut Random) -> usize {
    let mut at = random.below(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
