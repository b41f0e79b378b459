//! Trunk's hooks: what stands on the page beside the wasm.

mod examples;
mod rules;

use crate::run::{Outcome, program, root, step};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

/// Before the build: bundles the JavaScript and the styles, renders the rules' pages, packs the examples.
pub(crate) fn assets() -> Outcome {
    let generated = root().join("web/generated");
    create(&generated)?;
    step("Bundling the editor", program("node").arg("build.mjs").current_dir(root().join("web/js")))
        .map_err(|why| {
            format!("{why}; has npm ci run in web/js? cargo xtask play does all that is needed")
        })?;
    rules::render(&generated.join("rules"))?;
    examples::pack(&generated.join("examples"))
}

/// After the build: gives the worker's files, which trunk does not, a place that changes with their content, so that no cache mixes
/// two builds, and says how much it all weighs.
pub(crate) fn finish() -> Outcome {
    let staging =
        std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or("page-finish is a hook of trunk's")?;
    let parts =
        [("worker.js", "engine.js"), ("worker_bg.wasm", "engine_bg.wasm"), ("engine-loader.js", "worker.js")];
    let mut hasher = DefaultHasher::new();
    for (name, _) in parts {
        read(&staging.join(name))?.hash(&mut hasher);
    }
    let hash = format!("{:016x}", hasher.finish());
    let folder = format!("engine-{hash}");
    create(&staging.join(&folder))?;
    for (from, to) in parts {
        let (from, to) = (staging.join(from), staging.join(&folder).join(to));
        std::fs::rename(&from, &to).map_err(|error| at(&from, &error))?;
    }
    let index = staging.join("index.html");
    let html = String::from_utf8_lossy(&read(&index)?).into_owned();
    for place in [PLACE_OF_WORKER, PLACE_OF_NONCE] {
        if !html.contains(place) {
            return Err(format!("index.html lacks {place}"));
        }
    }
    let html = html.replace(PLACE_OF_WORKER, &format!("{folder}/worker.js")).replace(PLACE_OF_NONCE, &hash);
    write(&index, html)?;
    weigh(&staging, false)
}

/// Says what the page weighs as it is downloaded; `strict` makes too much of it an error.
pub(crate) fn weigh(folder: &Path, strict: bool) -> Outcome {
    let mut node = program("node");
    node.arg("web/js/weigh.mjs").arg(folder);
    if strict {
        node.arg("--strict");
    }
    step("Weighing the page", &mut node)
}

/// Stands in index.html for the worker's address.
const PLACE_OF_WORKER: &str = "WORKER_ADDRESS";
/// Stands in index.html for the nonce of the editor's styles.
const PLACE_OF_NONCE: &str = "STYLE_NONCE";

fn create(folder: &Path) -> Outcome {
    std::fs::create_dir_all(folder).map_err(|error| at(folder, &error))
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|error| at(path, &error))
}

fn write(path: &Path, text: impl AsRef<[u8]>) -> Outcome {
    std::fs::write(path, text).map_err(|error| at(path, &error))
}

/// The entries of a folder by name.
fn list(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|error| at(folder, &error))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}

fn at(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
