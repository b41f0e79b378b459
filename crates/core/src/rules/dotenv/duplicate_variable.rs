//! A variable that one .env file sets twice.

use crate::dotenv::{Dotenv, Entry, Quote};
use crate::rules::{Category, Check, FixSafety, Meta, Reporter};
use crate::text::Edit;
use std::collections::BTreeMap;

pub(super) const META: Meta = Meta {
    code: "EV003",
    category: Category::Correctness,
    aliases: &["dotenv:DuplicatedKey"],
    fix: FixSafety::Safe,
    check: Check::Dotenv(check),
    ..Meta::DEFAULT
};

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let entries: Vec<&Entry<'_>> = dotenv.entries().collect();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let key = entry.key.value;
        let Some((first, earlier)) = seen.insert(key, at).and_then(|i| Some((i, entries.get(i)?))) else {
            continue;
        };
        let same = same_value(earlier, entry);
        let message = if same {
            format!("`{key}` has this very value already. Remove one of the two lines.")
        } else {
            format!(
                "`{key}` is set above to something else, and only this value counts. Remove the other line."
            )
        };
        // Whatever stands between may still read the earlier value.
        let between = entries.get(first + 1..at).unwrap_or_default();
        let removed = if same {
            Some(entry)
        } else {
            Some(earlier).filter(|_| !between.iter().any(|e| refers_to(e, key)))
        };
        let lines = removed.and_then(|entry| entry.own_lines(cx.source()));
        let found = cx.report(entry.key.span, message).related(earlier.key.span, "set here first");
        if let Some(lines) = lines {
            found.safe_fix("Remove the line that does not count", [Edit::delete(lines)]);
        }
    }
}

fn same_value(a: &Entry<'_>, b: &Entry<'_>) -> bool {
    match (&a.value, &b.value) {
        (Some(a), Some(b)) => {
            let plain = (a.quote == Quote::Single) == (b.quote == Quote::Single) || !a.text.contains('$');
            plain && a.text.as_str() == b.text.as_str()
        }
        (a, b) => a.is_none() && b.is_none(),
    }
}

fn refers_to(entry: &Entry<'_>, key: &str) -> bool {
    let template = entry.value.as_ref().and_then(|value| value.template());
    template.is_some_and(|template| template.variables().iter().any(|v| v.name.value == key))
}
