//! [`weakness`]: credentials that anybody would try first, above all the defaults of well-known images.

use super::sample::contains_ignoring_case;
use std::fmt;

/// Why a credential is weak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// The default of this product.
    Default(&'static str),
    /// On every list of passwords to try.
    Common,
    /// The same as the user's, database's or service's name beside it.
    SameAsName,
    /// Made of the words for what it is: `MySecurePassword`.
    Wordy,
    /// Shorter than eight characters.
    Short,
    /// Digits only.
    Digits,
}

impl fmt::Display for Weakness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default(product) => write!(f, "a well-known default of {product}"),
            Self::Common => f.write_str("among the first passwords that anybody tries"),
            Self::SameAsName => f.write_str("the same as a name beside it"),
            Self::Wordy => f.write_str("only made of the words for what it is, as in a template"),
            Self::Short => f.write_str("shorter than 8 characters"),
            Self::Digits => f.write_str("made of digits only"),
        }
    }
}

/// A product whose image reads its first credential from the environment.
struct Product {
    name: &'static str,
    /// Beginnings of the variables that hold it.
    variables: &'static [&'static str],
    /// Values to be expected.
    defaults: &'static [&'static str],
}

const fn product(
    name: &'static str,
    variables: &'static [&'static str],
    defaults: &'static [&'static str],
) -> Product {
    Product { name, variables, defaults }
}

#[rustfmt::skip]
static PRODUCTS: &[Product] = &[
    product("PostgreSQL", &["POSTGRES_PASSWORD", "POSTGRESQL_PASSWORD", "POSTGRESQL_POSTGRES_PASSWORD", "PGPASSWORD"], &["postgres", "postgresql"]),
    product("MySQL", &["MYSQL_ROOT_PASSWORD", "MYSQL_PASSWORD", "MYSQL_PWD"], &["root", "mysql"]),
    product("MariaDB", &["MARIADB_ROOT_PASSWORD", "MARIADB_PASSWORD"], &["root", "mariadb", "mysql"]),
    product("MongoDB", &["MONGO_INITDB_ROOT_PASSWORD", "MONGODB_ROOT_PASSWORD", "ME_CONFIG_MONGODB_ADMINPASSWORD", "ME_CONFIG_BASICAUTH_PASSWORD"], &["root", "mongo", "mongodb", "pass"]),
    product("Redis", &["REDIS_PASSWORD", "REDISCLI_AUTH", "VALKEY_PASSWORD"], &["redis", "valkey"]),
    product("RabbitMQ", &["RABBITMQ_DEFAULT_PASS", "RABBITMQ_PASSWORD", "RABBITMQ_ERLANG_COOKIE"], &["guest", "rabbitmq", "rabbit"]),
    product("MinIO", &["MINIO_ROOT_PASSWORD", "MINIO_SECRET_KEY"], &["minioadmin", "minio", "minio123"]),
    product("Grafana", &["GF_SECURITY_ADMIN_PASSWORD", "GF_SECURITY_SECRET_KEY"], &["admin", "grafana"]),
    product("Elasticsearch", &["ELASTIC_PASSWORD", "KIBANA_PASSWORD", "KIBANA_SYSTEM_PASSWORD", "OPENSEARCH_INITIAL_ADMIN_PASSWORD", "LOGSTASH_INTERNAL_PASSWORD"], &["changeme", "elastic", "admin"]),
    product("SQL Server", &["SA_PASSWORD", "MSSQL_SA_PASSWORD"], &["password123", "p@ssw0rd", "p@ssw0rd1", "password123!", "passw0rd!", "yourstrong(!)password", "yourstrong!passw0rd", "yourstrong@passw0rd"]),
    product("Oracle Database", &["ORACLE_PASSWORD", "ORACLE_PWD"], &["oracle", "manager", "tiger"]),
    product("CouchDB", &["COUCHDB_PASSWORD"], &["couchdb"]),
    product("Neo4j", &["NEO4J_AUTH", "NEO4J_PASSWORD"], &["neo4j"]),
    product("InfluxDB", &["DOCKER_INFLUXDB_INIT_PASSWORD", "DOCKER_INFLUXDB_INIT_ADMIN_TOKEN", "INFLUXDB_ADMIN_PASSWORD"], &["influxdb"]),
    product("ClickHouse", &["CLICKHOUSE_PASSWORD"], &["clickhouse"]),
    product("Cassandra", &["CASSANDRA_PASSWORD"], &["cassandra"]),
    product("Keycloak", &["KEYCLOAK_ADMIN_PASSWORD", "KEYCLOAK_PASSWORD", "KC_BOOTSTRAP_ADMIN_PASSWORD", "KC_DB_PASSWORD"], &["admin", "keycloak"]),
    product("pgAdmin", &["PGADMIN_DEFAULT_PASSWORD"], &["admin", "pgadmin", "pgadmin4"]),
    product("phpMyAdmin", &["PMA_PASSWORD"], &["root", "phpmyadmin"]),
    product("WordPress", &["WORDPRESS_DB_PASSWORD", "WORDPRESS_PASSWORD"], &["wordpress"]),
    product("Nextcloud", &["NEXTCLOUD_ADMIN_PASSWORD"], &["nextcloud", "admin"]),
    product("Joomla", &["JOOMLA_DB_PASSWORD"], &["joomla"]),
    product("Gitea", &["GITEA__database__PASSWD"], &["gitea"]),
    product("GitLab", &["GITLAB_ROOT_PASSWORD"], &["gitlab"]),
    product("SonarQube", &["SONAR_JDBC_PASSWORD"], &["sonar"]),
    product("Harbor", &["HARBOR_ADMIN_PASSWORD"], &["harbor12345"]),
    product("Drone", &["DRONE_RPC_SECRET"], &["drone"]),
    product("Airflow", &["_AIRFLOW_WWW_USER_PASSWORD", "AIRFLOW__CORE__FERNET_KEY", "AIRFLOW__WEBSERVER__SECRET_KEY"], &["airflow", "admin"]),
    product("Superset", &["SUPERSET_SECRET_KEY"], &["superset", "admin"]),
    product("Metabase", &["MB_DB_PASS"], &["metabase"]),
    product("n8n", &["N8N_ENCRYPTION_KEY", "N8N_BASIC_AUTH_PASSWORD"], &["n8n"]),
    product("Vault", &["VAULT_DEV_ROOT_TOKEN_ID"], &["root", "myroot", "vault"]),
    product("EMQX", &["EMQX_DASHBOARD__DEFAULT_PASSWORD"], &["public"]),
    product("Pi-hole", &["WEBPASSWORD", "FTLCONF_webserver_api_password"], &["admin", "pihole"]),
    product("code-server", &["SUDO_PASSWORD", "HASHED_PASSWORD"], &["coder", "code-server"]),
    product("Jupyter", &["JUPYTER_TOKEN"], &["jupyter"]),
    product("a VNC desktop", &["VNC_PW", "VNC_PASSWORD"], &["headless", "vncpassword"]),
    product("OpenLDAP", &["LDAP_ADMIN_PASSWORD", "LDAP_CONFIG_PASSWORD"], &["admin", "config"]),
    product("Hasura", &["HASURA_GRAPHQL_ADMIN_SECRET"], &["myadminsecretkey"]),
    product("Meilisearch", &["MEILI_MASTER_KEY"], &["masterkey"]),
    product("Typesense", &["TYPESENSE_API_KEY"], &["xyz"]),
    product("Laravel", &["APP_KEY"], &["somerandomstring"]),
    product("Symfony", &["APP_SECRET", "SYMFONY__SECRET"], &[concat!("ThisTokenIsNotSoSecret", "ChangeIt"), concat!("ThisEzPlatformTokenIsNotSoSecret", "_PleaseChangeIt")]),
    product("Zabbix", &["ZBX_PASSWORD"], &["zabbix"]),
    product("Solr", &["SOLR_PASSWORD"], &["solrrocks"]),
];

/// Passwords that anybody tries, in lower case.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "password", "password1", "password123", "passw0rd", "p@ssw0rd", "pass", "passwd", "secret", "secrets", "admin",
    "admin123", "administrator", "root", "toor", "user", "test", "testing", "test123", "test1234", "guest",
    "default", "changeme", "letmein", "welcome", "qwerty", "abc123", "123", "1234", "12345", "123456", "1234567",
    "12345678", "123456789", "1234567890", "111111", "000000", "example", "demo", "sample", "docker", "dev",
    "local", "foobar", "foo", "bar", "mysecretpassword", "my-secret-pw", "mysecret", "my-secret", "supersecret",
    "super-secret", "topsecret", "secretpassword", "secret123", "yourpassword", "your_password", "mypassword",
    "rootpassword", "dbpassword", "db_password", "userpassword", "adminpassword", "testpassword", "root123",
    "secretkey", "token",
];

/// Pieces, in lower case, of values that say themselves that they are to be changed, and yet work.
#[rustfmt::skip]
const TO_BE_CHANGED: &[&str] = &[
    "changeme", "change-me", "change_me", "changeit", "change-it", "change_it", "change-this", "change_this",
    "changethis", "django-insecure-",
];

/// A credential shorter than this is weak whatever it is, in bytes.
const LEAST_LENGTH: usize = 8;

/// The product that reads its own credential from the variable called `name`: whoever runs the image gets a server with it.
#[must_use]
pub fn server_credential(name: &str) -> Option<&'static str> {
    product_of(name).map(|product| product.name)
}

fn product_of(name: &str) -> Option<&'static Product> {
    PRODUCTS
        .iter()
        .find(|product| product.variables.iter().any(|variable| name.eq_ignore_ascii_case(variable)))
}

/// Why the credential `value` of the variable called `name` is weak, if it is. `beside` are the names that stand beside it: of
/// the user, the database, the service, the image.
#[must_use]
pub fn weakness(name: &str, value: &str, beside: &[&str]) -> Option<Weakness> {
    // Neo4j writes user and password into one value.
    let value = value.strip_prefix("neo4j/").unwrap_or(value);
    let is = |known: &str| value.eq_ignore_ascii_case(known);
    if let Some(product) = product_of(name).filter(|product| product.defaults.iter().any(|d| is(d))) {
        return Some(Weakness::Default(product.name));
    }
    if COMMON.iter().any(|common| is(common))
        || TO_BE_CHANGED.iter().any(|piece| contains_ignoring_case(value, piece))
    {
        Some(Weakness::Common)
    } else if beside.iter().any(|name| is(name)) {
        Some(Weakness::SameAsName)
    } else if value.bytes().all(|b| b.is_ascii_digit()) {
        Some(Weakness::Digits)
    } else if value.len() < LEAST_LENGTH {
        Some(Weakness::Short)
    } else if is_wordy(value) {
        Some(Weakness::Wordy)
    } else {
        None
    }
}

/// Whether the value spells out what it is and is no more random than a sentence.
fn is_wordy(value: &str) -> bool {
    const WORDS: [&str; 6] = ["password", "passwd", "secret", "token", "passphrase", "credential"];
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let is_text = value.bytes().all(|b| b.is_ascii_alphanumeric() || b"_- .!".contains(&b));
    digits <= 4 && is_text && WORDS.iter().any(|word| contains_ignoring_case(value, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weak_values_say_why() {
        for (name, value, expected) in [
            ("POSTGRES_PASSWORD", "postgres", Some(Weakness::Default("PostgreSQL"))),
            ("NEO4J_AUTH", "neo4j/neo4j", Some(Weakness::Default("Neo4j"))),
            ("DB_PASSWORD", "Password", Some(Weakness::Common)),
            ("SECRET_KEY", "please-change-me-soon", Some(Weakness::Common)),
            ("DB_PASSWORD", "shop", Some(Weakness::SameAsName)),
            ("DB_PASSWORD", "9182736455", Some(Weakness::Digits)),
            ("DB_PASSWORD", "k8F!2", Some(Weakness::Short)),
            ("DB_PASSWORD", "MySecurePassword1", Some(Weakness::Wordy)),
            ("DB_PASSWORD", "postgres-of-mine", None),
        ] {
            assert_eq!(weakness(name, value, &["shop"]), expected, "{name}={value}");
        }
    }

    #[test]
    fn defaults_are_written_so_that_they_can_match() {
        for product in PRODUCTS {
            assert!(!product.variables.is_empty(), "{}", product.name);
        }
        assert!(COMMON.iter().all(|word| *word == word.to_lowercase()));
        assert!(TO_BE_CHANGED.iter().all(|word| *word == word.to_lowercase()));
    }
}
