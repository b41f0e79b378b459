//! What the chores need from outside: the wasm target, trunk, wasm-bindgen, npm's packages, a browser. What can be installed is
//! installed: npm's packages into the project, tools by version into cargo's home, where other clones find them; what cannot is said
//! in one line with its mend.

use crate::run::{Outcome, output, program, root, say, step};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target of everything that runs in a browser.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";
const NODE_AT_LEAST: u32 = 20;

/// Where the tools stand, so that the programs that we start find them.
#[derive(Debug)]
pub(crate) struct Tools {
    path: OsString,
}

impl Tools {
    /// A program that finds the installed tools before all others.
    pub(crate) fn program(&self, name: &str) -> Command {
        let mut command = program(name);
        command.env("PATH", &self.path);
        command
    }
}

/// Installs what building the page needs.
pub(crate) fn page_tools() -> Outcome<Tools> {
    node()?;
    wasm_target()?;
    let pinned = pinned_versions()?;
    let mut wanted = Vec::new();
    for (package, binary) in [("wasm-bindgen-cli", "wasm-bindgen"), ("trunk", "trunk")] {
        let version = pinned.get(package).and_then(serde_json::Value::as_str).unwrap_or_default();
        wanted.push((package, binary, version, tool_folder(package, version)?));
    }
    let modules = root().join("web/js/node_modules/.bin");
    let own = std::env::var_os("PATH").unwrap_or_default();
    let installed = wanted.iter().map(|(.., folder)| folder.join("bin"));
    let folders = installed.chain([modules]).chain(std::env::split_paths(&own));
    let path = std::env::join_paths(folders).map_err(|error| format!("PATH cannot be used: {error}"))?;
    let tools = Tools { path };
    for (package, binary, version, folder) in &wanted {
        cargo_tool(&tools, package, binary, version, folder)?;
    }
    npm_packages(&root().join("web/js"))?;
    Ok(tools)
}

/// The versions under `[workspace.metadata.tools]` in Cargo.toml.
fn pinned_versions() -> Outcome<serde_json::Value> {
    let metadata =
        output(program("cargo").args(["metadata", "--format-version", "1", "--no-deps", "--locked"]))
            .ok_or("cargo metadata failed; is Cargo.lock up to date? Run cargo check")?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    Ok(metadata["metadata"]["tools"].clone())
}

fn node() -> Outcome {
    let found = output(program("node").arg("--version")).unwrap_or_default();
    let major = found.trim().trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    match major {
        Some(major) if major >= NODE_AT_LEAST => Ok(()),
        Some(major) => Err(format!("node {major} is too old: install Node.js {NODE_AT_LEAST} or later")),
        None => Err(format!("node is missing: install Node.js {NODE_AT_LEAST} or later (nodejs.org)")),
    }
}

fn wasm_target() -> Outcome {
    let libraries = output(program("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if libraries.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    step("Adding the Rust target for WebAssembly", program("rustup").args(["target", "add", WASM]))
        .map_err(|_| format!("the Rust target {WASM} is missing: run rustup target add {WASM}"))
}

/// Where one version of a tool is kept: in cargo's home, apart from what the user installed there.
fn tool_folder(package: &str, version: &str) -> Outcome<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let home = home.ok_or("the home folder is unknown: set CARGO_HOME")?;
    Ok(home.join("docklint-tools").join(format!("{package}-{version}")))
}

fn cargo_tool(tools: &Tools, package: &str, binary: &str, version: &str, folder: &Path) -> Outcome {
    let found = output(tools.program(binary).arg("--version")).unwrap_or_default();
    if found.split_whitespace().any(|word| word == version) {
        return Ok(());
    }
    step(
        &format!("Installing {package} {version} into {} (some minutes, once)", folder.display()),
        program("cargo")
            .args(["install", "--locked", "--force", "--version", version, "--root"])
            .arg(folder)
            .arg(package)
            .env_remove("CARGO_TARGET_DIR"),
    )
}

/// `npm ci`, unless what it would install is there already.
pub(crate) fn npm_packages(folder: &Path) -> Outcome {
    let read = |name: &str| std::fs::read(folder.join(name)).unwrap_or_default();
    let (lock, installed) = (read("package-lock.json"), read("node_modules/.installed-lock"));
    if !lock.is_empty() && lock == installed {
        return Ok(());
    }
    let name = folder.strip_prefix(root()).unwrap_or(folder).display().to_string();
    step(
        &format!("Installing npm packages in {name}"),
        program("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder),
    )?;
    std::fs::write(folder.join("node_modules/.installed-lock"), lock).map_err(|error| error.to_string())
}

/// A browser and the driver that tests steer it with.
#[derive(Debug)]
pub(crate) struct Browser {
    /// Chrome or Chromium.
    pub(crate) chrome: PathBuf,
    /// The chromedriver of the same version.
    pub(crate) driver: PathBuf,
}

/// Finds Chrome or Chromium with its driver; on Debian as root it installs them.
pub(crate) fn browser() -> Outcome<Browser> {
    if let Some(found) = find_browser() {
        return Ok(found);
    }
    if Path::new("/etc/debian_version").exists() && is_root() {
        say("\n==> Chromium is missing: installing Debian's");
        let mut update = program("apt-get");
        step("apt-get update", update.args(["update", "-qq"]))?;
        step(
            "apt-get install chromium chromium-driver",
            program("apt-get")
                .args(["install", "-y", "-qq", "--no-install-recommends", "chromium", "chromium-driver"])
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )?;
    }
    find_browser().ok_or_else(|| {
        "Chrome or Chromium with its chromedriver is missing: install both, or name them in CHROME and CHROMEDRIVER".to_owned()
    })
}

fn is_root() -> bool {
    output(program("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

fn find_browser() -> Option<Browser> {
    let chrome = named("CHROME").or_else(|| {
        on_path(&["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome"]).or_else(
            || {
                existing(&[
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
                ])
            },
        )
    })?;
    // Hosted runners name the folder of the driver that belongs to their Chrome.
    let beside =
        std::env::var_os("CHROMEWEBDRIVER").map(|folder| Path::new(&folder).join(executable("chromedriver")));
    let driver = named("CHROMEDRIVER")
        .or_else(|| beside.filter(|path| path.is_file()))
        .or_else(|| on_path(&["chromedriver"]))?;
    Some(Browser { chrome, driver })
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let all = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(executable(name))));
    all.into_iter().find(|path| path.is_file())
}

fn existing(paths: &[&str]) -> Option<PathBuf> {
    paths.iter().map(PathBuf::from).find(|path| path.is_file())
}

fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}
