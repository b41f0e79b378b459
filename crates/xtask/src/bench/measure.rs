//! What one run of a program costs.

use crate::run::Outcome;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use wait4::Wait4 as _;

/// What one run took from the machine, from start to exit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cost {
    /// Time of all processors, in user and system mode.
    pub(super) cpu: Duration,
    /// Time on the wall.
    pub(super) wall: Duration,
    /// The most memory that it held, in bytes.
    pub(super) memory: u64,
}

impl Cost {
    /// Runs `program` and measures it. Linters end with 1 where they find something and with more where a file cannot be read, which
    /// is no failure here.
    pub(super) fn of(program: &str, arguments: &[&str], files: &[PathBuf]) -> Outcome<Self> {
        let cannot = |error: std::io::Error| format!("cannot run {program}: {error}");
        let start = Instant::now();
        let child = Command::new(program)
            .args(arguments)
            .args(files)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(cannot)?;
        let used = child.wait4().map_err(cannot)?;
        match used.status.code() {
            Some(_) => Ok(Self {
                cpu: used.rusage.utime + used.rusage.stime,
                wall: start.elapsed(),
                memory: used.rusage.maxrss,
            }),
            None => Err(format!("{program} failed ({})", used.status)),
        }
    }

    /// The median of each figure.
    pub(super) fn median(runs: &[Self]) -> Self {
        Self {
            cpu: middle(runs.iter().map(|run| run.cpu)),
            wall: middle(runs.iter().map(|run| run.wall)),
            memory: middle(runs.iter().map(|run| run.memory)),
        }
    }
}

fn middle<T: Ord + Default>(values: impl Iterator<Item = T>) -> T {
    let mut values: Vec<T> = values.collect();
    values.sort_unstable();
    let half = values.len() / 2;
    values.into_iter().nth(half).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_median_of_each_figure() {
        let run = |cpu, memory| Cost { cpu: Duration::from_millis(cpu), memory, ..Cost::default() };
        let median = Cost::median(&[run(9, 1), run(2, 3), run(4, 2)]);
        assert_eq!((median.cpu.as_millis(), median.memory), (4, 2));
        assert_eq!(Cost::median(&[]).memory, 0);
    }
}
