//! Loops over the output of a command.

use crate::shell::{For, Part, Simple};

/// The substitution and its command, if the loop goes over exactly the output of `name`.
#[must_use]
pub fn loop_over_command<'s, 't>(clause: &'s For<'t>, name: &str) -> Option<(&'s Part<'t>, &'s Simple<'t>)> {
    let [word] = clause.words.as_deref()? else { return None };
    let [part] = word.parts.as_slice() else { return None };
    let simple = part.substitution()?.single_simple()?;
    simple.words.first()?.is(name).then_some((part, simple))
}
