//! How fast a Dockerfile is parsed and linted, and whether the time grows with its length: `cargo bench -p docklint-core`.
//!
//! The throughput of the three lengths is to be of one size.

use divan::Bencher;
use divan::counter::BytesCount;
use docklint_core::{Config, SourceFile, Workspace, dockerfile, lint};

const THIRTY_LINES: &str = include_str!("thirty_lines.Dockerfile");

/// In lines.
const LENGTHS: [usize; 3] = [30, 300, 10_000];

fn main() {
    divan::main();
}

/// A Dockerfile of so many lines: as many builds of thirty, one after the other.
fn dockerfile_of(lines: usize) -> String {
    THIRTY_LINES.repeat(lines.div_ceil(30))
}

#[divan::bench(args = LENGTHS)]
fn parse(bencher: Bencher<'_, '_>, lines: usize) {
    let text = dockerfile_of(lines);
    bencher.counter(BytesCount::of_str(&text)).bench(|| dockerfile::parse(&text));
}

#[divan::bench(args = LENGTHS)]
fn lint_all(bencher: Bencher<'_, '_>, lines: usize) {
    let text = dockerfile_of(lines);
    let workspace = Workspace::new(vec![SourceFile::new("Dockerfile", &text)]);
    let config = Config::default();
    bencher.counter(BytesCount::of_str(&text)).bench(|| lint(&workspace, &config));
}
