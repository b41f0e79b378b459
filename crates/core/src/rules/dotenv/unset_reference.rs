//! A value that refers to a variable which nothing sets.

use crate::dotenv::{Dotenv, Entry};
use crate::interpolation::Variable;
use crate::project::{Tree, session};
use crate::rules::{Category, Check, Meta, Reporter};
use crate::secrets::is_sensitive;
use std::cell::LazyCell;
use std::collections::HashSet;

pub(super) const META: Meta =
    Meta { code: "EV033", category: Category::Correctness, check: Check::Dotenv(check), ..Meta::DEFAULT };

fn check(dotenv: &Dotenv<'_>, cx: &mut Reporter<'_>) {
    let project = cx.project;
    // Any file may be read before this one, and `environment` counts for the files of `env_file`.
    let set = LazyCell::new(|| {
        let trees = project.workspace.files().map(|(id, _)| &project.file(id).tree);
        let dotenvs =
            trees.filter_map(|tree| if let Tree::Dotenv(other) = tree { Some(other) } else { None });
        let keys = dotenvs.flat_map(|other| other.entries().map(|entry| entry.key.value.to_owned()));
        let services = project.stacks.iter().flat_map(|stack| stack.view().services());
        let pairs = services.flat_map(|service| service.environment());
        keys.chain(pairs.map(|pair| pair.key.as_str().to_owned())).collect::<HashSet<_>>()
    });
    for entry in dotenv.entries() {
        let Some(value) = &entry.value else { continue };
        let Some(template) = value.template() else { continue };
        for variable in template.variables() {
            let name = variable.name.value;
            if variable.modifier.is_some() || session::may_set(name) || is_part_of_secret(entry, variable) {
                continue;
            }
            if !set.contains(name) {
                let message = format!(
                    "`{name}` is set in no .env file, so Compose puts nothing here unless the shell has it. Set it above, or write `$$` for a plain dollar sign."
                );
                cx.report(value.text.span(variable.span.range()), message);
            }
        }
    }
}

/// Whether this is rather a piece of a password, which is a rule of its own.
fn is_part_of_secret(entry: &Entry<'_>, variable: &Variable<'_>) -> bool {
    !variable.braced && is_sensitive(entry.key.value)
}
