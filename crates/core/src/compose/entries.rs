//! The typed items of a service's lists and mappings: ports, mounts, environment, dependencies and the like.

use super::port::{self, PortMapping, PortRange, Protocol};
use super::text::Text;
use super::value::{Place, Value};
use super::volume::{self, MountKind};
use crate::text::{Span, Spanned};
use crate::yaml::Resolved;

/// The texts of a list, or the one text that stands in its place (`str/list`); numbers count as text.
#[must_use]
pub fn texts<'m>(value: Option<&'m Value<'m>>) -> Vec<Text<'m>> {
    let Some(value) = value else { return Vec::new() };
    if value.is_list() {
        return value.items().iter().filter_map(Value::as_scalar_text).collect();
    }
    value.as_scalar_text().into_iter().collect()
}

/// A key with a value, from a mapping or from a list of `K=V`: `environment`, `labels`, `build.args` ...
#[derive(Clone, Copy, Debug)]
pub struct Pair<'m> {
    /// The key.
    pub key: Text<'m>,
    /// The value.
    pub value: PairValue<'m>,
    /// The list's item, or the mapping's value.
    pub raw: &'m Value<'m>,
    /// Whether it is an item of a list.
    pub is_list_item: bool,
}

/// The value of a [`Pair`].
#[derive(Clone, Copy, Debug)]
pub enum PairValue<'m> {
    /// None is given, in `environment` and `build.args` it comes from the shell or from `.env`: `K`, `K:`.
    Inherited,
    /// A value as written. In a mapping it may be a number, whose text Compose makes from its value:
    /// [`crate::yaml::Scalar::rendered`].
    Given(Text<'m>),
    /// A list or a mapping, which Compose refuses.
    Invalid,
}

impl<'m> Pair<'m> {
    /// The value, where one is given.
    #[must_use]
    pub fn given(&self) -> Option<Text<'m>> {
        match self.value {
            PairValue::Given(text) => Some(text),
            PairValue::Inherited | PairValue::Invalid => None,
        }
    }
}

/// The pairs of a mapping, or of a list of `K=V` and `K`.
#[must_use]
pub fn pairs<'m>(value: Option<&'m Value<'m>>) -> Vec<Pair<'m>> {
    let Some(value) = value else { return Vec::new() };
    let from_list = value.items().iter().filter_map(|item| {
        let text = item.as_scalar_text()?;
        let (key, value) = match text.split_once('=') {
            Some((key, value)) => (key, PairValue::Given(value)),
            None => (text, PairValue::Inherited),
        };
        Some(Pair { key, value, raw: item, is_list_item: true })
    });
    let from_map = value.entries().iter().map(|entry| {
        let value = match entry.value.as_scalar_text() {
            Some(text) => PairValue::Given(text),
            None if entry.value.is_null() => PairValue::Inherited,
            None => PairValue::Invalid,
        };
        Pair { key: entry.key.text(), value, raw: &entry.value, is_list_item: false }
    });
    from_list.chain(from_map).collect()
}

/// An item of `ports`.
#[derive(Clone, Copy, Debug)]
pub struct PortEntry<'m> {
    /// All of it.
    pub value: &'m Value<'m>,
}

impl<'m> PortEntry<'m> {
    /// Where it stands.
    #[must_use]
    pub fn place(self) -> Place {
        self.value.place
    }

    /// The short form as written: text, or a number.
    #[must_use]
    pub fn short(self) -> Option<Text<'m>> {
        self.value.as_scalar_text()
    }

    /// Whether it is the long form.
    #[must_use]
    pub fn is_long(self) -> bool {
        self.value.is_map()
    }

    /// What it binds, with places in the source; `None` where Compose refuses it, or where variables are not expanded yet.
    #[must_use]
    pub fn mapping(self) -> Option<PortMapping> {
        match self.short() {
            Some(text) => short_port(text),
            None => self.long(),
        }
    }

    fn long(self) -> Option<PortMapping> {
        let at = |key| self.value.get(key).and_then(Value::as_scalar_text);
        let target = at("target")?;
        let target_port = u16::try_from(self.value.get("target")?.as_int()?).ok()?;
        let published = match at("published") {
            None => None,
            Some(text) if text.is_empty() => None,
            Some(text) => Some(Spanned::new(PortRange::parse(&text.scalar().rendered())?, text.span())),
        };
        let host_ip = match at("host_ip") {
            None => None,
            Some(text) if text.is_empty() => None,
            Some(text) => Some(Spanned::new(text.parse().ok()?, text.span())),
        };
        let protocol = match at("protocol") {
            None => Spanned::new(Protocol::default(), Span::empty(self.value.span().end as usize)),
            Some(text) => Spanned::new(Protocol::parse(&text)?, text.span()),
        };
        let target = Spanned::new(PortRange::single(target_port), target.span());
        Some(PortMapping { host_ip, published, target, protocol })
    }
}

fn short_port(text: Text<'_>) -> Option<PortMapping> {
    let rendered = match text.scalar().resolved {
        Resolved::Text => None,
        Resolved::Int(_) => Some(text.scalar().rendered()),
        _ => return None,
    };
    let raw = text.raw().map_or(text.as_str(), |raw| &raw.value);
    let mapping = port::parse_expanded(raw, rendered.as_deref().unwrap_or(text.as_str())).ok()?;
    let scalar = text.raw().unwrap_or(text.scalar());
    let place = |span: Span| scalar.span_of(span.range());
    Some(PortMapping {
        host_ip: mapping.host_ip.map(|p| Spanned::new(p.value, place(p.span))),
        published: mapping.published.map(|p| Spanned::new(p.value, place(p.span))),
        target: Spanned::new(mapping.target.value, place(mapping.target.span)),
        protocol: Spanned::new(mapping.protocol.value, place(mapping.protocol.span)),
    })
}

/// An item of a service's `volumes`.
#[derive(Clone, Debug)]
pub struct Mount<'m> {
    /// All of it.
    pub value: &'m Value<'m>,
    /// What it is made of; `None` for `tmpfs`, `npipe`, `cluster` and `image`.
    pub kind: Option<MountKind>,
    /// The host's path or the volume's name; `None` is an anonymous volume.
    pub source: Option<Text<'m>>,
    /// The path in the container.
    pub target: Option<Text<'m>>,
    /// Whether the container cannot write to it.
    pub read_only: bool,
    /// The options of the short form.
    pub options: Vec<Text<'m>>,
}

impl<'m> Mount<'m> {
    /// `None` where Compose refuses it. Variables stay as they are: `${DATA}:/x` counts as a volume.
    pub(super) fn new(value: &'m Value<'m>) -> Option<Self> {
        match value.as_text() {
            Some(text) => Self::short(value, text),
            None => value.is_map().then(|| Self::long(value)),
        }
    }

    fn short(value: &'m Value<'m>, text: Text<'m>) -> Option<Self> {
        let mount = volume::parse(text.as_str()).ok()?;
        let part = |span: Span| text.slice(span.range());
        Some(Self {
            value,
            kind: Some(mount.kind()),
            read_only: mount.is_read_only(),
            source: mount.source.as_ref().map(|s| part(s.span)),
            target: Some(part(mount.target.span)),
            options: mount.options.iter().map(|o| part(o.span)).collect(),
        })
    }

    fn long(value: &'m Value<'m>) -> Self {
        let text = |key| value.text(key);
        let kind = match text("type").map(Text::as_str) {
            Some("bind") => Some(MountKind::Bind),
            Some("volume") => Some(MountKind::Volume),
            _ => None,
        };
        Self {
            value,
            kind,
            source: text("source"),
            target: text("target"),
            read_only: value.get("read_only").and_then(Value::as_bool) == Some(true),
            options: Vec::new(),
        }
    }

    /// The name of the volume that must be declared at the top level.
    #[must_use]
    pub fn volume_name(&self) -> Option<Text<'m>> {
        self.source.filter(|_| self.kind == Some(MountKind::Volume))
    }

    /// The path of the host.
    #[must_use]
    pub fn host_path(&self) -> Option<Text<'m>> {
        self.source.filter(|_| self.kind == Some(MountKind::Bind))
    }
}

/// When a dependency counts as ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    /// `service_started`, the default.
    Started,
    /// `service_healthy`
    Healthy,
    /// `service_completed_successfully`
    Completed,
}

/// An entry of `depends_on`.
#[derive(Clone, Copy, Debug)]
pub struct Dependency<'m> {
    /// The service that is waited for.
    pub service: Text<'m>,
    /// When it counts as ready.
    pub condition: Condition,
    /// Where the condition is written.
    pub condition_place: Option<Place>,
    /// Whether the project fails without it, the default.
    pub required: bool,
}

/// The entries of `depends_on`.
pub(super) fn dependencies<'m>(value: Option<&'m Value<'m>>) -> Vec<Dependency<'m>> {
    let Some(value) = value else { return Vec::new() };
    let plain = |service| Dependency {
        service,
        condition: Condition::Started,
        condition_place: None,
        required: true,
    };
    let from_list = value.items().iter().filter_map(Value::as_text).map(plain);
    let from_map = value.entries().iter().map(|entry| {
        let condition = entry.value.text("condition");
        Dependency {
            service: entry.key.text(),
            condition: match condition.map(Text::as_str) {
                Some("service_healthy") => Condition::Healthy,
                Some("service_completed_successfully") => Condition::Completed,
                _ => Condition::Started,
            },
            condition_place: condition.map(Text::place),
            required: entry.value.get("required").and_then(Value::as_bool) != Some(false),
        }
    });
    from_list.chain(from_map).collect()
}

/// An item of `env_file`.
#[derive(Clone, Copy, Debug)]
pub struct EnvFile<'m> {
    /// The file's path.
    pub path: Text<'m>,
    /// Whether the project fails without it, the default.
    pub required: bool,
    /// `format`: `raw` is read without the grammar of `.env` files.
    pub format: Option<Text<'m>>,
}

/// The items of `env_file`.
pub(super) fn env_files<'m>(value: Option<&'m Value<'m>>) -> Vec<EnvFile<'m>> {
    let Some(value) = value else { return Vec::new() };
    let one = std::slice::from_ref(value);
    let items = if value.is_list() { value.items() } else { one };
    let env_file = |item: &'m Value<'m>| {
        if let Some(path) = item.as_text() {
            return Some(EnvFile { path, required: true, format: None });
        }
        Some(EnvFile {
            path: item.text("path")?,
            required: item.get("required").and_then(Value::as_bool) != Some(false),
            format: item.text("format"),
        })
    };
    items.iter().filter_map(env_file).collect()
}

/// The use of a secret or a config in a service.
#[derive(Clone, Copy, Debug)]
pub struct Reference<'m> {
    /// The name at the top level.
    pub source: Text<'m>,
    /// The item: text, or a mapping with `target`, `mode` and the like.
    pub value: &'m Value<'m>,
}

/// The items of `secrets` or `configs`.
pub(super) fn references<'m>(value: Option<&'m Value<'m>>) -> Vec<Reference<'m>> {
    let items = value.map(Value::items).unwrap_or_default();
    let reference = |item: &'m Value<'m>| {
        let source = item.as_text().or_else(|| item.text("source"))?;
        Some(Reference { source, value: item })
    };
    items.iter().filter_map(reference).collect()
}

/// The use of a network in a service.
#[derive(Clone, Copy, Debug)]
pub struct NetworkUse<'m> {
    /// The name at the top level.
    pub name: Text<'m>,
    /// `aliases`, addresses and the like; null in the list form.
    pub options: Option<&'m Value<'m>>,
}

/// The networks of a service, or its models: a list of names, or a mapping.
pub(super) fn uses<'m>(value: Option<&'m Value<'m>>) -> Vec<NetworkUse<'m>> {
    let Some(value) = value else { return Vec::new() };
    let from_list = value.items().iter().filter_map(Value::as_text);
    let from_list = from_list.map(|name| NetworkUse { name, options: None });
    let from_map = value.entries().iter().map(|entry| NetworkUse {
        name: entry.key.text(),
        options: Some(&entry.value).filter(|v| !v.is_null()),
    });
    from_list.chain(from_map).collect()
}
