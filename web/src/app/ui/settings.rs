//! What a person sets: theme and editor. Both are remembered.

use docklint_web::store::Store;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub(crate) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub(crate) fn load(store: &Store) -> Self {
        let saved = store.setting("theme");
        Self::ALL.into_iter().find(|theme| Some(theme.name()) == saved.as_deref()).unwrap_or_default()
    }

    /// Shows and remembers it. The styles look at `data-theme`; without it, at what the system wants.
    pub(crate) fn apply(self, store: &Store) {
        let chosen = (self != Self::System).then(|| self.name());
        store.save_setting("theme", chosen);
        if let Some(root) = gloo::utils::document().document_element() {
            let done = match chosen {
                Some(name) => root.set_attribute("data-theme", name),
                None => root.remove_attribute("data-theme"),
            };
            // The name of the attribute is valid, so this cannot fail.
            drop(done);
        }
    }
}

/// Whether a plain text box was chosen.
pub(crate) fn plain_editor(store: &Store) -> bool {
    store.setting("editor").as_deref() == Some("plain")
}

pub(crate) fn save_plain_editor(store: &Store, plain: bool) {
    store.save_setting("editor", plain.then_some("plain"));
}
