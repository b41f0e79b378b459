//! A value that refers to a variable which is set further down.

use crate::dotenv::Dotenv;
use crate::rules::{Category, Check, Meta, Reporter};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const META: Meta =
    Meta { code: "EV023", category: Category::Correctness, check: Check::Dotenv(check), ..Meta::DEFAULT };

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let mut later = BTreeMap::new();
    for entry in dotenv.entries().filter(|entry| entry.separator.is_some()) {
        later.insert(entry.key.value, entry.key.span);
    }
    let mut set = BTreeSet::new();
    for entry in dotenv.entries() {
        let key = entry.key.value;
        let template = entry.value.as_ref().and_then(|value| Some((value, value.template()?)));
        if let Some((value, template)) = template {
            let unset = |name: &str| name != key && !set.contains(name);
            for variable in template.variables() {
                let name = variable.name.value;
                let Some(place) = later.get(name).filter(|_| unset(name)) else { continue };
                let message = format!(
                    "`{name}` is set only further down, and is still empty here unless the shell has it. Move its line up."
                );
                let span = value.text.span(variable.span.range());
                cx.report(span, message).related(*place, "set here");
            }
        }
        set.insert(key);
    }
}
