//! Where database images keep their data, and whether a service keeps that folder beyond its container.

use crate::compose::volume::MountKind;
use crate::compose::{Mount, Service};
use crate::image::ImageReference;
use crate::project::Settings;

/// The folder in which a database image keeps its data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DataFolder {
    /// The database's name.
    pub(crate) of: &'static str,
    /// The folder.
    pub(crate) path: &'static str,
    /// Whether the image declares this very folder a volume: then a mount of a folder above it does not keep it.
    pub(crate) is_volume: bool,
}

/// What becomes of a database's data.
#[derive(Clone, Debug)]
pub(crate) enum Fate<'m> {
    /// They are kept, or that cannot be told.
    Kept,
    /// A mount is meant to keep them, and is somewhere else.
    Missed(Mount<'m>),
    /// Nothing keeps them.
    Lost,
}

/// Images that declare their folder a volume. Sources: the images' Dockerfiles.
const VOLUMES: &[(&str, &str, &str)] = &[
    ("bitnami/mariadb", "MariaDB", "/bitnami/mariadb"),
    ("bitnami/mongodb", "MongoDB", "/bitnami/mongodb"),
    ("bitnami/mysql", "MySQL", "/bitnami/mysql"),
    ("bitnami/postgresql", "PostgreSQL", "/bitnami/postgresql"),
    ("cassandra", "Cassandra", "/var/lib/cassandra"),
    ("couchdb", "CouchDB", "/opt/couchdb/data"),
    ("mariadb", "MariaDB", "/var/lib/mysql"),
    ("mongo", "MongoDB", "/data/db"),
    ("mysql", "MySQL", "/var/lib/mysql"),
    ("neo4j", "Neo4j", "/data"),
    ("percona", "MySQL", "/var/lib/mysql"),
    ("pgvector/pgvector", "PostgreSQL", "/var/lib/postgresql/data"),
    ("postgis/postgis", "PostgreSQL", "/var/lib/postgresql/data"),
    ("postgres", "PostgreSQL", "/var/lib/postgresql/data"),
    ("timescale/timescaledb", "PostgreSQL", "/var/lib/postgresql/data"),
];

/// Images that do not.
const FOLDERS: &[(&str, &str, &str)] = &[
    ("clickhouse/clickhouse-server", "ClickHouse", "/var/lib/clickhouse"),
    ("docker.elastic.co/elasticsearch/elasticsearch", "Elasticsearch", "/usr/share/elasticsearch/data"),
    ("elasticsearch", "Elasticsearch", "/usr/share/elasticsearch/data"),
    ("mcr.microsoft.com/mssql/server", "SQL Server", "/var/opt/mssql"),
    ("opensearchproject/opensearch", "OpenSearch", "/usr/share/opensearch/data"),
];

/// The first version of PostgreSQL's images that keep the data one folder higher up.
const POSTGRES_MOVED: u16 = 18;

/// The folder that `image` keeps its data in; `None` where the image is not known, or its version decides and is not known.
pub(crate) fn of_image(image: &ImageReference<'_>) -> Option<DataFolder> {
    let name = image.familiar_name();
    let row = |rows: &'static [(&str, &'static str, &'static str)], is_volume| {
        let (_, of, path) = rows.iter().find(|(image, ..)| *image == name)?;
        Some(DataFolder { of, path, is_volume })
    };
    let folder = row(VOLUMES, true).or_else(|| row(FOLDERS, false))?;
    if folder.of != "PostgreSQL" || name == "bitnami/postgresql" {
        return Some(folder);
    }
    let moved = match (major(image.effective_tag()?), &*name) {
        (Some(major), _) => major >= POSTGRES_MOVED,
        // The tags without a version are those of the newest release.
        (None, "postgres") => true,
        (None, _) => return None,
    };
    Some(if moved { DataFolder { path: "/var/lib/postgresql", ..folder } } else { folder })
}

/// The major version of PostgreSQL that a tag names: `17.6-alpine`, `pg17`, `17-3.5`, `2.21.1-pg17`.
fn major(tag: &str) -> Option<u16> {
    let parts = || tag.split(['-', '.']);
    let marked = parts().find_map(|part| part.strip_prefix("pg")?.parse().ok());
    marked.or_else(|| parts().next()?.parse().ok())
}

/// What becomes of the data of `service` in `folder`.
pub(crate) fn fate<'m>(service: Service<'m>, settings: &Settings<'_>, folder: DataFolder) -> Fate<'m> {
    let is_unreadable = |key| service.get(key).is_some_and(crate::compose::Value::is_unknown);
    let moves =
        |word: &str| ["datadir", "dbpath", "data_directory", "-D"].iter().any(|option| word.contains(option));
    let commands = service.texts("command").into_iter().chain(service.texts("entrypoint"));
    if runs_something_else(service) {
        return Fate::Kept;
    }
    let is_elsewhere = settings.has_prefix("PGDATA") || commands.into_iter().any(|text| moves(text.as_str()));
    if is_elsewhere || service.get("volumes_from").is_some() || is_unreadable("volumes") {
        return Fate::Kept;
    }
    let targets = |path: &str| covers(path.trim_end_matches('/'), folder);
    if service.texts("tmpfs").iter().any(|path| targets(path.split(':').next().unwrap_or_default())) {
        return Fate::Kept;
    }
    let mut missed = None;
    for mount in service.mounts() {
        let Some(target) = mount.target.filter(|target| target.is_literal()) else { return Fate::Kept };
        // A volume without a name is as gone as the one that the image declares.
        let is_anonymous = mount.kind == Some(MountKind::Volume) && mount.source.is_none();
        if targets(&target) && !is_anonymous {
            return Fate::Kept;
        }
        if is_meant_for_data(&mount, target.trim_end_matches('/'), folder) {
            missed = missed.or(Some(mount));
        }
    }
    missed.map_or(Fate::Lost, Fate::Missed)
}

/// Whether a container of the image runs no server, and so keeps nothing: a backup, a migration, the set-up of a cluster.
fn runs_something_else(service: Service<'_>) -> bool {
    const CLIENTS: [&str; 12] = [
        "ash",
        "bash",
        "mariadb",
        "mongo",
        "mongosh",
        "mysql",
        "mysqldump",
        "pg_dump",
        "pg_dumpall",
        "psql",
        "redis-cli",
        "sh",
    ];
    let is_server = |text: &str| {
        ["entrypoint", "mysqld", "mongod", "mariadbd", "postgres "].iter().any(|s| text.contains(s))
    };
    let entrypoint = service.texts("entrypoint");
    let command = service.texts("command");
    if entrypoint.iter().chain(&command).any(|text| is_server(text)) {
        return false;
    }
    let program =
        command.first().and_then(|text| text.as_str().split_whitespace().next()).unwrap_or_default();
    !entrypoint.is_empty() || CLIENTS.contains(&program.rsplit('/').next().unwrap_or_default())
}

/// Whether a mount at `target` holds all of the folder, or parts of it that somebody chose.
fn covers(target: &str, folder: DataFolder) -> bool {
    let is_below =
        |path: &str, above: &str| path.strip_prefix(above).is_some_and(|rest| rest.starts_with('/'));
    if folder.path == "/var/lib/postgresql" {
        // Mounts of single releases, `18/docker`, are below; the folder of earlier versions is not used any more.
        return target == folder.path
            || is_below(target, folder.path) && target != "/var/lib/postgresql/data"
            || is_below(folder.path, target);
    }
    target == folder.path
        || !folder.is_volume && (is_below(folder.path, target) || is_below(target, folder.path))
}

/// Whether somebody who mounts this means to keep the database's data.
fn is_meant_for_data(mount: &Mount<'_>, target: &str, folder: DataFolder) -> bool {
    const HOMES: [&str; 4] = ["/var/lib/", "/var/", "/data", "/bitnami"];
    const OTHER: [&str; 5] = ["/var/run", "/var/log", "/var/backup", "/var/www", "/var/tmp"];
    let is_file = target.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let is_above = folder.path.starts_with(target) || target.starts_with(folder.path);
    let is_home = HOMES.iter().any(|home| target.starts_with(home)) || is_above;
    let is_other = OTHER.iter().any(|other| target.starts_with(other));
    // MongoDB's configuration folder is a volume of its own.
    !mount.read_only
        && mount.source.is_some()
        && is_home
        && !is_other
        && !is_file
        && target != "/data/configdb"
        && !target.contains("backup")
        && !target.contains("mysql-files")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image;

    #[test]
    fn folders_of_postgres_depend_on_the_release() {
        for (text, path) in [
            ("postgres:17.6-alpine", Some("/var/lib/postgresql/data")),
            ("postgres:18", Some("/var/lib/postgresql")),
            ("postgres:alpine", Some("/var/lib/postgresql")),
            ("postgres@sha256:00", None),
            ("pgvector/pgvector:pg17", Some("/var/lib/postgresql/data")),
            ("pgvector/pgvector:0.8.1-pg18-trixie", Some("/var/lib/postgresql")),
            ("timescale/timescaledb:latest-pg16", Some("/var/lib/postgresql/data")),
            ("postgis/postgis", None),
            ("docker.io/library/mysql:8", Some("/var/lib/mysql")),
            ("example.com/mysql:8", None),
        ] {
            assert_eq!(of_image(&image::split(text)).map(|folder| folder.path), path, "{text}");
        }
    }
}
