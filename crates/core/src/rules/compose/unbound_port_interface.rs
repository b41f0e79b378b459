//! A `ports` list with an item that names no address to listen on.

use crate::compose::ComposeFile;
use crate::compose::outline::services;
use crate::diagnostic::Severity;
use crate::rules::{Category, Check, Group, Meta, Reporter};
use crate::yaml::Node;
use std::net::IpAddr;

pub(super) const META: Meta = Meta {
    code: "DC314",
    severity: Severity::Info,
    category: Category::Ports,
    group: Group::OptIn,
    aliases: &["dclint:no-unbound-port-interfaces"],
    check: Check::Compose(check),
    ..Meta::DEFAULT
};

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let yaml = &file.yaml;
    for ports in services(yaml).filter_map(|service| service.value.entry("ports")) {
        let unbound: Vec<Node<'_, '_>> = ports.value.items().filter(|port| !names_address(*port)).collect();
        if unbound.is_empty() {
            continue;
        }
        let found = cx.report(
            ports.key.span(),
            "Ports are published without an address to listen on. Name one, such as `127.0.0.1:8080:80`.",
        );
        for port in unbound {
            found.related(port.span(), "no address here");
        }
    }
}

/// Whether an item has `host_ip`, or a literal address in front.
fn names_address(port: Node<'_, '_>) -> bool {
    if port.is_mapping() {
        return port.get("host_ip").and_then(|ip| ip.as_scalar()).is_some_and(|ip| !ip.value.is_empty());
    }
    let text: &str = port.as_scalar().map_or("", |scalar| &scalar.value);
    let mut parts = text.rsplitn(3, ':');
    let address = parts.nth(2).unwrap_or_default();
    let bracketed = address.strip_prefix('[').and_then(|a| a.strip_suffix(']'));
    bracketed.unwrap_or(address).parse::<IpAddr>().is_ok_and(|ip| ip.is_ipv4() || bracketed.is_some())
}
