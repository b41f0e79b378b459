//! On which ports the programs of well-known images listen, unless they are told otherwise.

use crate::image::ImageReference;

/// Images, each with all ports that something in them may listen on. Sources: the images' documentation.
const IMAGES: &[(&str, &[u16])] = &[
    ("adminer", &[8080]),
    ("dpage/pgadmin4", &[80, 443]),
    ("ghost", &[2368]),
    ("grafana/grafana", &[3000]),
    ("httpd", &[80, 443]),
    ("kibana", &[5601]),
    ("mariadb", &[3306]),
    ("memcached", &[11211]),
    ("mongo", &[27017, 28017]),
    ("mongo-express", &[8081]),
    ("mysql", &[3306, 33060, 33061, 33062]),
    ("nginx", &[80, 443]),
    ("phpmyadmin", &[80]),
    ("phpmyadmin/phpmyadmin", &[80]),
    ("postgres", &[5432]),
    ("redis", &[6379, 16379, 26379]),
    ("sonarqube", &[9000]),
    ("wordpress", &[80, 443]),
];

/// The ports of `image`, the usual one first; `None` where they are not known.
pub(crate) fn ports(image: &ImageReference<'_>) -> Option<&'static [u16]> {
    // These variants hold a program with another port.
    let is_variant = image.tag.is_some_and(|tag| tag.contains("fpm") || tag.contains("cli"));
    let name = image.familiar_name();
    let (_, ports) = IMAGES.iter().find(|(image, _)| *image == name && !is_variant)?;
    Some(ports)
}
