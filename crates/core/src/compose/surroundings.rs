//! [`Surroundings`]: what loading asks about the world around the files.

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The file with this index among those that are loaded from.
    File(u32),
    /// There is no such file.
    Missing,
    /// Nobody looked: nothing may be concluded.
    Unknown,
}

/// What loading asks about the world around the files. The defaults know nothing.
pub trait Surroundings {
    /// The value of a variable of the project's environment (the shell, `.env`).
    fn variable(&self, _name: &str) -> Option<&str> {
        None
    }

    /// Whether a variable that [`Surroundings::variable`] does not find is unset for certain. Else a value that depends on it is
    /// taken for something that is not known, and nothing is said about it.
    fn knows_all_variables(&self) -> bool {
        false
    }

    /// The Compose file at `path`, as written in the file `from`, for `extends` and `include`.
    fn compose_file(&self, _from: u32, _path: &str) -> Found {
        Found::Unknown
    }

    /// Whether there is a file at `path`, as written in the file `from`; `None` where nobody looked.
    fn exists(&self, _from: u32, _path: &str) -> Option<bool> {
        None
    }

    /// Whether this profile is on. By default all are, so that no service goes unchecked.
    fn is_profile_active(&self, _profile: &str) -> bool {
        true
    }
}

/// Knows nothing about the world: for a file on its own.
#[derive(Clone, Copy, Debug, Default)]
pub struct Alone;

impl Surroundings for Alone {}
