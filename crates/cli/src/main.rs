//! docklint's command line. Typed arguments become resolved ones; files are walked and read; core does the work; the result is written.
//!
//! Exit status: 0 nothing at or above the fail level, 1 findings, 2 wrong usage, unreadable input or configuration.

mod args;
mod check;
mod closest;
mod config;
mod explain;
mod mend;
mod output;
mod paths;
mod read;
mod resolve;
mod root;
mod rules;
mod surroundings;
mod walk;

use args::{Arguments, Command};
use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Resolve(arguments) => resolve::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
    };
    match done {
        Ok(status) => status.into(),
        Err(failure) => {
            output::error(&failure);
            Status::Failed.into()
        }
    }
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// Nothing at or above the fail level.
    Clean,
    /// Findings at or above the fail level.
    Found,
    /// Something could not be read or written, or was asked for wrongly.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Clean => Self::SUCCESS,
            Status::Found => Self::from(1),
            Status::Failed => Self::from(2),
        }
    }
}

/// Why a run cannot go on, as a sentence for its user.
type Failure = String;
