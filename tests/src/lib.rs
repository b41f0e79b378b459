//! What the tests that cross crates share.

pub mod contract;
pub mod mutate;
pub mod page;

use std::path::{Path, PathBuf};

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent").to_owned()
}

/// The folder of real-world files and reference answers beside the repository, where there is one.
///
/// Prints why when it is absent, so that a skipped test says so.
#[must_use]
#[expect(clippy::print_stdout, reason = "a skipped test says why")]
pub fn shared() -> Option<PathBuf> {
    let shared = root().parent()?.join("shared");
    if shared.is_dir() {
        return Some(shared);
    }
    println!("skipped: no folder of reference files beside the repository");
    None
}

/// Compares a generated file with what is committed; with `DOCKLINT_BLESS` set, writes it instead.
///
/// # Panics
/// Where the file is out of date, naming the command that renews it.
pub fn assert_generated(path: &Path, expected: &str) {
    let current = std::fs::read_to_string(path).unwrap_or_default();
    if current == expected {
        return;
    }
    assert!(
        std::env::var_os("DOCKLINT_BLESS").is_some(),
        "{} is out of date; run `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`",
        path.display()
    );
    std::fs::write(path, expected).expect("the generated file can be written");
}
