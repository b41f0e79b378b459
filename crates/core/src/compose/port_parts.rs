//! Where the parts of a short port stand, before they are looked at.

use crate::text::{Span, Spanned};

/// `[[host_ip:]published:]target[/protocol]`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts<'a> {
    /// All left of the last two colons, brackets included.
    pub(super) host_ip: Option<Spanned<&'a str>>,
    /// Between the last two colons, or before the only one.
    pub(super) published: Option<Spanned<&'a str>>,
    /// After the last colon.
    pub(super) target: Spanned<&'a str>,
    /// After the first slash of the target, up to the next one; empty at the end where there is none.
    pub(super) protocol: Spanned<&'a str>,
}

/// Splits at the colons that are in none of the `opaque` spans, which are sorted.
pub(super) fn split<'a>(text: &'a str, opaque: &[Span]) -> Parts<'a> {
    let visible = |at: usize| {
        let next = opaque.partition_point(|span| span.end as usize <= at);
        opaque.get(next).is_none_or(|span| at < span.start as usize)
    };
    let part = |start: usize, end: usize| {
        Spanned::new(text.get(start..end).unwrap_or_default(), Span::new(start, end))
    };
    let last_colon = |end: usize| {
        let before = text.get(..end).unwrap_or_default();
        before.rmatch_indices(':').map(|(at, _)| at).find(|at| visible(*at))
    };
    let first = last_colon(text.len());
    let second = first.and_then(last_colon);
    let container = first.map_or(0, |colon| colon + 1);
    let mut slashes = text
        .get(container..)
        .unwrap_or_default()
        .match_indices('/')
        .map(|(at, _)| container + at)
        .filter(|at| visible(*at));
    let slash = slashes.next();
    let protocol_end = slashes.next().unwrap_or(text.len());
    Parts {
        host_ip: second.map(|colon| part(0, colon)),
        published: first.map(|colon| part(second.map_or(0, |colon| colon + 1), colon)),
        target: part(container, slash.unwrap_or(text.len())),
        protocol: part(slash.map_or(text.len(), |slash| slash + 1), protocol_end),
    }
}

impl Parts<'_> {
    /// Gives each part the place that it has in `places`; where the two have not the same parts, `whole`.
    pub(super) fn place_at(&mut self, places: &Parts<'_>, whole: Span) {
        let same = self.host_ip.is_some() == places.host_ip.is_some()
            && self.published.is_some() == places.published.is_some()
            && self.protocol.is_empty() == places.protocol.is_empty();
        let place = |span: Span| if same { span } else { whole };
        self.target.span = place(places.target.span);
        self.protocol.span = place(places.protocol.span);
        if let Some(part) = &mut self.published {
            part.span = place(places.published.map_or(whole, |p| p.span));
        }
        if let Some(part) = &mut self.host_ip {
            part.span = place(places.host_ip.map_or(whole, |p| p.span));
        }
    }
}
