//! Container ports that tell what listens there.

/// The database, cache or queue that customarily listens on a port.
#[must_use]
pub fn datastore(port: u16) -> Option<&'static str> {
    Some(match port {
        1433 => "SQL Server",
        1521 => "Oracle",
        2181 => "ZooKeeper",
        2379 => "etcd",
        3306 => "MySQL",
        5432 => "PostgreSQL",
        5672 | 15672 => "RabbitMQ",
        5984 => "CouchDB",
        6379 => "Redis",
        7687 => "Neo4j",
        8086 => "InfluxDB",
        9042 => "Cassandra",
        9092 => "Kafka",
        9200 | 9300 => "Elasticsearch",
        11211 => "memcached",
        27017 => "MongoDB",
        _ => return None,
    })
}

/// The protocol of remote administration that customarily listens on a port.
#[must_use]
pub fn remote_administration(port: u16) -> Option<&'static str> {
    Some(match port {
        22 => "SSH",
        23 => "Telnet",
        2375 => "the engine's API without authentication",
        3389 => "remote desktop",
        5900 => "VNC",
        _ => return None,
    })
}
