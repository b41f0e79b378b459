//! [`Service`] and the views of its larger parts.

use super::entries::{self, Dependency, EnvFile, Mount, NetworkUse, Pair, PortEntry, Reference};
use super::shellwords::{self, Words};
use super::text::Text;
use super::value::{Entry, Key, Value};
use crate::SyntaxError;

/// A service. Cheap to copy; everything is looked up when it is asked for, and keys without a method of their own can be read
/// with [`Service::get`].
#[derive(Clone, Copy, Debug)]
pub struct Service<'m> {
    /// Its name.
    pub name: &'m Key<'m>,
    /// All of it.
    pub value: &'m Value<'m>,
}

/// `command`, `entrypoint`, or the `test` of a health check.
#[derive(Clone, Debug)]
pub enum Command<'m> {
    /// One string, which Compose splits into words without a shell.
    Line(Text<'m>),
    /// The words themselves.
    List(Vec<Text<'m>>),
}

/// `build`. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Build<'m> {
    /// The context as text, or a mapping.
    pub value: &'m Value<'m>,
}

/// `healthcheck`. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Healthcheck<'m> {
    /// All of it.
    pub value: &'m Value<'m>,
}

/// `deploy`. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Deploy<'m> {
    /// All of it.
    pub value: &'m Value<'m>,
}

/// `extends`.
#[derive(Clone, Copy, Debug)]
pub struct Extends<'m> {
    /// The service that is extended.
    pub service: Text<'m>,
    /// The file it stands in; else the same file.
    pub file: Option<Text<'m>>,
}

impl<'m> Service<'m> {
    /// The value of a key.
    #[must_use]
    pub fn get(self, key: &str) -> Option<&'m Value<'m>> {
        self.value.get(key)
    }

    /// The entry of a key, which has the key's place too.
    #[must_use]
    pub fn entry(self, key: &str) -> Option<&'m Entry<'m>> {
        self.value.entry(key)
    }

    /// The text of a key.
    #[must_use]
    pub fn text(self, key: &str) -> Option<Text<'m>> {
        self.value.text(key)
    }

    /// The boolean of a key; text such as `yes` counts, as it does for Compose.
    #[must_use]
    pub fn flag(self, key: &str) -> Option<bool> {
        self.get(key)?.as_bool()
    }

    /// `image`.
    #[must_use]
    pub fn image(self) -> Option<Text<'m>> {
        self.text("image")
    }

    /// `build`.
    #[must_use]
    pub fn build(self) -> Option<Build<'m>> {
        self.get("build").filter(|v| !v.is_null() && !v.is_list()).map(|value| Build { value })
    }

    /// `container_name`.
    #[must_use]
    pub fn container_name(self) -> Option<Text<'m>> {
        self.text("container_name")
    }

    /// `network_mode`.
    #[must_use]
    pub fn network_mode(self) -> Option<Text<'m>> {
        self.text("network_mode")
    }

    /// `command`.
    #[must_use]
    pub fn command(self) -> Option<Command<'m>> {
        self.get("command").and_then(Command::of)
    }

    /// `entrypoint`.
    #[must_use]
    pub fn entrypoint(self) -> Option<Command<'m>> {
        self.get("entrypoint").and_then(Command::of)
    }

    /// `ports`.
    pub fn ports(self) -> impl Iterator<Item = PortEntry<'m>> {
        self.items("ports").iter().map(|value| PortEntry { value })
    }

    /// `expose`; numbers as they are written.
    #[must_use]
    pub fn expose(self) -> Vec<Text<'m>> {
        entries::texts(self.get("expose"))
    }

    /// `volumes`, short and long.
    pub fn mounts(self) -> impl Iterator<Item = Mount<'m>> {
        self.items("volumes").iter().filter_map(Mount::new)
    }

    /// `environment`.
    #[must_use]
    pub fn environment(self) -> Vec<Pair<'m>> {
        entries::pairs(self.get("environment"))
    }

    /// `labels`.
    #[must_use]
    pub fn labels(self) -> Vec<Pair<'m>> {
        entries::pairs(self.get("labels"))
    }

    /// `env_file`.
    #[must_use]
    pub fn env_files(self) -> Vec<EnvFile<'m>> {
        entries::env_files(self.get("env_file"))
    }

    /// `depends_on`, as written: not what links and the like imply.
    #[must_use]
    pub fn depends_on(self) -> Vec<Dependency<'m>> {
        entries::dependencies(self.get("depends_on"))
    }

    /// `healthcheck`.
    #[must_use]
    pub fn healthcheck(self) -> Option<Healthcheck<'m>> {
        self.get("healthcheck").filter(|v| v.is_map()).map(|value| Healthcheck { value })
    }

    /// `deploy`.
    #[must_use]
    pub fn deploy(self) -> Option<Deploy<'m>> {
        self.get("deploy").filter(|v| v.is_map()).map(|value| Deploy { value })
    }

    /// `networks`, list or mapping.
    #[must_use]
    pub fn networks(self) -> Vec<NetworkUse<'m>> {
        entries::uses(self.get("networks"))
    }

    /// `models`, list or mapping.
    #[must_use]
    pub fn models(self) -> Vec<NetworkUse<'m>> {
        entries::uses(self.get("models"))
    }

    /// `secrets`.
    #[must_use]
    pub fn secrets(self) -> Vec<Reference<'m>> {
        entries::references(self.get("secrets"))
    }

    /// `configs`.
    #[must_use]
    pub fn configs(self) -> Vec<Reference<'m>> {
        entries::references(self.get("configs"))
    }

    /// `profiles`; none means that the service is always on.
    #[must_use]
    pub fn profiles(self) -> Vec<Text<'m>> {
        entries::texts(self.get("profiles"))
    }

    /// The texts of a key that holds a list of them, or one: `cap_add`, `security_opt`, `tmpfs`, `links`, `dns` ...
    #[must_use]
    pub fn texts(self, key: &str) -> Vec<Text<'m>> {
        entries::texts(self.get(key))
    }

    /// `extends`.
    #[must_use]
    pub fn extends(self) -> Option<Extends<'m>> {
        let value = self.get("extends")?;
        if let Some(service) = value.as_text() {
            return Some(Extends { service, file: None });
        }
        Some(Extends { service: value.text("service")?, file: value.text("file") })
    }

    /// How many containers it asks for: `scale`, else `deploy.replicas`; the default is one.
    #[must_use]
    pub fn replicas(self) -> Option<&'m Value<'m>> {
        self.get("scale").or_else(|| self.value.at(&["deploy", "replicas"]))
    }

    /// Whether it has a limit on a resource: one of its own `keys`, or the `resource` of `deploy.resources.limits`.
    #[must_use]
    pub fn is_limited(self, keys: &[&str], resource: &str) -> bool {
        let own = keys.iter().any(|key| self.get(key).is_some_and(|limit| !limit.is_null()));
        own || self.value.at(&["deploy", "resources", "limits", resource]).is_some()
    }

    fn items(self, key: &str) -> &'m [Value<'m>] {
        self.get(key).map(Value::items).unwrap_or_default()
    }
}

impl<'m> Command<'m> {
    fn of(value: &'m Value<'m>) -> Option<Self> {
        if value.is_list() {
            return Some(Self::List(entries::texts(Some(value))));
        }
        value.as_text().map(Self::Line)
    }

    /// The words of a string, with spans that count from its start ([`Text::span_of`] maps them).
    ///
    /// # Errors
    /// Where Compose refuses to split it.
    pub fn split(line: Text<'_>) -> Result<Words, SyntaxError> {
        shellwords::split(line.as_str())
    }
}

impl<'m> Build<'m> {
    /// The value of a key; nothing where `build` is just a context.
    #[must_use]
    pub fn get(self, key: &str) -> Option<&'m Value<'m>> {
        self.value.get(key)
    }

    /// The text of a key.
    #[must_use]
    pub fn text(self, key: &str) -> Option<Text<'m>> {
        self.value.text(key)
    }

    /// The context: a folder or an address; where it is not given it is the folder of the file.
    #[must_use]
    pub fn context(self) -> Option<Text<'m>> {
        self.value.as_text().or_else(|| self.text("context"))
    }

    /// `dockerfile`, relative to the context; the default is `Dockerfile`.
    #[must_use]
    pub fn dockerfile(self) -> Option<Text<'m>> {
        self.text("dockerfile")
    }

    /// `dockerfile_inline`: the Dockerfile itself, with `$$` for each dollar sign.
    #[must_use]
    pub fn dockerfile_inline(self) -> Option<Text<'m>> {
        self.text("dockerfile_inline")
    }

    /// `target`: a stage.
    #[must_use]
    pub fn target(self) -> Option<Text<'m>> {
        self.text("target")
    }

    /// `args`.
    #[must_use]
    pub fn args(self) -> Vec<Pair<'m>> {
        entries::pairs(self.get("args"))
    }

    /// `labels`.
    #[must_use]
    pub fn labels(self) -> Vec<Pair<'m>> {
        entries::pairs(self.get("labels"))
    }

    /// `secrets`.
    #[must_use]
    pub fn secrets(self) -> Vec<Reference<'m>> {
        entries::references(self.get("secrets"))
    }

    /// `additional_contexts`.
    #[must_use]
    pub fn additional_contexts(self) -> Vec<Pair<'m>> {
        entries::pairs(self.get("additional_contexts"))
    }
}

impl<'m> Healthcheck<'m> {
    /// The value of a key.
    #[must_use]
    pub fn get(self, key: &str) -> Option<&'m Value<'m>> {
        self.value.get(key)
    }

    /// `test`. A string is run by a shell; a list begins with `CMD`, `CMD-SHELL` or `NONE`.
    #[must_use]
    pub fn test(self) -> Option<Command<'m>> {
        self.get("test").and_then(Command::of)
    }

    /// Whether it switches the image's health check off: `disable: true`, or `test: [NONE]`.
    #[must_use]
    pub fn is_disabled(self) -> bool {
        let none =
            matches!(self.test(), Some(Command::List(words)) if words.first().is_some_and(|w| *w == "NONE"));
        none || self.get("disable").and_then(Value::as_bool) == Some(true)
    }
}

impl<'m> Deploy<'m> {
    /// The value of a key.
    #[must_use]
    pub fn get(self, key: &str) -> Option<&'m Value<'m>> {
        self.value.get(key)
    }

    /// `resources.limits`.
    #[must_use]
    pub fn limits(self) -> Option<&'m Value<'m>> {
        self.value.at(&["resources", "limits"])
    }

    /// `resources.reservations`.
    #[must_use]
    pub fn reservations(self) -> Option<&'m Value<'m>> {
        self.value.at(&["resources", "reservations"])
    }
}
