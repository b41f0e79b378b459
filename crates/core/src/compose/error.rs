//! [`LoadError`]: why Compose refuses to load a project.

use super::value::Place;

/// One reason why Compose does not load the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// What sort of mistake it is.
    pub kind: LoadErrorKind,
    /// The smallest place that is wrong.
    pub place: Place,
    /// What is wrong, why, and what to do, in one or two sentences.
    pub message: String,
    /// Other places that matter.
    pub related: Vec<Related>,
}

/// Another place that matters to a [`LoadError`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub place: Place,
    /// What is there.
    pub message: String,
}

/// The sorts of mistakes that keep a project from loading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LoadErrorKind {
    /// The same key twice in one mapping.
    DuplicateKey,
    /// A key that is a number, a boolean, null or a collection.
    NonStringKey,
    /// Something under `<<` that is no mapping.
    InvalidMergeKey,
    /// Aliases that expand to too much.
    TooManyAliases,
    /// A `${` that does not fit the grammar.
    BadInterpolation,
    /// A variable that is required and has no value.
    MissingVariable,
    /// A value of another type than the key wants.
    WrongType,
    /// Two files give one key values of different shapes.
    CannotMerge,
    /// A file that is named by `include`, `extends`, `env_file` or `label_file` and is not there.
    MissingFile,
    /// Files that include each other.
    IncludeCycle,
    /// Services that extend each other.
    ExtendsCycle,
    /// A name that is declared nowhere.
    UndefinedReference,
    /// A file without any content.
    EmptyFile,
    /// Services at the top level, as in the first version of the format.
    LegacyLayout,
    /// A service without `image`, `build` and `provider`.
    NothingToRun,
    /// Two keys of which only one may be there.
    MutuallyExclusive,
    /// Two keys that must say the same and do not.
    ConflictingLimits,
    /// One path of the container, mounted twice.
    DuplicateMount,
    /// A health check's list that does not begin with `CMD`, `CMD-SHELL` or `NONE`.
    BadHealthcheck,
    /// A platform of the service that `build.platforms` lacks.
    MissingPlatform,
    /// Services that wait for each other.
    DependencyCycle,
    /// A dependency on a service that its profiles switch off.
    DisabledDependency,
    /// A key that Compose does not know.
    UnknownKey,
    /// A word that is none of those a key knows.
    UnknownWord,
    /// A key that must be there and is not.
    MissingRequired,
    /// The same item twice in a list that takes each once.
    DuplicateItem,
    /// A name of a service, a volume, a container or the project with characters that are not allowed.
    BadName,
    /// A port, or an address of one.
    BadPort,
    /// A mount.
    BadVolume,
    /// A device.
    BadDevice,
    /// A duration.
    BadDuration,
    /// A size in bytes.
    BadBytes,
    /// A command that cannot be split into words.
    BadCommand,
    /// An item of `extra_hosts`.
    BadExtraHost,
    /// An item of `environment`.
    BadEnvironment,
    /// An item of `additional_contexts` or `build.ssh`.
    BadBuildContext,
    /// A pull policy.
    BadPullPolicy,
    /// A file mode.
    BadFileMode,
}

impl LoadError {
    pub(super) fn new(kind: LoadErrorKind, place: Place, message: impl Into<String>) -> Self {
        Self { kind, place, message: message.into(), related: Vec::new() }
    }

    pub(super) fn with(mut self, place: Place, message: impl Into<String>) -> Self {
        self.related.push(Related { place, message: message.into() });
        self
    }
}
