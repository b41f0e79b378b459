//! Gathers the rules' pages, which `docklint explain` prints, into one table: `(name, page)`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let rules = root.join("../core/src/rules");
    println!("cargo::rerun-if-changed={}", rules.display());
    let mut pages = Vec::new();
    for family in fs::read_dir(&rules)? {
        let family = family?.path();
        if family.is_dir() {
            for file in fs::read_dir(family)? {
                pages.extend(Some(file?.path()).filter(|path| path.extension().is_some_and(|e| e == "md")));
            }
        }
    }
    pages.sort();
    let mut table = String::from("&[\n");
    for page in &pages {
        let name = page.file_stem().unwrap_or_default().to_string_lossy().replace('_', "-");
        let _ = writeln!(table, "    ({name:?}, include_str!({page:?})),");
    }
    table.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(Path::new(&out).join("pages.rs"), table)
}
