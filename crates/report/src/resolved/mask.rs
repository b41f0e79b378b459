//! Secrets of the model made unreadable: what stands under a telling name, what comes from a variable with such a name, what was
//! found in the files, and what looks like a credential by itself.

use docklint_core::project::resolve::{Node, NodeKind};
use docklint_core::secrets::{
    connection_passwords, is_sensitive, json_web_tokens, mask, private_keys, registry_logins,
    server_credential, tokens, url_credentials,
};
use docklint_core::sorting::sort;
use docklint_core::text::Span;

/// A copy of `node` in which at most the first four characters of each secret can be read.
pub(super) fn masked(node: &Node, secrets: &[String]) -> Node {
    let kind = match &node.kind {
        NodeKind::Text(text) => NodeKind::Text(without_secrets(text, node, secrets)),
        NodeKind::List(items) => NodeKind::List(items.iter().map(|item| masked(item, secrets)).collect()),
        NodeKind::Map(entries) => {
            let entry = |(key, node): &(String, Node)| {
                let node = match &node.kind {
                    NodeKind::Text(text) if names_secret(key) && is_worth_hiding(text) => {
                        Node { kind: NodeKind::Text(mask(text)), ..node.clone() }
                    }
                    _ => masked(node, secrets),
                };
                (key.clone(), node)
            };
            NodeKind::Map(entries.iter().map(entry).collect())
        }
        kind => kind.clone(),
    };
    Node { kind, origin: node.origin, uses: node.uses.clone() }
}

fn names_secret(name: &str) -> bool {
    is_sensitive(name) || server_credential(name).is_some()
}

/// Not nothing, a switch, or the place of the secret.
fn is_worth_hiding(text: &str) -> bool {
    !["", "true", "false", "yes", "no", "0", "1"].contains(&text) && !text.starts_with("/run/secrets/")
}

fn without_secrets(text: &str, node: &Node, secrets: &[String]) -> String {
    let mut out = text.to_owned();
    let used = node.uses.iter().filter(|used| names_secret(&used.name) && is_worth_hiding(&used.value));
    for secret in used.map(|used| &used.value).chain(secrets) {
        if out.contains(secret.as_str()) {
            out = out.replace(secret.as_str(), &mask(secret));
        }
    }
    if let Some((name, value)) = out.split_once('=')
        && names_secret(name.trim_start_matches('-'))
        && is_worth_hiding(value)
        && !value.ends_with('…')
    {
        return format!("{name}={}", mask(value));
    }
    hide(&out, credentials(&out))
}

/// Where credentials stand that tell by themselves what they are.
fn credentials(text: &str) -> Vec<Span> {
    let told = [tokens, private_keys, json_web_tokens, connection_passwords, registry_logins];
    let told = told.into_iter().flat_map(|find| find(text)).map(|secret| secret.span);
    let in_urls = url_credentials(text).into_iter().map(|url| url.password);
    told.chain(in_urls).collect()
}

fn hide(text: &str, mut spans: Vec<Span>) -> String {
    sort(&mut spans);
    let mut out = String::new();
    let mut at = 0;
    for span in spans {
        let range = span.range();
        let (Some(before), Some(secret)) = (text.get(at..range.start), text.get(range.clone())) else {
            continue;
        };
        out.push_str(before);
        // What was masked before stays as it is.
        out.push_str(&if secret.ends_with('…') { secret.to_owned() } else { mask(secret) });
        at = range.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(node: Node) -> String {
        match masked(&node, &["correct-horse-1".to_owned()]).kind {
            NodeKind::Text(text) => text,
            NodeKind::Map(entries) => match entries.into_iter().next() {
                Some((_, Node { kind: NodeKind::Text(text), .. })) => text,
                other => format!("{other:?}"),
            },
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn secrets_are_hidden_wherever_they_stand() {
        for (text, want) in [
            ("plain words", "plain words"),
            ("--requirepass correct-horse-1 --port 1", "--requirepass cor… --port 1"),
            ("postgres://app:hunter22@db/app", "postgres://app:hu…@db/app"),
            ("--password=hunter22", "--password=hu…"),
            ("A=B", "A=B"),
        ] {
            assert_eq!(shown(Node::text(text)), want);
        }
        for (name, value, want) in [
            ("DB_PASSWORD", "hunter22", "hu…"),
            ("DB_PASSWORD", "a", "…"),
            ("DB_PASSWORD", "pa$wd", "p…"),
            ("DB_PASSWORD", "", ""),
            ("DB_PASSWORD", "/run/secrets/db", "/run/secrets/db"),
            ("DB_PASSWORD_FILE", "./db", "./db"),
            ("DB_HOST", "hunter22", "hunter22"),
        ] {
            assert_eq!(shown(Node::map([(name, Node::text(value))])), want, "{name}={value}");
        }
    }
}
