//! `cargo xtask test`: everything that keeps docklint honest. A failed step does not keep the rest from running.

use crate::page;
use crate::play;
use crate::run::{Outcome, program, root, say, step, watch};
use crate::setup::{self, Browser, Tools, WASM};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// What has been counted so far.
#[derive(Debug, Default)]
struct Tally {
    passed: usize,
    failed: usize,
    /// The steps that failed, in order.
    broken: Vec<String>,
}

impl Tally {
    /// A step without tests of its own: counts only where it fails.
    fn check(&mut self, outcome: Outcome) -> bool {
        let Err(why) = outcome else { return true };
        say(&format!("FAILED: {why}"));
        self.failed += 1;
        self.broken.push(why);
        false
    }

    /// A step that runs tests, and says how many passed.
    fn count(&mut self, title: &str, command: &mut Command) {
        say(&format!("\n==> {title}"));
        let (start, before) = (Instant::now(), self.failed);
        let ran = watch(command, |line| {
            if let Some((passed, failed)) = counts(line) {
                self.passed += passed;
                self.failed += failed;
            }
        });
        match ran {
            Ok(true) => say(&format!("    done in {:.0} s", start.elapsed().as_secs_f32())),
            // Tests that failed have been counted; a step that failed otherwise counts as one.
            Ok(false) if self.failed > before => {
                self.broken.push(format!("{title}: {} failed", self.failed - before));
            }
            Ok(false) => _ = self.check(Err(format!("{title}: failed"))),
            Err(why) => _ = self.check(Err(why)),
        }
    }
}

/// How many tests passed and failed, where a line of a test runner says so: that of libtest (which wasm-bindgen-test speaks too),
/// or those of TAP.
fn counts(line: &str) -> Option<(usize, usize)> {
    let line = line.trim();
    if let Some(rest) = line.strip_prefix("test result: ") {
        let number = |before: &str| rest.split(before).next()?.rsplit(' ').next()?.parse().ok();
        return Some((number(" passed")?, number(" failed")?));
    }
    if let Some(passed) = line.strip_prefix("# pass ") {
        return Some((passed.parse().ok()?, 0));
    }
    Some((0, line.strip_prefix("# fail ")?.parse().ok()?))
}

pub(crate) fn test() -> Outcome {
    let mut tally = Tally::default();
    let start = Instant::now();
    native(&mut tally);
    match setup::page_tools() {
        Ok(tools) => in_the_browser(&mut tally, &tools),
        Err(why) => _ = tally.check(Err(why)),
    }
    say(&format!("\n==> Everything ran in {:.0} s", start.elapsed().as_secs_f32()));
    for why in &tally.broken {
        say(&format!("FAILED: {why}"));
    }
    say(&format!("{} passed, {} failed", tally.passed, tally.failed));
    if tally.failed == 0 { Ok(()) } else { Err("not everything passed".to_owned()) }
}

fn native(tally: &mut Tally) {
    tally.check(step("Format", program("cargo").args(["fmt", "--all", "--check"])));
    let clippy = ["clippy", "--quiet", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"];
    tally.check(step("Clippy", program("cargo").args(clippy)));
    tally.count(
        "Tests of the workspace",
        program("cargo")
            .args(["test", "--quiet", "--locked", "--workspace", "--no-fail-fast"])
            .env("DOCKLINT_TEST_PRE_COMMIT", "1")
            // The same texts each time, so that what fails here was broken by the change under test. Plain `cargo test` draws others.
            .env("PROPTEST_RNG_SEED", "1"),
    );
}

fn in_the_browser(tally: &mut Tally, tools: &Tools) {
    let package = ["--package", "docklint-web", "--target", WASM];
    let mut clippy = program("cargo");
    clippy
        .args(["clippy", "--quiet", "--locked", "--all-targets"])
        .args(package)
        .args(["--", "-D", "warnings"]);
    tally.check(step("Clippy for WebAssembly", &mut clippy));
    let browser = match setup::browser() {
        Ok(browser) => Some(browser),
        Err(why) => {
            tally.check(Err(why));
            None
        }
    };
    if let Some(Browser { driver, .. }) = &browser {
        tally.count(
            "Tests in the browser",
            tools
                .program("cargo")
                // Without --quiet, which cargo would pass on to a runner that does not know it.
                .args(["test", "--locked", "--no-fail-fast", "--tests"])
                .args(package)
                .env("CHROMEDRIVER", driver)
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner"),
        );
    }
    let built = tally.check(play::build(tools));
    if built {
        tally.check(page::weigh(&root().join("dist"), true));
    }
    if let (true, Some(browser)) = (built, &browser) {
        drive(tally, &browser.chrome);
    }
}

/// The built page in a real browser.
fn drive(tally: &mut Tally, chrome: &Path) {
    let folder = root().join("tests/playground");
    if !tally.check(setup::npm_packages(&folder)) {
        return;
    }
    let mut node = program("node");
    node.args(["--test", "--test-reporter=tap", "--test-concurrency=1"])
        .current_dir(&folder)
        .env("CHROME", chrome);
    tally.count("Tests of the page", &mut node);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_counts_of_runners() {
        let libtest = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(counts(libtest), Some((12, 3)));
        assert_eq!(counts("test result: ok. 5 passed; 0 failed; 0 ignored"), Some((5, 0)));
        assert_eq!(counts("# pass 7"), Some((7, 0)));
        assert_eq!(counts("# fail 2"), Some((0, 2)));
        assert_eq!(counts("test a ... ok"), None);
    }

    #[test]
    fn a_failed_step_counts_once() {
        let mut tally = Tally::default();
        assert!(tally.check(Ok(())));
        assert!(!tally.check(Err("no".to_owned())));
        assert_eq!((tally.passed, tally.failed, tally.broken.len()), (0, 1, 1));
    }
}
