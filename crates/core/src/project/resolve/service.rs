//! A service with its short forms written out.

use super::Context;
use super::node::{Node, NodeKind, Use};
use crate::compose::{
    Command, Pair, PairValue, PortEntry, Service, Text, Value, ValueKind, pairs, texts, volume,
};
use crate::sorting::sort_by_key;
use crate::text::Spanned;
use crate::yaml::Resolved;
use std::collections::HashMap;

impl Context<'_, '_> {
    /// All keys of a service, sorted. Keys without a value are left out.
    pub(super) fn service(&mut self, service: Service<'_>) -> Node {
        let environment = self.environment(service);
        let mut entries: Vec<(String, Node)> = Vec::new();
        for entry in service.value.entries() {
            let value = &entry.value;
            let node = match entry.key.as_str() {
                "environment" | "networks" | "depends_on" => continue,
                _ if value.is_null() => continue,
                "ports" => self.ports(service),
                "volumes" => Node::list(value.items().iter().map(|item| self.mount(item))),
                "env_file" => self.env_files(service),
                "build" => service.build().map(|build| self.build(build)).unwrap_or_default(),
                "command" => service.command().map(|c| self.command(&c)).unwrap_or_default(),
                "entrypoint" => service.entrypoint().map(|c| self.command(&c)).unwrap_or_default(),
                "healthcheck" => self.healthcheck(value),
                "labels" | "annotations" | "sysctls" => self.pairs(value),
                "tmpfs" | "dns" | "dns_search" | "label_file" | "expose" | "group_add" => self.texts(value),
                "extra_hosts" => self.extra_hosts(value),
                "secrets" | "configs" => self.references(value),
                "devices" => Node::list(value.items().iter().map(|item| self.device(item))),
                "deploy" => self.with_pairs(value, "labels"),
                _ => self.plain(value),
            };
            entries.push((entry.key.as_str().to_owned(), node));
        }
        if !matches!(&environment.kind, NodeKind::Map(variables) if variables.is_empty()) {
            entries.push(("environment".to_owned(), environment));
        }
        entries.extend(self.depends_on(service).map(|node| ("depends_on".to_owned(), node)));
        entries.extend(self.networks(service).map(|node| ("networks".to_owned(), node)));
        Node::sorted(entries)
    }

    /// A value as it is.
    pub(super) fn plain(&self, value: &Value<'_>) -> Node {
        match &value.kind {
            ValueKind::List(items) => Node::list(items.iter().map(|item| self.plain(item))),
            ValueKind::Map(entries) => {
                Node::map(entries.iter().map(|entry| (entry.key.as_str(), self.plain(&entry.value))))
            }
            ValueKind::Scalar { scalar, .. } => {
                let kind = match scalar.resolved {
                    Resolved::Null => NodeKind::Null,
                    Resolved::Bool(value) => NodeKind::Bool(value),
                    Resolved::Int(value) => NodeKind::Int(value),
                    Resolved::Float(value) => NodeKind::Float(value),
                    Resolved::Timestamp | Resolved::Text => NodeKind::Text(scalar.rendered().into_owned()),
                };
                Node::from(kind)
                    .using(value.as_scalar_text().map(|t| self.variables.uses(t)).unwrap_or_default())
            }
        }
    }

    /// A scalar where Compose wants text.
    pub(super) fn text(&self, text: Text<'_>) -> Node {
        let whole = text.as_str().len() == text.scalar().value.len();
        let rendered = if whole { text.scalar().rendered().into_owned() } else { text.as_str().to_owned() };
        Node::text(rendered).using(self.variables.uses(text))
    }

    /// A list of texts, or one text in its place.
    pub(super) fn texts(&self, value: &Value<'_>) -> Node {
        Node::list(texts(Some(value)).into_iter().map(|text| self.text(text)))
    }

    /// A mapping or a list of `k=v`, as a mapping of texts.
    pub(super) fn pairs(&self, value: &Value<'_>) -> Node {
        Node::sorted(pairs(Some(value)).iter().map(|pair| (pair.key.as_str().to_owned(), self.pair(pair))))
    }

    pub(super) fn pair(&self, pair: &Pair<'_>) -> Node {
        match pair.value {
            PairValue::Given(text) => self.text(text),
            PairValue::Inherited => Node::text(""),
            PairValue::Invalid => self.plain(pair.raw),
        }
    }

    /// A mapping in which one key holds pairs.
    fn with_pairs(&self, value: &Value<'_>, key: &str) -> Node {
        Node::map(value.entries().iter().map(|entry| match entry.key.as_str() {
            name if name == key => (name, self.pairs(&entry.value)),
            name => (name, self.plain(&entry.value)),
        }))
    }

    /// One entry for each port of a container; of those that say the same the last stays.
    fn ports(&self, service: Service<'_>) -> Node {
        let mut ports: Vec<Node> = Vec::new();
        // A range may stand for tens of thousands of ports.
        let mut places: HashMap<String, usize> = HashMap::new();
        for port in service.ports().flat_map(|entry| self.port(entry)) {
            let place = *places.entry(identity(&port)).or_insert(ports.len());
            match ports.get_mut(place) {
                Some(known) => *known = port,
                None => ports.push(port),
            }
        }
        Node::list(ports)
    }

    fn port(&self, entry: PortEntry<'_>) -> Vec<Node> {
        let Some(text) = entry.short() else { return vec![self.long_port(entry)] };
        let Some(mapping) = entry.mapping() else { return vec![self.plain(entry.value)] };
        let host_ip = mapping.host_ip.map(|ip| ip.to_string()).unwrap_or_default();
        let uses = self.variables.uses(text);
        let port = |binding: crate::compose::port::Binding| {
            Node::map([
                ("host_ip", Node::text(host_ip.as_str())),
                ("published", Node::text(binding.published.map(|p| p.to_string()).unwrap_or_default())),
                ("target", NodeKind::Int(binding.target.into()).into()),
                ("protocol", Node::text(mapping.protocol.as_str())),
                ("mode", Node::text("ingress")),
            ])
            .using(uses.clone())
        };
        // Compose puts them in the order of their texts: 10 before 9.
        let mut bindings: Vec<_> = mapping.bindings().collect();
        sort_by_key(&mut bindings, |binding| binding.target.to_string());
        bindings.into_iter().map(port).collect()
    }

    fn long_port(&self, entry: PortEntry<'_>) -> Node {
        let text = |key, default: &str| {
            let written = entry.value.get(key).and_then(Value::as_scalar_text);
            (key, written.map_or_else(|| Node::text(default), |text| self.text(text)))
        };
        let target = entry.value.get("target").map(|target| self.plain(target)).unwrap_or_default();
        let known = [
            text("host_ip", ""),
            text("published", ""),
            ("target", target),
            text("protocol", "tcp"),
            text("mode", "ingress"),
        ];
        let named = |key: &str| known.iter().any(|(name, _)| *name == key);
        let entries = entry.value.entries().iter();
        let rest: Vec<_> = entries
            .filter(|entry| !named(entry.key.as_str()))
            .map(|entry| (entry.key.as_str(), self.plain(&entry.value)))
            .collect();
        Node::map(known.into_iter().chain(rest))
    }

    fn mount(&self, value: &Value<'_>) -> Node {
        let Some(text) = value.as_text() else { return self.long_mount(value) };
        let Ok(mount) = volume::parse(text.as_str()) else { return self.plain(value) };
        let kind = match mount.kind() {
            volume::MountKind::Bind => "bind",
            volume::MountKind::Volume => "volume",
        };
        let source = mount.source.as_ref().map_or("", |source| &source.value);
        let mut entries = vec![
            ("type", Node::text(kind)),
            ("source", Node::text(source)),
            ("target", Node::text(&*mount.target.value)),
            ("read_only", mount.is_read_only().into()),
        ];
        let option = |name, value: Option<&str>| value.map(|value| (name, Node::text(value)));
        let options = [option("propagation", mount.propagation()), option("selinux", mount.selinux())];
        let options: Vec<_> = options.into_iter().flatten().collect();
        if !options.is_empty() {
            entries.push(("bind", Node::map(options)));
        }
        if mount.is_nocopy() {
            entries.push(("volume", Node::map([("nocopy", Node::from(true))])));
        }
        Node::map(entries).using(self.variables.uses(text))
    }

    fn long_mount(&self, value: &Value<'_>) -> Node {
        let known = ["type", "source", "target"];
        let first = known.into_iter().filter_map(|key| Some((key, self.plain(value.get(key)?))));
        let read_only = value.get("read_only").and_then(Value::as_bool) == Some(true);
        let rest = value.entries().iter().map(|entry| (entry.key.as_str(), &entry.value));
        let rest = rest.filter(|(key, _)| !known.contains(key) && *key != "read_only");
        let rest = rest.map(|(key, value)| (key, self.plain(value)));
        Node::map(first.chain([("read_only", read_only.into())]).chain(rest))
    }

    fn env_files(&self, service: Service<'_>) -> Node {
        Node::list(service.env_files().into_iter().map(|file| {
            let path = [("path", self.text(file.path)), ("required", file.required.into())];
            let format = file.format.map(|format| ("format", self.text(format)));
            Node::map(path.into_iter().chain(format))
        }))
    }

    /// The services that are waited for, those that other keys imply included.
    fn depends_on(&self, service: Service<'_>) -> Option<Node> {
        let entry = |condition: Node, restart: Option<Node>, required: bool| {
            let restart = restart.map(|restart| ("restart", restart));
            let entries = [("condition", condition)].into_iter().chain(restart);
            Node::map(entries.chain([("required", required.into())]))
        };
        let mut entries: Vec<(String, Node)> = Vec::new();
        let written = service.get("depends_on");
        for dependency in service.depends_on() {
            let options = written.and_then(|value| value.get(dependency.service.as_str()));
            let option = |key: &str| options.and_then(|o| o.get(key)).map(|value| self.plain(value));
            let condition = option("condition").unwrap_or_else(|| Node::text("service_started"));
            let node = entry(condition, option("restart"), dependency.required);
            entries.push((dependency.service.as_str().to_owned(), node));
        }
        for (name, restart) in implied(service) {
            if !entries.iter().any(|(known, _)| known == name) {
                let node = entry(Node::text("service_started"), Some(restart.into()), true);
                entries.push((name.to_owned(), node));
            }
        }
        (!entries.is_empty()).then(|| Node::sorted(entries))
    }

    /// The networks of a service; without any it is in the project's own.
    fn networks(&self, service: Service<'_>) -> Option<Node> {
        let named = service.networks();
        if !named.is_empty() {
            let entries = named.iter().map(|network| {
                let options = network.options.map(|options| self.plain(options)).unwrap_or_default();
                (network.name.as_str().to_owned(), options)
            });
            return Some(Node::sorted(entries));
        }
        let elsewhere = service.get("network_mode").is_some() || service.get("provider").is_some();
        (!elsewhere).then(|| Node::map([("default", Node::default())]))
    }

    fn command(&self, command: &Command<'_>) -> Node {
        match command {
            Command::List(words) => Node::list(words.iter().map(|word| self.text(*word))),
            Command::Line(line) => match Command::split(*line) {
                Ok(split) => {
                    let uses: Vec<Use> = self.variables.uses(*line);
                    let word = |word: Spanned<String>| {
                        let in_word = uses.iter().filter(|u| !u.value.is_empty() && word.contains(&u.value));
                        let in_word = in_word.cloned().collect();
                        Node::text(word.value).using(in_word)
                    };
                    Node::list(split.words.into_iter().map(word))
                }
                Err(_) => self.text(*line),
            },
        }
    }

    fn healthcheck(&self, value: &Value<'_>) -> Node {
        Node::map(value.entries().iter().map(|entry| {
            let node = match (entry.key.as_str(), entry.value.as_text()) {
                ("test", Some(line)) => Node::list([Node::text("CMD-SHELL"), self.text(line)]),
                _ => self.plain(&entry.value),
            };
            (entry.key.as_str(), node)
        }))
    }

    /// `secrets` and `configs`: each a mapping.
    pub(super) fn references(&self, value: &Value<'_>) -> Node {
        Node::list(value.items().iter().map(|item| match item.as_text() {
            Some(name) => Node::map([("source", self.text(name))]),
            None => self.plain(item),
        }))
    }

    /// `host=address`, an item each.
    pub(super) fn extra_hosts(&self, value: &Value<'_>) -> Node {
        let item = |host: &str, address: &str, uses| {
            let bare = address.strip_prefix('[').and_then(|a| a.strip_suffix(']')).unwrap_or(address);
            Node::text(format!("{host}={bare}")).using(uses)
        };
        let from_map = value.entries().iter().flat_map(|entry| {
            let addresses = texts(Some(&entry.value)).into_iter();
            addresses.map(move |text| item(entry.key.as_str(), &text, self.variables.uses(text)))
        });
        let from_list = value.items().iter().filter_map(Value::as_text).map(|text| {
            let parts = text.as_str().split_once('=').or_else(|| text.as_str().split_once(':'));
            let (host, address) = parts.unwrap_or((text.as_str(), ""));
            item(host, address, self.variables.uses(text))
        });
        Node::list(from_map.chain(from_list))
    }

    fn device(&self, value: &Value<'_>) -> Node {
        let Some(text) = value.as_text() else { return self.plain(value) };
        let mut parts = text.as_str().split(':');
        let source = parts.next().unwrap_or_default();
        let target = parts.next().unwrap_or(source);
        let permissions = parts.next().unwrap_or("rwm");
        Node::map(
            [("source", source), ("target", target), ("permissions", permissions)]
                .map(|(k, v)| (k, Node::text(v))),
        )
        .using(self.variables.uses(text))
    }
}

/// What makes two ports the same.
fn identity(port: &Node) -> String {
    let kind = |key| port.get(key).map(|node| &node.kind);
    let host_ip = match kind("host_ip") {
        Some(NodeKind::Text(ip)) if !ip.is_empty() => ip.as_str(),
        _ => "0.0.0.0",
    };
    format!("{host_ip} {:?} {:?} {:?}", kind("published"), kind("target"), kind("protocol"))
}

/// The services that other keys than `depends_on` make a service wait for, and whether it is restarted with them.
fn implied<'m>(service: Service<'m>) -> Vec<(&'m str, bool)> {
    let before_colon = |text: Text<'m>| text.as_str().split(':').next().unwrap_or_default();
    let links = service.texts("links").into_iter().map(|link| (before_colon(link), true));
    let volumes = service.texts("volumes_from").into_iter().filter(|from| !from.starts_with("container:"));
    let volumes = volumes.map(|from| (before_colon(from), false));
    let namespaces = ["network_mode", "ipc", "pid", "uts", "cgroup"].into_iter();
    let namespaces = namespaces.filter_map(|key| service.text(key)?.as_str().strip_prefix("service:"));
    links.chain(volumes).chain(namespaces.map(|name| (name, true))).collect()
}
