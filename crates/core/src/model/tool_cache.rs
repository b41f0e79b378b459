//! Package managers of languages that keep what they downloaded: where, and how they are told not to.

use super::{Build, Step};
use crate::shell::Call;

/// A package manager with a cache.
struct Tool {
    programs: &'static [&'static str],
    /// Words of the command line that make it install.
    verbs: &'static [&'static str],
    /// Parts of the paths where the cache is.
    folders: &'static [&'static str],
    /// Options with which it keeps nothing.
    options: &'static [&'static str],
    /// Variables with which it keeps nothing, or keeps it elsewhere.
    variables: &'static [&'static str],
    /// Words of the command line that empty the cache.
    cleaners: &'static [&'static str],
    /// What the tool is told to empty the cache.
    clean: &'static str,
}

const TOOLS: &[Tool] = &[
    Tool {
        programs: &["npm"],
        verbs: &["ci", "install", "i", "add", "clean-install"],
        folders: &[".npm", "_cacache"],
        options: &["cache", "dry-run", "package-lock-only"],
        variables: &["npm_config_cache", "NPM_CONFIG_CACHE"],
        cleaners: &["cache"],
        clean: "cache clean --force",
    },
    Tool {
        programs: &["conda", "mamba", "micromamba"],
        verbs: &["install", "create", "update", "upgrade"],
        folders: &["/pkgs"],
        options: &["dry-run", "download-only"],
        variables: &["CONDA_PKGS_DIRS"],
        cleaners: &["clean"],
        clean: "clean -afy",
    },
    Tool {
        programs: &["composer"],
        verbs: &["install", "require", "update", "create-project"],
        folders: &[".composer", "/composer", "/tmp/cache"],
        options: &["no-cache", "dry-run"],
        variables: &["COMPOSER_CACHE_DIR", "COMPOSER_HOME"],
        cleaners: &["clear-cache", "clearcache", "cc"],
        clean: "clear-cache",
    },
    Tool {
        programs: &["poetry"],
        verbs: &["install", "add", "sync"],
        folders: &["pypoetry", "POETRY_CACHE_DIR"],
        options: &["no-cache", "dry-run"],
        variables: &["POETRY_CACHE_DIR"],
        cleaners: &["cache"],
        clean: "cache clear --all .",
    },
    Tool {
        programs: &["uv"],
        verbs: &["sync", "install", "add"],
        folders: &[".cache/uv", "UV_CACHE_DIR"],
        options: &["no-cache", "n", "dry-run"],
        variables: &["UV_NO_CACHE", "UV_CACHE_DIR"],
        cleaners: &["cache"],
        clean: "cache clean",
    },
    Tool {
        programs: &["pacman"],
        verbs: &["-S", "-Sy", "-Syu", "-Syyu", "-Su", "-U", "--sync"],
        folders: &["/var/cache/pacman"],
        options: &["cachedir", "b"],
        variables: &[],
        cleaners: &["-Scc", "-Sc", "--clean"],
        clean: "-Scc --noconfirm",
    },
];

/// The caches that stay in the layer of a RUN: for each tool its first installing command, and the command that cleans up.
pub(crate) fn left<'c, 's, 't>(
    build: &Build<'_, '_>,
    run: &'c Step<'s, 't>,
) -> impl Iterator<Item = (&'c Call<'s, 't>, String)> {
    TOOLS.iter().filter_map(move |tool| {
        let at = run.calls.iter().position(|call| tool.installs(call))?;
        let (install, later) = run.calls.get(at..)?.split_first()?;
        let stays = !tool.is_elsewhere(build, run) && !later.iter().any(|call| tool.cleans(call));
        stays.then(|| (install, format!("{} {}", install.name(), tool.clean)))
    })
}

impl Tool {
    fn installs(&self, call: &Call<'_, '_>) -> bool {
        call.is_any(self.programs) && call.has_any_argument(self.verbs) && !call.has_any_flag(self.options)
    }

    fn cleans(&self, call: &Call<'_, '_>) -> bool {
        let names_cache = || {
            let mut words = call.arguments.iter();
            words.any(|word| self.folders.iter().any(|folder| word.text.contains(folder)))
        };
        call.is_any(self.programs) && call.has_any_argument(self.cleaners)
            || call.is_any(&["rm", "find"]) && names_cache()
    }

    /// Whether the cache is in a mount, switched off, or in a place that the file names itself.
    fn is_elsewhere(&self, build: &Build<'_, '_>, run: &Step<'_, '_>) -> bool {
        let set = |name: &str| self.variables.contains(&name);
        let assigned = |call: &Call<'_, '_>| {
            call.simple.assignments.iter().any(|assignment| set(&assignment.name.value))
                || call
                    .arguments
                    .iter()
                    .any(|word| word.text.split_once('=').is_some_and(|(name, _)| set(name)))
        };
        run.mounts_cache(self.folders)
            || self.variables.iter().any(|name| build.facts().variable(run.index, name).is_some())
            || run.calls.iter().any(assigned)
    }
}
