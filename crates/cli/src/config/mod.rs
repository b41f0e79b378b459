//! From arguments and configuration files to what the run goes by. An argument wins over the file: `--select` replaces its
//! list, the other lists are added to it, and `--ignore` takes back what it selects.

mod hadolint;
mod yaml;

use crate::args::{Check, Format, Selection};
use crate::root::Root;
use crate::{Failure, closest};
use docklint_core::Config;
use docklint_core::config::{CATEGORIES, FILE_NAMES, is_known_selector, strength};
use docklint_core::rules::{self, Rule};
use std::path::{Path, PathBuf};

/// What a run goes by.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    pub(crate) config: Config,
    pub(crate) format: Format,
    pub(crate) exit_zero: bool,
}

/// Reads the configuration file, if there is one, and lays the arguments over it.
///
/// # Errors
/// Where the file cannot be read or understood, or a selector names no rule.
pub(crate) fn resolve(arguments: &Check, root: &Root) -> Result<Settings, Failure> {
    let mut settings = match file(arguments.config.as_deref(), arguments.isolated, root) {
        Some(path) => read(&path, root)?,
        None => Settings::default(),
    };
    check_selectors(&arguments.selection)?;
    let selection = &arguments.selection;
    let config = &mut settings.config;
    config.preset = selection.preset.unwrap_or(config.preset);
    let from_file = config.select.iter_mut().chain([&mut config.extend_select]);
    from_file.for_each(|selectors| overrule(selectors, &selection.ignore));
    if let Some(select) = &selection.select {
        config.select = Some(select.clone());
    }
    config.extend_select.extend_from_slice(&selection.extend_select);
    config.ignore.extend_from_slice(&selection.ignore);
    config.severity.extend(selection.severity.iter().cloned());
    config.fail_level = arguments.fail_level.unwrap_or(config.fail_level);
    config.exclude.extend_from_slice(&arguments.exclude);
    settings.format = arguments.format.unwrap_or(settings.format);
    settings.exit_zero |= arguments.exit_zero;
    Ok(settings)
}

/// Takes from the file's `selectors` those all of whose rules the command line ignores, however specific they are.
fn overrule(selectors: &mut Vec<String>, ignored: &[String]) {
    let is_ignored = |rule: &Rule| ignored.iter().any(|selector| strength(selector, rule).is_some());
    let selects = |selector: &str, rule: &Rule| strength(selector, rule).is_some();
    selectors.retain(|s| !rules::all().filter(|rule| selects(s, rule)).all(is_ignored));
}

/// The files of the stack `name` in the configuration.
///
/// # Errors
/// Where there is no configuration with such a stack, or it cannot be read or understood.
pub(crate) fn stack(name: &str, config: Option<&Path>, root: &Root) -> Result<Vec<PathBuf>, Failure> {
    let Some(path) = file(config, false, root) else {
        return Err(format!("there is no stack `{name}`: no .docklint.yaml names one"));
    };
    let stacks = read(&path, root)?.config.stacks;
    match stacks.get(name) {
        Some(files) => Ok(files.iter().map(|file| root.folder.join(file)).collect()),
        None => {
            let hint = closest::hint(name, stacks.keys().map(String::as_str));
            Err(format!("{} has no stack `{name}`{hint}", path.display()))
        }
    }
}

/// The configuration file: the one that is named, else the project's own.
fn file(named: Option<&Path>, isolated: bool, root: &Root) -> Option<PathBuf> {
    if isolated {
        return None;
    }
    let own = || FILE_NAMES.iter().map(|name| root.folder.join(name)).find(|path| path.is_file());
    named.map(Path::to_owned).or_else(own)
}

fn read(path: &Path, root: &Root) -> Result<Settings, Failure> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| format!("{shown}: {error}"))?;
    let is_hadolints = path.file_name().is_some_and(|name| name.to_string_lossy().contains("hadolint"));
    let exists = |inside: &str| root.outside(inside).is_file();
    let settings = if is_hadolints { hadolint::settings(&text) } else { yaml::settings(&text, &exists) };
    settings.map_err(|why| format!("{shown}:{why}"))
}

fn check_selectors(selection: &Selection) -> Result<(), Failure> {
    let severity = selection.severity.iter().map(|(rule, _)| ("--severity", rule));
    let arguments = [
        ("--select", selection.select.as_deref().unwrap_or_default()),
        ("--extend-select", &selection.extend_select),
        ("--ignore", &selection.ignore),
    ];
    let named = arguments.into_iter().flat_map(|(name, rules)| rules.iter().map(move |rule| (name, rule)));
    for (argument, rule) in named.chain(severity) {
        if !is_known_selector(rule) {
            return Err(format!("{argument}: {}", unknown_rule(rule)));
        }
    }
    Ok(())
}

/// Says that `selector` names no rule, and what may have been meant.
pub(crate) fn unknown_rule(selector: &str) -> String {
    let names = rules::all()
        .flat_map(|rule| [rule.meta.code, rule.name].into_iter().chain(rule.meta.aliases.iter().copied()));
    let hint = closest::hint(selector, names.chain(CATEGORIES).chain(["ALL"]));
    format!("there is no rule `{selector}`{hint} (`docklint rules` lists them)")
}
