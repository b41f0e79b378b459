//! Which environment variables the images of Docker's library set, by name: `GOPATH` is there in `golang`, and not in `debian`.
//!
//! Images are not fetched, so this is a table. It holds every name that any release of an image has set, for a missing one
//! would make a false finding; `*` at the end of a name stands for anything.

use crate::image;

/// Images that set nothing but `PATH`.
const PLAIN: [&str; 15] = [
    "almalinux",
    "alpine",
    "amazonlinux",
    "buildpack-deps",
    "busybox",
    "centos",
    "debian",
    "hello-world",
    "mageia",
    "oraclelinux",
    "photon",
    "rockylinux",
    "scratch",
    "ubuntu",
    "ubuntu-debootstrap",
];

const JAVA: &[&str] = &["JAVA_*", "CA_CERTIFICATES_JAVA_VERSION", "LANG", "LANGUAGE", "LC_ALL"];
const PHP: &[&str] = &["PHP_*", "PHPIZE_DEPS", "GPG_KEYS", "APACHE_*"];
const RUBY: &[&str] = &["RUBY*", "BUNDLE*", "GEM_HOME", "JRUBY_*", "JAVA_*", "LANG", "LANGUAGE", "LC_ALL"];
const DATABASE: &[&str] = &["GOSU_VERSION", "GPG_KEYS", "HOME", "JSYAML_*", "LANG", "TINI_VERSION"];
const ERLANG: &[&str] = &["OTP_*", "REBAR*", "ELIXIR_*", "LANG", "LANGUAGE", "LC_ALL"];

/// Other images, each with lists of names.
const OTHERS: &[(&str, &[&[&str]])] = &[
    ("amazoncorretto", &[JAVA]),
    ("archlinux", &[&["LANG"]]),
    ("caddy", &[&["CADDY_*", "XDG_*"]]),
    ("composer", &[PHP, &["COMPOSER_*"]]),
    ("docker", &[&["DOCKER_*", "DIND_*", "COMPOSE_*", "BUILDX_*"]]),
    ("drupal", &[PHP, &["DRUPAL_*", "COMPOSER_*"]]),
    ("eclipse-temurin", &[JAVA]),
    ("elixir", &[ERLANG]),
    ("erlang", &[ERLANG]),
    ("fedora", &[&["DISTTAG", "FGC", "FBR", "container"]]),
    ("gcc", &[&["GCC_*", "GPG_KEYS"]]),
    ("golang", &[&["GOLANG_*", "GOPATH", "GOROOT", "GOTOOLCHAIN", "GOFLAGS", "GOCACHE"]]),
    ("gradle", &[JAVA, &["GRADLE_*"]]),
    ("groovy", &[JAVA, &["GROOVY_*"]]),
    ("haproxy", &[&["HAPROXY_*"]]),
    ("httpd", &[&["HTTPD_*", "APACHE_*", "NGHTTP2_VERSION", "OPENSSL_VERSION"]]),
    ("ibmjava", &[JAVA, &["IBM_*"]]),
    ("java", &[JAVA]),
    ("jetty", &[JAVA, &["JETTY_*", "TMPDIR"]]),
    ("jruby", &[RUBY]),
    ("julia", &[&["JULIA_*"]]),
    ("mariadb", &[DATABASE, &["MARIADB_*", "MYSQL_*"]]),
    ("maven", &[JAVA, &["MAVEN_*", "USER_HOME_DIR"]]),
    ("memcached", &[&["MEMCACHED_*"]]),
    ("mongo", &[DATABASE, &["MONGO_*"]]),
    ("mysql", &[DATABASE, &["MYSQL_*"]]),
    ("nginx", &[&["NGINX_*", "NJS_*", "PKG_RELEASE", "DYNPKG_RELEASE", "ACME_VERSION"]]),
    ("node", &[&["NODE_*", "YARN_*", "NPM_*"]]),
    ("openjdk", &[JAVA]),
    ("perl", &[&["PERL*"]]),
    ("php", &[PHP]),
    ("postgres", &[DATABASE, &["PG*", "DOCKER_PG_LLVM_DEPS"]]),
    ("pypy", &[&["PYPY_*", "PYTHON_*", "LANG"]]),
    ("python", &[&["PYTHON*", "GPG_KEY", "LANG"]]),
    ("rabbitmq", &[DATABASE, ERLANG, &["RABBITMQ_*", "OPENSSL_*", "PGP*"]]),
    ("redis", &[DATABASE, &["REDIS_*"]]),
    ("ruby", &[RUBY]),
    ("rust", &[&["RUST*", "CARGO_*"]]),
    ("sapmachine", &[JAVA]),
    ("swift", &[&["SWIFT_*"]]),
    ("tomcat", &[JAVA, &["TOMCAT_*", "CATALINA_*", "LD_LIBRARY_PATH", "GPG_KEYS", "OPENSSL_VERSION"]]),
    ("wordpress", &[PHP, &["WORDPRESS_*"]]),
];

/// Whether the image sets a variable, `PATH` left aside; `None` where the image is not in the table.
pub(crate) fn sets(image: &str, variable: &str) -> Option<bool> {
    let image = image::split(image).official_name()?;
    if PLAIN.contains(&image) {
        return Some(false);
    }
    let (_, lists) = OTHERS.iter().find(|(known, _)| *known == image)?;
    let fits = |name: &&str| match name.strip_suffix('*') {
        Some(beginning) => variable.starts_with(beginning),
        None => *name == variable,
    };
    Some(lists.iter().any(|names| names.iter().any(fits)))
}

#[cfg(test)]
mod tests {
    use super::sets;

    #[test]
    fn images_of_the_library_are_known() {
        assert_eq!(sets("debian:13", "GOPATH"), Some(false));
        assert_eq!(sets("docker.io/library/golang:1.25-alpine", "GOPATH"), Some(true));
        assert_eq!(sets("php", "PHP_INI_DIR"), Some(true));
        assert_eq!(sets("python:3.14", "HOME"), Some(false));
        assert_eq!(sets("example/python", "HOME"), None);
        assert_eq!(sets("ghcr.io/library/python", "HOME"), None);
    }
}
