//! `cargo xtask`: the project's chores, the same on every system and in CI.
//!
//! `play`, `test` and `bench` are for people. `page-assets` and `page-finish` are trunk's hooks (see Trunk.toml).

mod bench;
mod page;
mod play;
mod run;
mod setup;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask play [--port N] [--build-only]   lint examples/, then build the playground and serve it
cargo xtask test                             run everything: format, lints, all tests, the page in a browser
cargo xtask bench [--rounds N] [--peer NAME=PROGRAM]... [PATH]...
                                             measure docklint against other linters on the same files";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done: run::Outcome = match arguments.as_slice() {
        ["play", options @ ..] => play::Options::parse(options).and_then(|options| play::play(&options)),
        ["test"] => test::test(),
        ["bench", options @ ..] => bench::Options::parse(options).and_then(|options| bench::bench(&options)),
        ["page-assets"] => page::assets(),
        ["page-finish"] => page::finish(),
        ["help" | "--help" | "-h"] => {
            run::say(USAGE);
            Ok(())
        }
        _ => Err(format!("unknown chore\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            run::complain(&why);
            ExitCode::FAILURE
        }
    }
}
