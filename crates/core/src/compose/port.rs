//! The short form of `ports`: `[[ip:][published]:]target[/protocol]`, with ranges, and what it binds on the host.
//!
//! Read as Compose reads it (go-connections 0.4): by counting colons from the right.

use super::port_parts::{Parts, split};
use crate::SyntaxError;
use crate::interpolation::{self, Segment};
use crate::text::{Span, Spanned};
use std::net::IpAddr;
use std::ops::RangeInclusive;

/// Port numbers from `start` to `end`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PortRange {
    /// The first port.
    pub start: u16,
    /// The last port, not before the first.
    pub end: u16,
}

/// What a port speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Protocol {
    /// The default.
    #[default]
    Tcp,
    /// UDP.
    Udp,
    /// SCTP.
    Sctp,
}

/// One item of `ports`, short or long: which ports of the container can be reached at which ports of the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortMapping {
    /// The address to listen on, its place without brackets; `None` is all addresses, IPv4 and IPv6.
    pub host_ip: Option<Spanned<IpAddr>>,
    /// The host's ports; `None` is a random one for each target.
    pub published: Option<Spanned<PortRange>>,
    /// The container's ports.
    pub target: Spanned<PortRange>,
    /// The protocol, at its place behind the `/`, or at the end where it is not written.
    pub protocol: Spanned<Protocol>,
}

/// One container port of a [`PortMapping`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Binding {
    /// The host's port; a range where the first free port of it is taken; `None` for a random one.
    pub published: Option<PortRange>,
    /// The container's port.
    pub target: u16,
}

impl PortRange {
    /// One port.
    #[must_use]
    pub const fn single(port: u16) -> Self {
        Self { start: port, end: port }
    }

    /// Reads `80` or `80-90`, decimal digits without signs or blanks; `None` where it is neither, or runs backwards.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (start, end) = text.split_once('-').unwrap_or((text, text));
        let range = Self { start: port(start)?, end: port(end)? };
        (range.start <= range.end).then_some(range)
    }

    /// How many ports these are, at least one.
    #[must_use]
    pub fn count(self) -> u32 {
        u32::from(self.end - self.start) + 1
    }

    /// Whether it is more than one port.
    #[must_use]
    pub fn is_range(self) -> bool {
        self.start != self.end
    }

    /// Whether `port` is one of these.
    #[must_use]
    pub fn contains(self, port: u16) -> bool {
        (self.start..=self.end).contains(&port)
    }

    /// The ports that both have.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        let both = Self { start: self.start.max(other.start), end: self.end.min(other.end) };
        (both.start <= both.end).then_some(both)
    }

    /// The ports in order.
    pub fn ports(self) -> RangeInclusive<u16> {
        self.start..=self.end
    }
}

impl std::fmt::Display for PortRange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_range() { write!(f, "{}-{}", self.start, self.end) } else { write!(f, "{}", self.start) }
    }
}

impl Protocol {
    /// The lower-case name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Tcp => "tcp",
            Self::Udp => "udp",
            Self::Sctp => "sctp",
        }
    }

    /// Reads a name in any case.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Tcp, Self::Udp, Self::Sctp].into_iter().find(|p| p.as_str().eq_ignore_ascii_case(name))
    }
}

impl PortMapping {
    /// One entry for each container port.
    pub fn bindings(self) -> impl Iterator<Item = Binding> {
        let published = self.published.map(|p| p.value);
        let pairwise = published.filter(|p| p.count() == self.target.count());
        self.target.ports().enumerate().map(move |(i, target)| {
            let paired = pairwise.and_then(|p| p.start.checked_add(u16::try_from(i).ok()?));
            Binding { published: paired.map(PortRange::single).or(published), target }
        })
    }

    /// The host ports that are taken for certain: not where the port is random (none given, or 0) or the first free one of a range.
    #[must_use]
    pub fn fixed_host_ports(&self) -> Option<PortRange> {
        let published = self.published?.value;
        (published.count() == self.target.count() && published.start != 0).then_some(published)
    }

    /// The host ports that both mappings insist on, so that only one of them can be had.
    #[must_use]
    pub fn conflict(&self, other: &Self) -> Option<PortRange> {
        let address = |mapping: &Self| mapping.host_ip.map(|ip| ip.value);
        if self.protocol.value != other.protocol.value || !addresses_overlap(address(self), address(other)) {
            return None;
        }
        self.fixed_host_ports()?.intersection(other.fixed_host_ports()?)
    }

    /// Whether others than the host itself can reach the port: the address is not a loopback one.
    #[must_use]
    pub fn is_reachable_from_outside(&self) -> bool {
        !self.host_ip.is_some_and(|ip| ip.value.to_canonical().is_loopback())
    }
}

/// Whether listening on `a` takes a port from someone who listens on `b`. `None` is every address, `0.0.0.0` every IPv4 address
/// and `::` every IPv6 address.
#[must_use]
pub fn addresses_overlap(a: Option<IpAddr>, b: Option<IpAddr>) -> bool {
    let (Some(a), Some(b)) = (a.map(|a| a.to_canonical()), b.map(|b| b.to_canonical())) else {
        return true;
    };
    a.is_ipv4() == b.is_ipv4() && (a == b || a.is_unspecified() || b.is_unspecified())
}

/// Reads the short form in `text`, in which nothing is left to expand; spans count from its start.
///
/// # Errors
/// Where Compose refuses it: the part that is wrong.
pub fn parse(text: &str) -> Result<PortMapping, SyntaxError> {
    interpret(text, &split(text, &[]))
}

/// Reads the short form that `raw` gives when it is `expanded`; spans count from the start of `raw`.
///
/// # Errors
/// Where Compose refuses the expanded text: the part of `raw` that is wrong, or all of it where the parts of the two differ.
pub fn parse_expanded(raw: &str, expanded: &str) -> Result<PortMapping, SyntaxError> {
    if raw == expanded {
        return parse(raw);
    }
    let (template, _) = interpolation::parse(raw);
    let variables: Vec<Span> = template
        .segments
        .iter()
        .filter(|segment| !matches!(segment, Segment::Literal(_)))
        .map(Segment::span)
        .collect();
    let places = split(raw, &variables);
    let mut parts = split(expanded, &[]);
    parts.place_at(&places, Span::new(0, raw.len()));
    interpret(raw, &parts)
}

fn interpret(source: &str, parts: &Parts<'_>) -> Result<PortMapping, SyntaxError> {
    let host_ip = parts.host_ip.map(|ip| host_ip(source, ip)).transpose()?.flatten();
    if parts.target.is_empty() {
        return Err(SyntaxError::new(
            Span::new(0, source.len()),
            "The container port is missing: `published:target`.",
        ));
    }
    let target = range(
        parts.target,
        "is not a container port. Expected is a number from 0 to 65535, or a range such as 80-90.",
    )?;
    let published = parts.published.filter(|p| !p.is_empty());
    let published = published.map(|p| range(p, published_problem(p.value))).transpose()?;
    if let Some(published) = published
        && target.is_range()
        && published.count() != target.count()
    {
        let message = format!(
            "{published} are {} host ports and {target} are {} container ports. Give ranges of the same length.",
            published.count(),
            target.count(),
            published = published.value,
            target = target.value,
        );
        return Err(SyntaxError::new(published.span.to(target.span), message));
    }
    Ok(PortMapping { host_ip, published, target, protocol: protocol(parts.protocol)? })
}

/// The address without its brackets; `[]` and nothing are no address.
fn host_ip(source: &str, part: Spanned<&str>) -> Result<Option<Spanned<IpAddr>>, SyntaxError> {
    let bracketed = part.strip_prefix('[').and_then(|p| p.strip_suffix(']'));
    let text = bracketed.unwrap_or(part.value);
    if text.is_empty() {
        return Ok(None);
    }
    let span = if part.span.of(source) == part.value && bracketed.is_some() {
        Span { start: part.span.start + 1, end: part.span.end - 1 }
    } else {
        part.span
    };
    match text.parse::<IpAddr>() {
        Ok(ip) if ip.is_ipv6() && bracketed.is_none() => {
            Err(SyntaxError::new(part.span, format!("An IPv6 address stands in brackets here: `[{text}]`.")))
        }
        Ok(ip) => Ok(Some(Spanned::new(ip, span))),
        Err(_) => {
            let message = format!(
                "`{}` is not an IP address. A port is written `ip:published:target`, and names are not resolved.",
                part.value
            );
            Err(SyntaxError::new(part.span, message))
        }
    }
}

fn range(part: Spanned<&str>, problem: &str) -> Result<Spanned<PortRange>, SyntaxError> {
    // A third number is ignored by the version of the reader that Compose had for long.
    let text = match part.match_indices('-').nth(1) {
        Some((second, _)) => part.get(..second).unwrap_or_default(),
        None => part.value,
    };
    match PortRange::parse(text) {
        Some(range) => Ok(Spanned::new(range, part.span)),
        None => Err(SyntaxError::new(part.span, format!("`{}` {problem}", part.value))),
    }
}

fn published_problem(text: &str) -> &'static str {
    if text.parse::<IpAddr>().is_ok() {
        "stands where the host port is expected. To listen on an address write `ip:published:target`, or `ip::target` for a random port."
    } else {
        "is not a host port. Expected is a number from 0 to 65535, or a range such as 8000-8010."
    }
}

/// The protocol; nothing behind the `/` is tcp.
fn protocol(part: Spanned<&str>) -> Result<Spanned<Protocol>, SyntaxError> {
    let known = if part.is_empty() { Some(Protocol::Tcp) } else { Protocol::parse(part.value) };
    let message = || format!("`{}` is not a protocol of ports; it is tcp, udp or sctp.", part.value);
    known.map(|p| Spanned::new(p, part.span)).ok_or_else(|| SyntaxError::new(part.span, message()))
}

/// Decimal digits only: no sign, no blank.
fn port(text: &str) -> Option<u16> {
    if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn json(text: &str) -> Value {
        let Ok(mapping) = parse(text) else { return json!(null) };
        let bindings = mapping.bindings().map(|binding| {
            json!({
                "host_ip": mapping.host_ip.map_or("", |ip| ip.span.of(text)),
                "published": binding.published.map_or(String::new(), |p| p.to_string()),
                "target": binding.target,
                "protocol": mapping.protocol.as_str(),
            })
        });
        bindings.collect()
    }

    #[test]
    fn agrees_with_compose() {
        for row in crate::oracle::rows("ports.jsonl") {
            let text = row["in"].as_str().unwrap();
            assert_eq!(json(text), row["out"], "{text}");
        }
    }

    #[test]
    fn keeps_the_place_of_each_part() {
        let text = "[::1]:8000-8001:80-81/udp";
        let mapping = parse(text).unwrap();
        assert_eq!(mapping.host_ip.unwrap().span.of(text), "::1");
        assert_eq!(mapping.published.unwrap().span.of(text), "8000-8001");
        assert_eq!(mapping.target.span.of(text), "80-81");
        assert_eq!(mapping.protocol.span.of(text), "udp");
    }

    #[test]
    fn errors_stand_at_the_wrong_part() {
        for (text, wrong) in [
            ("127.0.0.1:80", "127.0.0.1"),
            ("localhost:80:80", "localhost"),
            ("8080:80-81", "8080:80-81"),
            ("80/foo", "foo"),
            ("8080: 80", " 80"),
            ("10-5:80", "10-5"),
            ("::1:8080:80", "::1"),
            ("8080:", "8080:"),
        ] {
            assert_eq!(parse(text).unwrap_err().span.of(text), wrong, "{text}");
        }
    }

    #[test]
    fn places_what_was_expanded() {
        let raw = "${IP:-127.0.0.1}:${PORT:-8080}:80";
        let mapping = parse_expanded(raw, "127.0.0.1:8080:80").unwrap();
        assert_eq!(mapping.host_ip.unwrap().span.of(raw), "${IP:-127.0.0.1}");
        assert_eq!(mapping.published.unwrap().span.of(raw), "${PORT:-8080}");
        assert_eq!(mapping.target.span.of(raw), "80");
        let raw = "${BIND:-127.0.0.1:8080}:80";
        let mapping = parse_expanded(raw, "127.0.0.1:8080:80").unwrap();
        assert_eq!(mapping.published.unwrap().span.of(raw), raw, "the parts differ");
    }

    #[test]
    fn conflicts_need_the_same_port_address_and_protocol() {
        for (a, b, conflict) in [
            ("80:1", "80:2", true),
            ("8000-8010:8000-8010", "8005:80", true),
            ("8000-8010:80", "8005:80", false),
            ("80:1", "80:2/udp", false),
            ("0:1", "0:2", false),
            ("80", "80", false),
            ("127.0.0.1:80:1", "80:2", true),
            ("127.0.0.1:80:1", "0.0.0.0:80:2", true),
            ("127.0.0.1:80:1", "127.0.0.2:80:2", false),
            ("[::]:80:1", "127.0.0.1:80:2", false),
            ("[::]:80:1", "80:2", true),
            ("[::]:80:1", "[::1]:80:2", true),
            ("[::ffff:127.0.0.1]:80:1", "127.0.0.1:80:2", true),
        ] {
            let (a, b) = (parse(a).unwrap(), parse(b).unwrap());
            assert_eq!(a.conflict(&b).is_some(), conflict, "{a:?} {b:?}");
            assert_eq!(a.conflict(&b), b.conflict(&a));
        }
    }

    proptest! {
        #[test]
        fn spans_fit_any_text(text in r"([0-9]{1,5}|[:/é-]|\[::1\]|127.0.0.1|tcp|[$][{]A:-|[}]){0,9}") {
            for result in [parse(&text), parse_expanded(&text, "127.0.0.1:80:80"), parse_expanded(&text, "80/x")] {
                let spans = match result {
                    Ok(m) => vec![m.target.span, m.protocol.span, m.host_ip.map_or(m.target.span, |ip| ip.span)],
                    Err(error) => vec![error.span],
                };
                for span in spans {
                    prop_assert!(text.get(span.range()).is_some(), "{:?} {:?}", text, span);
                }
            }
        }
    }
}
