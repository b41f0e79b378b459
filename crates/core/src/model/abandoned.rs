//! Images that nobody maintains any more, whatever their tag, and what to use instead.

use crate::image::ImageReference;

/// Images by their familiar names. Sources: the pages of these images on Docker Hub.
const ABANDONED: &[(&str, &str)] = &[
    ("adoptopenjdk", "eclipse-temurin"),
    ("amazon/opendistro-for-elasticsearch", "opensearchproject/opensearch"),
    ("centos", "almalinux` or `rockylinux"),
    ("consul", "hashicorp/consul"),
    ("django", "python"),
    ("iojs", "node"),
    ("java", "eclipse-temurin"),
    ("jboss/keycloak", "quay.io/keycloak/keycloak"),
    ("jenkins", "jenkins/jenkins"),
    ("linuxserver/letsencrypt", "lscr.io/linuxserver/swag"),
    ("mailhog/mailhog", "axllent/mailpit"),
    ("microsoft/dotnet", "mcr.microsoft.com/dotnet/sdk"),
    ("microsoft/mssql-server-linux", "mcr.microsoft.com/mssql/server"),
    ("mysql/mysql-server", "mysql"),
    ("nats-streaming", "nats"),
    ("openjdk", "eclipse-temurin"),
    ("owncloud", "owncloud/server"),
    ("piwik", "matomo"),
    ("rails", "ruby"),
    ("vault", "hashicorp/vault"),
];

/// What replaces the image, if nobody maintains it any more.
pub(crate) fn successor(image: &ImageReference<'_>) -> Option<&'static str> {
    let name = image.familiar_name();
    let (_, successor) = ABANDONED.iter().find(|(abandoned, _)| *abandoned == name)?;
    // Early releases of the next version are still published there.
    let is_early = name == "openjdk" && image.tag.is_some_and(|tag| tag.contains("-ea"));
    (!is_early).then_some(*successor)
}
