//! What the page shows first: saved work, or a small project to try.

use docklint_web::share;
use docklint_web::snapshot::{File, Snapshot};
use docklint_web::store::Store;
use gloo::utils::window;

/// The state in which the page starts.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    pub(crate) project: Snapshot,
    /// The last visit ended while this text was being linted.
    pub(crate) safe: bool,
}

impl Start {
    pub(crate) fn new(store: &Store) -> Self {
        let saved = store.project();
        Self { safe: saved.is_some() && store.was_running(), project: saved.unwrap_or_else(welcome) }
    }
}

/// What a first visitor finds: three files with mistakes that only show when they are read together.
pub(crate) fn welcome() -> Snapshot {
    let file = |name: &str, text: &str| File { name: name.to_owned(), text: text.to_owned() };
    let files = vec![
        file("Dockerfile", include_str!("../../../welcome/Dockerfile")),
        file("compose.yaml", include_str!("../../../welcome/compose.yaml")),
        file(".env", include_str!("../../../welcome/env.txt")),
    ];
    Snapshot { files, active: 0 }
}

/// The part of the address behind `#`, where it wants to be a link to a project.
pub(crate) fn link() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let fragment = hash.strip_prefix('#')?;
    share::is_link(fragment).then(|| fragment.to_owned())
}

/// Changes what stands behind `#`, without a new entry in the history.
pub(crate) fn set_fragment(fragment: Option<&str>) {
    let location = window().location();
    let path =
        format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let address = fragment.map_or(path.clone(), |fragment| format!("{path}#{fragment}"));
    if let Ok(history) = window().history() {
        // Browsers refuse too many changes in a row; the address is a convenience, so nothing is lost.
        drop(history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address)));
    }
}
