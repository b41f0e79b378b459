//! Small pieces of text.

use yew::prelude::*;

/// A message with its `code` set as code. Never HTML: what a message quotes comes from the person's text.
pub(crate) fn with_code(message: &str) -> Html {
    let parts = message.split('`').enumerate();
    parts
        .map(|(i, part)| {
            if i % 2 == 1 {
                html! { <code>{part.to_owned()}</code> }
            } else {
                html! { part.to_owned() }
            }
        })
        .collect()
}

/// `1 file`, `2 files`.
pub(crate) fn count(n: usize, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}
