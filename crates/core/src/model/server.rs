//! Which server an image runs, by its name, and where that listens.

use crate::compose::Service;
use crate::image::{self, ImageReference};

/// A server of a well-known kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Server {
    /// Its name.
    pub(crate) name: &'static str,
    /// The port it listens on.
    pub(crate) port: u16,
    /// Names of images, without registry and owner.
    images: &'static [&'static str],
    /// Schemes of URLs that lead to it.
    schemes: &'static [&'static str],
    /// What variables and hosts for it are customarily called.
    words: &'static [&'static str],
}

const SERVERS: &[Server] = &[
    Server {
        name: "PostgreSQL",
        port: 5432,
        images: &["postgres", "postgresql", "postgis", "pgvector", "timescaledb", "timescaledb-ha"],
        schemes: &["postgres", "postgresql", "postgis", "pgsql", "psql"],
        words: &["postgres", "postgresql", "pg", "psql", "pgsql"],
    },
    Server {
        name: "MySQL",
        port: 3306,
        images: &["mysql", "mysql-server", "mariadb", "percona", "percona-server"],
        schemes: &["mysql", "mysql2", "mariadb"],
        words: &["mysql", "mariadb"],
    },
    Server {
        name: "MongoDB",
        port: 27017,
        images: &["mongo", "mongodb", "mongodb-community-server"],
        schemes: &["mongodb"],
        words: &["mongo", "mongodb"],
    },
    Server {
        name: "Redis",
        port: 6379,
        images: &["redis", "redis-stack", "redis-stack-server", "valkey", "keydb", "dragonfly"],
        schemes: &["redis", "rediss", "valkey"],
        words: &["redis", "valkey"],
    },
    Server {
        name: "RabbitMQ",
        port: 5672,
        images: &["rabbitmq"],
        schemes: &["amqp", "amqps", "pyamqp"],
        words: &["rabbitmq", "rabbit", "amqp"],
    },
    Server {
        name: "memcached",
        port: 11211,
        images: &["memcached"],
        schemes: &["memcached", "memcache"],
        words: &["memcached", "memcache"],
    },
    Server { name: "NATS", port: 4222, images: &["nats"], schemes: &["nats"], words: &["nats"] },
    Server {
        name: "Elasticsearch",
        port: 9200,
        images: &["elasticsearch"],
        schemes: &[],
        words: &["elasticsearch", "elastic"],
    },
];

/// Words for a database of any kind.
const DATABASE: [&str; 2] = ["db", "database"];

/// The server that an image of this name runs.
pub(crate) fn of_image(image: &ImageReference<'_>) -> Option<&'static Server> {
    SERVERS.iter().find(|server| server.images.contains(&image.name()))
}

/// The server that a service runs, as its image tells.
pub(crate) fn of_service(service: Service<'_>) -> Option<&'static Server> {
    of_image(&image::split(service.image()?.as_str()))
}

impl Server {
    /// Whether URLs with this scheme lead to such a server: `postgresql+asyncpg`, `jdbc:mysql`.
    pub(crate) fn speaks(&self, scheme: &str) -> bool {
        let parts = scheme.split(['+', ':']);
        parts.into_iter().any(|part| self.schemes.iter().any(|known| part.eq_ignore_ascii_case(known)))
    }

    /// Whether a variable is customarily named so for such a server: `POSTGRES_HOST`, `DB_HOST`.
    pub(crate) fn is_meant_by(&self, variable: &str) -> bool {
        let mut parts = variable.split(['_', '.']);
        let is_database = !matches!(self.name, "Redis" | "RabbitMQ" | "memcached" | "NATS" | "Elasticsearch");
        let says = |part: &str, word: &&str| part.eq_ignore_ascii_case(word);
        parts.any(|part| {
            self.words.iter().any(|word| says(part, word))
                || is_database && DATABASE.iter().any(|word| says(part, word))
        })
    }

    /// Whether a host is customarily called so.
    pub(crate) fn is_called(&self, host: &str) -> bool {
        self.words.iter().any(|word| word.eq_ignore_ascii_case(host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_by_image_and_scheme() {
        let server = of_image(&image::split("example.com/bitnami/postgresql:17")).unwrap();
        assert_eq!((server.name, server.port), ("PostgreSQL", 5432));
        assert!(server.speaks("jdbc:postgresql") && server.speaks("postgresql+asyncpg"));
        assert!(!server.speaks("http") && server.is_meant_by("DB_HOST") && !server.is_meant_by("REDIS_HOST"));
        assert_eq!(of_image(&image::split("postgrest/postgrest")), None);
    }
}
