//! Where Compose and `docker run --env-file` read the same line differently.

use super::{Dotenv, Entry, Quote, Value};
use crate::interpolation::Segment;
use crate::text::Span;

/// How an entry differs; what blanks around the separator and colons mean is left out, for it shows without knowing the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Difference {
    /// `export`, for which `docker run` refuses the file.
    Export,
    /// A value over several lines, of which `docker run` takes the first.
    Lines,
    /// Quotes, which `docker run` keeps. `needed` tells whether the value would mean something else to Compose or to a shell without
    /// them.
    Quotes {
        /// Whether they are.
        needed: bool,
    },
    /// A comment behind the value, which `docker run` keeps.
    Comment,
    /// A variable or `$$`, which `docker run` leaves as it is.
    Variable,
}

impl Dotenv<'_> {
    /// The entries that `docker run --env-file` reads differently, each with the place of the first difference.
    pub fn differences<'s>(
        &'s self,
        source: &'s str,
    ) -> impl Iterator<Item = (&'s Entry<'s>, Span, Difference)> {
        self.entries().filter_map(|entry| {
            let (span, difference) = difference(entry, source)?;
            Some((entry, span, difference))
        })
    }
}

fn difference(entry: &Entry<'_>, source: &str) -> Option<(Span, Difference)> {
    if let Some(export) = entry.export {
        return Some((export, Difference::Export));
    }
    let value = entry.value.as_ref()?;
    let written = value.span.of(source);
    if value.quote != Quote::None {
        let difference = match written.contains('\n') {
            true => Difference::Lines,
            false => Difference::Quotes { needed: needs_quotes(value, source) },
        };
        return Some((value.span, difference));
    }
    if let Some(comment) = entry.comment {
        return Some((comment.span, Difference::Comment));
    }
    // What was meant to be quoted is a mistake for every reader.
    let template = value.template().filter(|_| !written.starts_with(['"', '\'']))?;
    let place = template.segments.iter().find_map(|segment| match segment {
        Segment::Variable(variable) => Some(variable.span),
        Segment::Escape(span) => Some(*span),
        _ => None,
    })?;
    Some((value.text.span(place.range()), Difference::Variable))
}

fn needs_quotes(value: &Value<'_>, source: &str) -> bool {
    let special = |c: char| c.is_whitespace() || "$#&;|<>()`=\\'\"".contains(c);
    value.inner_span().of(source).contains(special)
}
