//! The arguments as they are typed.

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, Parser, Subcommand, ValueEnum};
use docklint_core::Severity;
use docklint_core::config::Preset;
use std::path::PathBuf;

/// Lints Dockerfiles, compose files and .env files, read together as one project.
#[derive(Debug, Parser)]
#[command(name = "docklint", version, styles = STYLES, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Lint files and folders
    Check(Box<Check>),
    /// Show the project as Compose would run it, and where each value comes from
    Resolve(Resolve),
    /// Explain a rule
    Explain(Explain),
    /// List the rules
    Rules(Rules),
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Files and folders to lint; `-` reads one file from standard input
    #[arg(default_value = ".", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// How findings are shown [default: text]
    #[arg(long, value_enum, value_name = "FORMAT", visible_alias = "output-format")]
    pub(crate) format: Option<Format>,
    /// When to use colours [NO_COLOR is honoured]
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Color,
    /// The name under which standard input is linted; it tells the kind of file
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<PathBuf>,

    /// Apply safe fixes to the files
    #[arg(long, help_heading = "Fixes")]
    pub(crate) fix: bool,
    /// Apply also fixes that may change what the files do
    #[arg(long, help_heading = "Fixes")]
    pub(crate) unsafe_fixes: bool,
    /// Show what --fix would change, and change nothing
    #[arg(long, help_heading = "Fixes")]
    pub(crate) diff: bool,

    #[command(flatten)]
    pub(crate) selection: Selection,

    /// Leave out files that fit this pattern, as in a .gitignore
    #[arg(long, value_delimiter = ',', value_name = "PATTERN", help_heading = "Files")]
    pub(crate) exclude: Vec<String>,
    /// Walk also what .gitignore and .ignore files leave out
    #[arg(long, help_heading = "Files")]
    pub(crate) no_ignore: bool,
    /// Read the configuration from this file (.docklint.yaml or .hadolint.yaml)
    #[arg(long, value_name = "FILE", conflicts_with = "isolated", help_heading = "Files")]
    pub(crate) config: Option<PathBuf>,
    /// Look for no configuration file
    #[arg(long, help_heading = "Files")]
    pub(crate) isolated: bool,

    /// Exit with 0 even if there are findings
    #[arg(long, help_heading = "Exit status")]
    pub(crate) exit_zero: bool,
    /// The least severity that makes the exit status 1 [default: warning]
    #[arg(long, value_parser = severity, value_name = "SEVERITY", help_heading = "Exit status")]
    pub(crate) fail_level: Option<Severity>,
}

/// Which rules run. A RULE is a code (`DL3006`), the beginning of one (`DL3`), a name (`untagged-base-image`), a category (`secrets`), what
/// another linter calls it (`hadolint:DL3006`), or `ALL`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Rules")]
pub(crate) struct Selection {
    /// Run these rules only: codes (DL3006, DL3), names, categories (secrets), ALL
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub(crate) select: Option<Vec<String>>,
    /// Run these rules too
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub(crate) extend_select: Vec<String>,
    /// Do not run these rules
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub(crate) ignore: Vec<String>,
    /// Give a rule another severity: error, warning, info or style
    #[arg(long, value_delimiter = ',', value_parser = rule_severity, value_name = "RULE=SEVERITY")]
    pub(crate) severity: Vec<(String, Severity)>,
    /// The set of rules to start from: default, strict or hadolint
    #[arg(long, value_parser = preset, value_name = "PRESET")]
    pub(crate) preset: Option<Preset>,
}

#[derive(Debug, Args)]
pub(crate) struct Resolve {
    /// The project's folder, or its compose file
    #[arg(default_value = ".", value_name = "PATH")]
    pub(crate) path: PathBuf,

    /// Merge these compose files, in this order, instead of those that Compose finds by itself
    #[arg(short, long = "file", value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Merge the compose files that the configuration calls by this name
    #[arg(long, value_name = "NAME", conflicts_with = "files")]
    pub(crate) stack: Option<String>,
    /// Read the configuration from this file
    #[arg(long, value_name = "FILE", requires = "stack")]
    pub(crate) config: Option<PathBuf>,
    /// Read variables from these files instead of `.env`; of several, a later one wins
    #[arg(long = "env-file", value_name = "FILE")]
    pub(crate) env_files: Vec<PathBuf>,
    /// Switch a profile on; `*` is all of them
    #[arg(long = "profile", value_name = "PROFILE")]
    pub(crate) profiles: Vec<String>,

    /// How the project is shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", visible_alias = "output-format")]
    pub(crate) format: ResolvedFormat,
    /// Show secrets in full
    #[arg(long)]
    pub(crate) show_secrets: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The rule: its code, its name, or what another linter calls it
    pub(crate) rule: String,
}

#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// How the list is shown
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", visible_alias = "output-format")]
    pub(crate) format: ListFormat,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Findings with the lines they are about
    #[default]
    Text,
    /// A line for each finding
    Concise,
    /// One JSON object
    Json,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ResolvedFormat {
    /// YAML, with the origins of values in comments
    #[default]
    Yaml,
    /// One JSON object, with the origins of environment variables
    Json,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// A line for each rule
    #[default]
    Text,
    /// A JSON array
    Json,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal only
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

fn severity(text: &str) -> Result<Severity, String> {
    match text {
        "error" => Ok(Severity::Error),
        "warning" => Ok(Severity::Warning),
        "info" => Ok(Severity::Info),
        "style" => Ok(Severity::Style),
        _ => Err("a severity is one of error, warning, info, style".to_owned()),
    }
}

fn preset(text: &str) -> Result<Preset, String> {
    match text {
        "default" => Ok(Preset::Default),
        "strict" => Ok(Preset::Strict),
        "hadolint" => Ok(Preset::Hadolint),
        _ => Err("a preset is one of default, strict, hadolint".to_owned()),
    }
}

fn rule_severity(text: &str) -> Result<(String, Severity), String> {
    let (rule, level) = text.split_once('=').ok_or("write it as RULE=SEVERITY")?;
    Ok((rule.to_owned(), severity(level)?))
}
