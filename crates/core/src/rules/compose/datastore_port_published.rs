//! A database is published to the whole network.

use crate::compose::ComposeFile;
use crate::compose::published::published_ports;
use crate::compose::well_known_port;
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC104", category: Category::Ports, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for port in file.services().flat_map(published_ports) {
        let target = port.mapping.target;
        let known = target.ports().find_map(|port| Some((port, well_known_port::datastore(port)?)));
        let Some((number, name)) = known.filter(|_| port.mapping.is_reachable_from_outside()) else {
            continue;
        };
        let message = format!(
            "Port {port} is where {name} listens, and it is open to the whole network. Neighbours need no published port; for yourself publish it on 127.0.0.1.",
            port = number,
        );
        cx.report(port.entry.place().span, message);
    }
}
