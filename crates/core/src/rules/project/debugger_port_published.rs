//! A debugger that the whole network reaches.

use crate::compose::Service;
use crate::compose::published::published_ports;
use crate::project::{Project, Stack};
use crate::rules::{Category, Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "PJ074", category: Category::Security, check: Check::Stack(check), ..Meta::DEFAULT };

/// Customary ports of debuggers, what listens there, and the words that show that it does.
const DEBUGGERS: [(u16, &str, &[&str]); 4] = [
    (9229, "Node's debugger", &["--inspect"]),
    (5005, "Java's debugger", &["jdwp"]),
    (5678, "Python's debugger", &["debugpy", "ptvsd"]),
    (2345, "Go's debugger", &["dlv"]),
];

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    for service in stack.view().services() {
        for port in published_ports(service).filter(|port| port.mapping.is_reachable_from_outside()) {
            let target = port.mapping.target.value;
            let known = DEBUGGERS.iter().find(|(number, ..)| !target.is_range() && target.contains(*number));
            let Some((number, name, words)) = known else { continue };
            if !words.iter().any(|word| is_told(stack, cx.project, service, word)) {
                continue;
            }
            let message = format!(
                "Port {number} is {name}, and it is open to the whole network: whoever connects can run any code. Publish it on 127.0.0.1: `127.0.0.1:{number}:{number}`."
            );
            cx.report_at(stack, port.entry.place(), message);
        }
    }
}

/// Whether the service's commands or settings, or those of its image, hold the word.
fn is_told(stack: &Stack<'_>, project: &Project<'_>, service: Service<'_>, word: &str) -> bool {
    let texts = ["command", "entrypoint"].into_iter().flat_map(|key| service.texts(key));
    let settings = stack.settings(project, service);
    let in_image = || {
        let (_, _, image) = stack.listening(project, service)?;
        Some([image.entrypoint, image.command].concat().iter().any(|text| text.contains(word)))
    };
    texts.into_iter().any(|text| text.contains(word))
        || settings.items.iter().any(|setting| setting.value.is_some_and(|value| value.contains(word)))
        || in_image() == Some(true)
}
