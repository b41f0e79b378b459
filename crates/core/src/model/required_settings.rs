//! Settings without which well-known images refuse to start.

use crate::image::ImageReference;
use crate::project::Settings;

/// A setting that an image insists on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Required {
    /// What the image lacks without it.
    pub(crate) what: &'static str,
    /// The variable to set.
    pub(crate) name: &'static str,
    /// The beginnings of the variables of which one is enough.
    any_of: &'static [&'static str],
}

const POSTGRES: &[Required] = &[Required {
    what: "a password for the superuser",
    name: "POSTGRES_PASSWORD",
    any_of: &["POSTGRES_PASSWORD", "POSTGRES_HOST_AUTH_METHOD"],
}];
const MYSQL: &[Required] = &[Required {
    what: "a password for root",
    name: "MYSQL_ROOT_PASSWORD",
    any_of: &["MYSQL_ROOT_PASSWORD", "MYSQL_ALLOW_EMPTY_PASSWORD", "MYSQL_RANDOM_ROOT_PASSWORD"],
}];
const MARIADB: &[Required] = &[Required {
    what: "a password for root",
    name: "MARIADB_ROOT_PASSWORD",
    any_of: &[
        "MARIADB_ROOT_PASSWORD",
        "MARIADB_ALLOW_EMPTY",
        "MARIADB_RANDOM_ROOT",
        "MARIADB_MASTER_HOST",
        "MYSQL_ROOT_PASSWORD",
        "MYSQL_ALLOW_EMPTY_PASSWORD",
        "MYSQL_RANDOM_ROOT_PASSWORD",
    ],
}];
const MSSQL: &[Required] = &[
    Required { what: "consent to its licence", name: "ACCEPT_EULA", any_of: &["ACCEPT_EULA"] },
    Required {
        what: "a password for the administrator",
        name: "MSSQL_SA_PASSWORD",
        any_of: &["MSSQL_SA_PASSWORD", "SA_PASSWORD"],
    },
];
const ORACLE: &[Required] = &[Required {
    what: "a password for the administrators",
    name: "ORACLE_PASSWORD",
    any_of: &["ORACLE_PASSWORD", "ORACLE_RANDOM_PASSWORD"],
}];
const PGADMIN: &[Required] = &[
    Required {
        what: "the address of its first user",
        name: "PGADMIN_DEFAULT_EMAIL",
        any_of: &["PGADMIN_DEFAULT_EMAIL"],
    },
    Required {
        what: "the password of its first user",
        name: "PGADMIN_DEFAULT_PASSWORD",
        any_of: &["PGADMIN_DEFAULT_PASSWORD"],
    },
];

/// Images, and what their entrypoints insist on. Sources: these entrypoints.
const IMAGES: &[(&str, &[Required])] = &[
    ("dpage/pgadmin4", PGADMIN),
    ("gvenzl/oracle-free", ORACLE),
    ("gvenzl/oracle-xe", ORACLE),
    ("mariadb", MARIADB),
    ("mcr.microsoft.com/mssql/server", MSSQL),
    ("mysql", MYSQL),
    ("percona", MYSQL),
    ("pgvector/pgvector", POSTGRES),
    ("postgis/postgis", POSTGRES),
    ("postgres", POSTGRES),
    ("timescale/timescaledb", POSTGRES),
];

/// The first patch releases of PostgreSQL whose images insist on a password; earlier images let everybody in.
const FIRST_STRICT_POSTGRES: [(&str, u16); 5] =
    [("9.5.", 21), ("9.6.", 17), ("10.", 12), ("11.", 7), ("12.", 2)];

/// What `image` insists on and `settings`, which must be complete, do not have.
pub(crate) fn missing(
    image: &ImageReference<'_>,
    settings: &Settings<'_>,
) -> impl Iterator<Item = &'static Required> {
    let name = image.familiar_name();
    let required = IMAGES.iter().find(|(image, _)| *image == name).map_or(&[][..], |(_, required)| *required);
    let is_lenient = name == "postgres" && image.effective_tag().is_none_or(is_lenient_postgres);
    let lacks = |required: &&Required| !required.any_of.iter().any(|prefix| settings.has_prefix(prefix));
    let missing: Vec<_> = required.iter().filter(|_| !is_lenient).filter(lacks).collect();
    missing.into_iter()
}

fn is_lenient_postgres(tag: &str) -> bool {
    let version = tag.split('-').next().unwrap_or_default();
    let is_old = ["8", "9.0", "9.1", "9.2", "9.3", "9.4"]
        .iter()
        .any(|old| version.strip_prefix(old).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')));
    let is_early = |&(minor, first): &(&str, u16)| {
        version
            .strip_prefix(minor)
            .and_then(|patch| patch.parse::<u16>().ok())
            .is_some_and(|patch| patch < first)
    };
    is_old || FIRST_STRICT_POSTGRES.iter().any(is_early)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn early_releases_of_postgres_are_lenient() {
        for (tag, lenient) in [
            ("9.4", true),
            ("9.4.1", true),
            ("9.6", false),
            ("9.6.2-alpine", true),
            ("10", false),
            ("17.6", false),
        ] {
            assert_eq!(is_lenient_postgres(tag), lenient, "{tag}");
        }
    }
}
