//! [`Snapshot`]: a whole project as it is saved and shared, and the check that it passes before anything uses it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The most files of a project on the page.
pub const MAX_FILES: usize = 200;
/// The most text of a project on the page, in bytes.
pub const MAX_BYTES: usize = 1_000_000;
/// The longest name, in bytes.
const MAX_NAME: usize = 255;

/// A project: its files, and which of them is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// In the order of their tabs.
    pub files: Vec<File>,
    /// The open file's place in `files`.
    #[serde(default, skip_serializing_if = "is_first")]
    pub active: usize,
}

/// One file of a [`Snapshot`], with its own line ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// A label, as a path with `/`. It never leads to a real file.
    pub name: String,
    /// The whole text.
    pub text: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_first(active: &usize) -> bool {
    *active == 0
}

/// Why a [`Snapshot`] was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Not a snapshot at all.
    Unreadable,
    /// No file in it.
    Empty,
    /// More files, longer names or more text than the page takes.
    TooLarge,
    /// Two files of one name, or a name that is none.
    BadName,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable => "it is damaged",
            Self::Empty => "it holds no file",
            Self::TooLarge => "it is larger than a project may be here (200 files, 1 MB)",
            Self::BadName => "it holds a file without a usable name, or two of one name",
        })
    }
}

impl std::error::Error for Refused {}

impl Snapshot {
    /// Reads and checks what [`Snapshot::write`] wrote, wherever it comes from.
    ///
    /// # Errors
    /// [`Refused`], where the page could not hold it.
    pub fn read(json: &str) -> Result<Self, Refused> {
        let mut read: Self = serde_json::from_str(json).map_err(|_| Refused::Unreadable)?;
        if read.files.is_empty() {
            return Err(Refused::Empty);
        }
        let bytes: usize = read.files.iter().map(|file| file.text.len()).sum();
        if read.files.len() > MAX_FILES || bytes > MAX_BYTES {
            return Err(Refused::TooLarge);
        }
        let good = |file: &File| clean_name(&file.name).as_deref() == Some(&file.name);
        // There are few enough files to compare each with each.
        let again =
            |(at, file): (usize, &File)| read.files.iter().take(at).any(|other| other.name == file.name);
        if !read.files.iter().all(good) || read.files.iter().enumerate().any(again) {
            return Err(Refused::BadName);
        }
        read.active = read.active.min(read.files.len() - 1);
        Ok(read)
    }

    /// As JSON, without defaults.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// A name as the page keeps it: `/` between its parts, none of them `.` or `..`. `None` where nothing is left.
#[must_use]
pub fn clean_name(name: &str) -> Option<String> {
    let name = name.replace('\\', "/");
    let parts = name.split('/').map(str::trim).filter(|part| !matches!(*part, "" | "." | ".."));
    let clean = parts.collect::<Vec<_>>().join("/");
    (!clean.is_empty() && clean.len() <= MAX_NAME && !clean.chars().any(char::is_control)).then_some(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_wrote() {
        let file = |name: &str| File { name: name.to_owned(), text: "FROM a\r\n".to_owned() };
        let snapshot = Snapshot { files: vec![file("Dockerfile"), file("a/.env")], active: 1 };
        assert_eq!(Snapshot::read(&snapshot.write()), Ok(snapshot));
    }

    #[test]
    fn refuses_hostile_ones() {
        let many: Vec<String> = (0..=MAX_FILES).map(|i| format!(r#"{{"name":"{i}","text":""}}"#)).collect();
        let long = "x".repeat(MAX_BYTES + 1);
        for (json, why) in [
            ("{".to_owned(), Refused::Unreadable),
            (r#"{"files":[{"name":1}]}"#.to_owned(), Refused::Unreadable),
            (r#"{"files":[]}"#.to_owned(), Refused::Empty),
            (format!(r#"{{"files":[{}]}}"#, many.join(",")), Refused::TooLarge),
            (format!(r#"{{"files":[{{"name":"a","text":"{long}"}}]}}"#), Refused::TooLarge),
            (r#"{"files":[{"name":"../a","text":""}]}"#.to_owned(), Refused::BadName),
            (r#"{"files":[{"name":"a\u0000","text":""}]}"#.to_owned(), Refused::BadName),
            (r#"{"files":[{"name":"a","text":""},{"name":"a","text":""}]}"#.to_owned(), Refused::BadName),
        ] {
            assert_eq!(Snapshot::read(&json), Err(why), "{}", json.get(..60).unwrap_or(&json));
        }
    }

    #[test]
    fn an_open_file_that_is_not_there_is_the_last() {
        let read = Snapshot::read(r#"{"files":[{"name":"a","text":""}],"active":9}"#);
        assert_eq!(read.map(|s| s.active), Ok(0));
    }

    #[test]
    fn names_are_labels() {
        assert_eq!(clean_name(" ./a\\b/../c.env ").as_deref(), Some("a/b/c.env"));
        assert_eq!(clean_name("../.."), None);
        assert_eq!(clean_name("a\u{7}"), None);
    }
}
