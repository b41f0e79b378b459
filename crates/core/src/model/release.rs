//! Releases of well-known images that are past their end of life.
//!
//! Core reads no clock: the table holds what had ended when this version of docklint was made (<https://endoflife.date>).

/// Name of the image, release, and the day on which its support ended. Oldest first.
const ENDED: &[(&str, &[(&str, &str)])] = &[
    (
        "alpine",
        &[
            ("3.3", "2017-11-01"),
            ("3.4", "2018-05-01"),
            ("3.5", "2018-11-01"),
            ("3.6", "2019-05-01"),
            ("3.7", "2019-11-01"),
            ("3.8", "2020-05-01"),
            ("3.9", "2020-11-01"),
            ("3.10", "2021-05-01"),
            ("3.11", "2021-11-01"),
            ("3.12", "2022-05-01"),
            ("3.13", "2022-11-01"),
            ("3.14", "2023-05-01"),
            ("3.15", "2023-11-01"),
            ("3.16", "2024-05-23"),
            ("3.17", "2024-11-22"),
            ("3.18", "2025-05-09"),
            ("3.19", "2025-11-01"),
            ("3.20", "2026-04-01"),
            ("3.21", "2026-11-01"),
        ],
    ),
    (
        "debian",
        &[
            ("7", "2018-05-31"),
            ("8", "2020-06-30"),
            ("9", "2022-06-30"),
            ("10", "2024-06-30"),
            ("11", "2026-08-31"),
        ],
    ),
    ("elasticsearch", &[("5", "2019-03-11"), ("6", "2022-02-10"), ("7", "2026-01-15")]),
    (
        "golang",
        &[
            ("1.10", "2019-02-25"),
            ("1.11", "2019-09-03"),
            ("1.12", "2020-02-25"),
            ("1.13", "2020-08-11"),
            ("1.14", "2021-02-16"),
            ("1.15", "2021-08-16"),
            ("1.16", "2022-03-15"),
            ("1.17", "2022-08-02"),
            ("1.18", "2023-02-01"),
            ("1.19", "2023-08-08"),
            ("1.20", "2024-02-06"),
            ("1.21", "2024-08-13"),
            ("1.22", "2025-02-11"),
            ("1.23", "2025-08-12"),
            ("1.24", "2026-02-10"),
        ],
    ),
    (
        "mariadb",
        &[
            ("5.5", "2020-04-11"),
            ("10.0", "2019-03-31"),
            ("10.1", "2020-10-17"),
            ("10.2", "2022-05-23"),
            ("10.3", "2023-05-25"),
            ("10.4", "2024-06-18"),
            ("10.5", "2025-06-24"),
            ("10.6", "2026-07-06"),
            ("10.7", "2023-02-09"),
            ("10.8", "2023-05-20"),
            ("10.9", "2023-08-22"),
            ("10.10", "2023-11-17"),
            ("11.0", "2024-06-06"),
            ("11.1", "2024-08-21"),
            ("11.2", "2024-11-21"),
        ],
    ),
    (
        "mongo",
        &[
            ("3.2", "2018-09-30"),
            ("3.4", "2020-01-31"),
            ("3.6", "2021-04-30"),
            ("4.0", "2022-04-30"),
            ("4.2", "2023-04-30"),
            ("4.4", "2024-02-29"),
            ("5.0", "2024-10-31"),
            ("6.0", "2025-07-31"),
        ],
    ),
    ("mysql", &[("5.5", "2018-12-03"), ("5.6", "2021-02-05"), ("5.7", "2023-10-31"), ("8.0", "2026-04-30")]),
    (
        "node",
        &[
            ("4", "2018-04-30"),
            ("5", "2016-06-30"),
            ("6", "2019-04-30"),
            ("7", "2017-06-30"),
            ("8", "2019-12-31"),
            ("9", "2018-06-30"),
            ("10", "2021-04-30"),
            ("11", "2019-06-01"),
            ("12", "2022-04-30"),
            ("13", "2020-06-01"),
            ("14", "2023-04-30"),
            ("15", "2021-06-01"),
            ("16", "2023-09-11"),
            ("17", "2022-06-01"),
            ("18", "2025-04-30"),
            ("19", "2023-06-01"),
            ("20", "2026-04-30"),
            ("21", "2024-06-01"),
            ("23", "2025-06-01"),
        ],
    ),
    (
        "php",
        &[
            ("5.3", "2014-08-14"),
            ("5.4", "2015-09-03"),
            ("5.5", "2016-07-21"),
            ("5.6", "2018-12-31"),
            ("7.0", "2019-01-10"),
            ("7.1", "2019-12-01"),
            ("7.2", "2020-11-30"),
            ("7.3", "2021-12-06"),
            ("7.4", "2022-11-28"),
            ("8.0", "2023-11-26"),
            ("8.1", "2025-12-31"),
        ],
    ),
    (
        "postgres",
        &[
            ("9.0", "2015-10-08"),
            ("9.1", "2016-10-27"),
            ("9.2", "2017-11-09"),
            ("9.3", "2018-11-08"),
            ("9.4", "2020-02-13"),
            ("9.5", "2021-02-11"),
            ("9.6", "2021-11-11"),
            ("10", "2022-11-10"),
            ("11", "2023-11-09"),
            ("12", "2024-11-21"),
            ("13", "2025-11-13"),
            ("14", "2026-11-12"),
        ],
    ),
    (
        "python",
        &[
            ("3.3", "2017-09-29"),
            ("3.4", "2019-03-18"),
            ("2", "2020-01-01"),
            ("3.5", "2020-09-30"),
            ("3.6", "2021-12-23"),
            ("3.7", "2023-06-27"),
            ("3.8", "2024-10-07"),
            ("3.9", "2025-10-31"),
            ("3.10", "2026-10-31"),
        ],
    ),
    (
        "ruby",
        &[
            ("2.2", "2018-03-31"),
            ("2.3", "2019-03-31"),
            ("2.4", "2020-03-31"),
            ("2.5", "2021-04-05"),
            ("2.6", "2022-04-12"),
            ("2.7", "2023-03-31"),
            ("3.0", "2024-04-23"),
            ("3.1", "2025-03-26"),
            ("3.2", "2026-03-31"),
        ],
    ),
    (
        "ubuntu",
        &[
            ("12.04", "2017-04-28"),
            ("14.04", "2019-04-25"),
            ("16.04", "2021-04-30"),
            ("18.04", "2023-05-31"),
            ("19.10", "2020-07-17"),
            ("20.04", "2025-05-31"),
            ("20.10", "2021-07-22"),
            ("21.04", "2022-01-20"),
            ("21.10", "2022-07-14"),
            ("22.10", "2023-07-20"),
            ("23.04", "2024-01-25"),
            ("23.10", "2024-07-11"),
            ("24.10", "2025-07-10"),
            ("25.04", "2026-01-15"),
        ],
    ),
];

/// Code names of Debian and Ubuntu that stand in tags, with what they name.
const CODE_NAMES: &[(&str, &str, &str)] = &[
    ("wheezy", "debian", "7"),
    ("jessie", "debian", "8"),
    ("stretch", "debian", "9"),
    ("buster", "debian", "10"),
    ("bullseye", "debian", "11"),
    ("trusty", "ubuntu", "14.04"),
    ("xenial", "ubuntu", "16.04"),
    ("bionic", "ubuntu", "18.04"),
    ("focal", "ubuntu", "20.04"),
];

/// A release that has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    /// Whose release: the image's name, or the distribution in its tag.
    pub(crate) name: &'static str,
    /// The release.
    pub(crate) release: &'static str,
    /// The day, as year-month-day.
    pub(crate) day: &'static str,
}

/// Whether the image's own release has ended, or that of the distribution that its tag names.
pub(crate) fn ended(image: &str, tag: &str) -> Option<Ended> {
    own(image, tag).or_else(|| tag.split('-').find_map(distribution))
}

fn own(image: &str, tag: &str) -> Option<Ended> {
    let version = tag.split('-').next()?;
    let (name, releases) = ENDED.iter().find(|(name, _)| *name == image)?;
    let (release, day) = releases.iter().find(|(release, _)| is_within(version, release))?;
    Some(Ended { name, release, day })
}

/// `buster`, `alpine3.15`.
fn distribution(part: &str) -> Option<Ended> {
    if let Some(version) = part.strip_prefix("alpine").filter(|version| !version.is_empty()) {
        return own("alpine", version);
    }
    let (_, name, release) = CODE_NAMES.iter().find(|(code_name, ..)| *code_name == part)?;
    own(name, release)
}

/// Whether `version` is the release or one of its patch releases.
fn is_within(version: &str, release: &str) -> bool {
    version.strip_prefix(release).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_are_told_from_their_neighbours() {
        let release = |image, tag| ended(image, tag).map(|ended| (ended.name, ended.release));
        assert_eq!(release("python", "3.7.17-slim"), Some(("python", "3.7")));
        assert_eq!(release("python", "3.12"), None);
        assert_eq!(release("python", "3.1"), None);
        assert_eq!(release("node", "24-buster"), Some(("debian", "10")));
        assert_eq!(release("php", "8.3-fpm-alpine3.15"), Some(("alpine", "3.15")));
        assert_eq!(release("debian", "bullseye-slim"), Some(("debian", "11")));
        assert_eq!(release("debian", "12.8"), None);
    }
}
