//! [`Store`]: what the browser keeps between visits. Where it refuses (private mode, quota), memory does until the tab is closed.

use crate::snapshot::Snapshot;
use std::cell::RefCell;
use std::collections::HashMap;

/// The current work.
const PROJECT: &str = "docklint.project";
/// Earlier work, newest first.
const EARLIER: &str = "docklint.earlier";
/// Set while the worker lints: a page that finds it at its start crashed while linting.
const RUNNING: &str = "docklint.running";
/// What begins every record: its version.
const VERSION: &str = "1:";
/// How many earlier projects are kept.
const MAX_EARLIER: usize = 10;

/// The browser's storage with versioned, checked records.
#[derive(Debug, Default)]
pub struct Store {
    local: Option<web_sys::Storage>,
    memory: RefCell<HashMap<String, String>>,
}

impl Store {
    /// The storage of this page.
    #[must_use]
    pub fn open() -> Self {
        let local = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        Self { local, memory: RefCell::default() }
    }

    /// The saved work; `None` where there is none, or none that can be read.
    #[must_use]
    pub fn project(&self) -> Option<Snapshot> {
        Snapshot::read(self.get(PROJECT)?.strip_prefix(VERSION)?).ok()
    }

    /// Saves the work. Returns whether it will outlive the tab.
    pub fn save_project(&self, project: &Snapshot) -> bool {
        self.set(PROJECT, &format!("{VERSION}{}", project.write()))
    }

    /// Earlier work, newest first. What cannot be read is left out.
    #[must_use]
    pub fn earlier(&self) -> Vec<Snapshot> {
        let Some(record) = self.get(EARLIER) else {
            return Vec::new();
        };
        let Some(json) = record.strip_prefix(VERSION) else {
            return Vec::new();
        };
        let texts: Vec<String> = serde_json::from_str(json).unwrap_or_default();
        texts.iter().filter_map(|text| Snapshot::read(text).ok()).collect()
    }

    /// Puts work that is about to be replaced before the other earlier work, and forgets the oldest.
    pub fn keep_earlier(&self, project: &Snapshot) {
        let mut all = self.earlier();
        all.retain(|other| other.files != project.files);
        all.insert(0, project.clone());
        all.truncate(MAX_EARLIER);
        let texts: Vec<String> = all.iter().map(Snapshot::write).collect();
        self.set(EARLIER, &format!("{VERSION}{}", serde_json::to_string(&texts).unwrap_or_default()));
    }

    /// Forgets all work.
    pub fn forget(&self) {
        for key in [PROJECT, EARLIER, RUNNING] {
            self.remove(key);
        }
    }

    /// Whether a page stopped while the worker was linting.
    #[must_use]
    pub fn was_running(&self) -> bool {
        self.get(RUNNING).is_some()
    }

    /// Notes that the worker lints, or that it is done.
    pub fn set_running(&self, running: bool) {
        if running {
            self.set(RUNNING, "1");
        } else {
            self.remove(RUNNING);
        }
    }

    /// A setting, such as the theme.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<String> {
        self.get(&format!("docklint.{name}"))
    }

    /// Changes a setting; `None` goes back to the default.
    pub fn save_setting(&self, name: &str, value: Option<&str>) {
        let key = format!("docklint.{name}");
        match value {
            Some(value) => _ = self.set(&key, value),
            None => self.remove(&key),
        }
    }

    fn get(&self, key: &str) -> Option<String> {
        // What memory holds is newer: it is there because the storage refused it.
        let memory = self.memory.borrow().get(key).cloned();
        memory.or_else(|| self.local.as_ref()?.get_item(key).ok().flatten())
    }

    fn set(&self, key: &str, value: &str) -> bool {
        let kept = self.local.as_ref().is_some_and(|local| local.set_item(key, value).is_ok());
        if kept {
            self.memory.borrow_mut().remove(key);
        } else {
            self.memory.borrow_mut().insert(key.to_owned(), value.to_owned());
        }
        kept
    }

    fn remove(&self, key: &str) {
        self.memory.borrow_mut().remove(key);
        if let Some(local) = &self.local {
            // Nothing can be done about a storage that refuses even this.
            drop(local.remove_item(key));
        }
    }
}
