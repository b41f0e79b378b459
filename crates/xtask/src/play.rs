//! `cargo xtask play`: lints the examples, builds the page, serves it.

use crate::run::{Outcome, program, root, say, step};
use crate::setup::{self, Tools};
use std::process::Command;

/// What `play` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    port: u16,
    build_only: bool,
}

impl Options {
    /// Reads the arguments after `play`.
    pub(crate) fn parse(arguments: &[&str]) -> Outcome<Self> {
        let mut options = Self { port: 8080, build_only: false };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let port = match *argument {
                "--build-only" => {
                    options.build_only = true;
                    continue;
                }
                "--port" => rest.next().copied(),
                other => other.strip_prefix("--port="),
            };
            options.port = port
                .and_then(|port| port.parse().ok())
                .ok_or_else(|| format!("{argument}: play takes --port N (1 to 65535) and --build-only"))?;
        }
        Ok(options)
    }
}

pub(crate) fn play(options: &Options) -> Outcome {
    lint_examples()?;
    let tools = setup::page_tools()?;
    if options.build_only {
        build(&tools)?;
        say("\nThe page is in dist/.");
        return Ok(());
    }
    say(&format!(
        "\n==> Building the page, then serving it on http://127.0.0.1:{} (Ctrl+C stops)",
        options.port
    ));
    let port = options.port.to_string();
    let serve =
        ["serve", "--release", "--offline", "--address", "127.0.0.1", "--port", &port, "--no-autoreload"];
    let status = trunk(&tools).args(serve).status().map_err(|error| format!("cannot run trunk: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("trunk ended ({status}); is port {port} taken? Try --port"))
    }
}

/// Builds the page into `dist/`.
pub(crate) fn build(tools: &Tools) -> Outcome {
    step("Building the page (release)", trunk(tools).args(["build", "--release", "--offline"]))
}

fn trunk(tools: &Tools) -> Command {
    let mut trunk = tools.program("trunk");
    // trunk takes NO_COLOR for a bool and dies of the usual `NO_COLOR=1`.
    trunk.env_remove("NO_COLOR");
    trunk
}

/// The first thing that a newcomer sees: what docklint says about the examples.
fn lint_examples() -> Outcome {
    if !root().join("crates/cli").is_dir() {
        return Ok(());
    }
    say("\n==> Linting examples/ (builds docklint first)");
    let status = program("cargo")
        .args([
            "run",
            "--quiet",
            "--locked",
            "--package",
            "docklint",
            "--",
            "check",
            "--exit-zero",
            "examples",
        ])
        .status()
        .map_err(|error| format!("cannot run cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("linting examples/ failed ({status})")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_its_arguments() {
        assert_eq!(Options::parse(&[]), Ok(Options { port: 8080, build_only: false }));
        assert_eq!(
            Options::parse(&["--port", "9000", "--build-only"]),
            Ok(Options { port: 9000, build_only: true })
        );
        assert_eq!(Options::parse(&["--port=1"]).map(|o| o.port), Ok(1));
        for wrong in [&["--port"][..], &["--port", "x"], &["--port=70000"], &["now"]] {
            assert!(Options::parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
