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
    let mut seen: BTreeMap<&str, (usize, &Entry<'_>)> = BTreeMap::new();
    let mut read_at: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, entry) in dotenv.entries().enumerate().filter(|(_, entry)| !entry.cut_off) {
        let key = entry.key.value;
        let template = entry.value.as_ref().and_then(|value| value.template());
        read_at.extend(template.iter().flat_map(|t| t.variables()).map(|variable| (variable.name.value, at)));
        let Some((earlier_at, earlier)) = seen.insert(key, (at, entry)) else {
            continue;
        };
        // The same text is another value where it reads what has been set since: `A=${A}b` after `A=${A}b`.
        let changed = |name: &str| seen.get(name).is_some_and(|(set_at, _)| *set_at > earlier_at);
        let reads_changed =
            template.iter().flat_map(|t| t.variables()).any(|variable| changed(variable.name.value));
        let same = same_value(earlier, entry) && !reads_changed;
        let message = if same {
            format!("`{key}` has this very value already. Remove one of the two lines.")
        } else if entry.value.is_none() {
            format!(
                "`{key}` has a value above, which the shell's replaces where there is one. Remove one of the two lines."
            )
        } else {
            format!(
                "`{key}` is set above to something else, and only this value counts. Remove the other line."
            )
        };
        let is_read = read_at.get(key).is_some_and(|read_at| *read_at > earlier_at);
        let removed = match entry.value {
            _ if same => Some(entry),
            Some(_) if !is_read => Some(earlier),
            _ => None,
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
