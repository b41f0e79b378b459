//! The rules of the family `project`.
//!
//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.

mod abandoned_image;
mod bound_to_localhost;
mod build_argument_not_passed;
mod build_secret_not_passed;
mod clutter_in_image;
mod database_without_volume;
mod debugger_port_published;
mod development_in_production;
mod end_of_life_image;
mod health_not_awaited;
mod hidden_env_file_variable;
mod host_gateway_missing;
mod host_port_taken_elsewhere;
mod image_release_differs;
mod image_without_code;
mod invalid_support_file;
mod localhost_in_container;
mod localhost_service_url;
mod missing_build_file;
mod missing_copy_source;
mod missing_mounted_file;
mod mount_hides_dependencies;
mod npm_install_with_lock;
mod overridden_env_file_value;
mod program_not_in_image;
mod published_port_between_services;
mod required_setting_missing;
mod root_as_database_user;
mod service_on_other_network;
mod shared_container_name;
mod source_mount_in_production;
mod undeclared_dependency;
mod unknown_build_argument;
mod unknown_build_target;
mod unknown_service_host;
mod unpinned_requirement;
mod unset_variable;
mod unused_definition;
mod unused_env_variable;
mod unversioned_dependency;
mod unversioned_requirement;
mod volume_beside_data;

use super::{Rule, summary};

/// The rules of this family, by name.
#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "abandoned-image",
        summary: summary("An image is used that nobody maintains any more, whatever its tag."),
        family: "project",
        meta: abandoned_image::META,
    },
    Rule {
        name: "bound-to-localhost",
        summary: summary("A service publishes a port, and its program listens for the container itself only."),
        family: "project",
        meta: bound_to_localhost::META,
    },
    Rule {
        name: "build-argument-not-passed",
        summary: summary("A build argument has no default, is needed for an address or a version, and no service passes it."),
        family: "project",
        meta: build_argument_not_passed::META,
    },
    Rule {
        name: "build-secret-not-passed",
        summary: summary("A RUN mounts a secret that no service passes to the build."),
        family: "project",
        meta: build_secret_not_passed::META,
    },
    Rule {
        name: "clutter-in-image",
        summary: summary("COPY takes version control, packages of this machine or a local database into the image."),
        family: "project",
        meta: clutter_in_image::META,
    },
    Rule {
        name: "database-without-volume",
        summary: summary("A database has no volume for its data."),
        family: "project",
        meta: database_without_volume::META,
    },
    Rule {
        name: "debugger-port-published",
        summary: summary("A debugger's port is published to the whole network."),
        family: "project",
        meta: debugger_port_published::META,
    },
    Rule {
        name: "development-in-production",
        summary: summary("A compose file for production starts a development server, or switches a debugging mode on."),
        family: "project",
        meta: development_in_production::META,
    },
    Rule {
        name: "end-of-life-image",
        summary: summary("The image of a service is of a release that is not maintained any more."),
        family: "project",
        meta: end_of_life_image::META,
    },
    Rule {
        name: "health-not-awaited",
        summary: summary("A service depends on a database that has a health check, and does not wait for it."),
        family: "project",
        meta: health_not_awaited::META,
    },
    Rule {
        name: "hidden-env-file-variable",
        summary: summary("A variable stands without a value in environment, so that its value in env_file does not count."),
        family: "project",
        meta: hidden_env_file_variable::META,
    },
    Rule {
        name: "host-gateway-missing",
        summary: summary("A service uses host.docker.internal without giving it a meaning on Linux."),
        family: "project",
        meta: host_gateway_missing::META,
    },
    Rule {
        name: "host-port-taken-elsewhere",
        summary: summary("Compose files in folders beside each other publish the same port of the host."),
        family: "project",
        meta: host_port_taken_elsewhere::META,
    },
    Rule {
        name: "image-release-differs",
        summary: summary("The same image is used in different releases by files of one folder."),
        family: "project",
        meta: image_release_differs::META,
    },
    Rule {
        name: "image-without-code",
        summary: summary("A service runs a file that nothing copies into its image and nothing mounts."),
        family: "project",
        meta: image_without_code::META,
    },
    Rule {
        name: "invalid-support-file",
        summary: summary("A requirements.txt, package.json or ignore file holds a line that is not understood."),
        family: "project",
        meta: invalid_support_file::META,
    },
    Rule {
        name: "localhost-in-container",
        summary: summary("A service looks for another service of the project at localhost."),
        family: "project",
        meta: localhost_in_container::META,
    },
    Rule {
        name: "localhost-service-url",
        summary: summary("A service calls another service of the project at localhost."),
        family: "project",
        meta: localhost_service_url::META,
    },
    Rule {
        name: "missing-build-file",
        summary: summary("build names a context or a Dockerfile that the project does not have."),
        family: "project",
        meta: missing_build_file::META,
    },
    Rule {
        name: "missing-copy-source",
        summary: summary("COPY or ADD takes a file that the build context does not have."),
        family: "project",
        meta: missing_copy_source::META,
    },
    Rule {
        name: "missing-mounted-file",
        summary: summary("A service mounts a file that the project does not have."),
        family: "project",
        meta: missing_mounted_file::META,
    },
    Rule {
        name: "mount-hides-dependencies",
        summary: summary("A service mounts the project over the folder in which its image installs the dependencies."),
        family: "project",
        meta: mount_hides_dependencies::META,
    },
    Rule {
        name: "npm-install-with-lock",
        summary: summary("npm install is used although a lock file is there; npm ci would honour it."),
        family: "project",
        meta: npm_install_with_lock::META,
    },
    Rule {
        name: "overridden-env-file-value",
        summary: summary("A value in a file of env_file is replaced by every service that reads the file."),
        family: "project",
        meta: overridden_env_file_value::META,
    },
    Rule {
        name: "program-not-in-image",
        summary: summary("A health check or a command of a service calls a program that its image does not have."),
        family: "project",
        meta: program_not_in_image::META,
    },
    Rule {
        name: "published-port-between-services",
        summary: summary("A service talks to another one through the port that is published on the host."),
        family: "project",
        meta: published_port_between_services::META,
    },
    Rule {
        name: "required-setting-missing",
        summary: summary("A service lacks a setting without which its image refuses to start."),
        family: "project",
        meta: required_setting_missing::META,
    },
    Rule {
        name: "root-as-database-user",
        summary: summary("MYSQL_USER asks for a user root, which MySQL's image refuses to create."),
        family: "project",
        meta: root_as_database_user::META,
    },
    Rule {
        name: "service-on-other-network",
        summary: summary("A service is told to talk to another one, and the two have no network in common."),
        family: "project",
        meta: service_on_other_network::META,
    },
    Rule {
        name: "shared-container-name",
        summary: summary("Two services get the same container_name through extends or an anchor."),
        family: "project",
        meta: shared_container_name::META,
    },
    Rule {
        name: "source-mount-in-production",
        summary: summary("A compose file for production mounts the folder that the image is built from into the container."),
        family: "project",
        meta: source_mount_in_production::META,
    },
    Rule {
        name: "undeclared-dependency",
        summary: summary("A service talks to another one that its depends_on does not name."),
        family: "project",
        meta: undeclared_dependency::META,
    },
    Rule {
        name: "unknown-build-argument",
        summary: summary("build.args passes an argument that the Dockerfile does not declare."),
        family: "project",
        meta: unknown_build_argument::META,
    },
    Rule {
        name: "unknown-build-target",
        summary: summary("build.target names a stage that the Dockerfile does not have."),
        family: "project",
        meta: unknown_build_target::META,
    },
    Rule {
        name: "unknown-service-host",
        summary: summary("A setting names a host that no service bears, and one has nearly that name."),
        family: "project",
        meta: unknown_service_host::META,
    },
    Rule {
        name: "unpinned-requirement",
        summary: summary("A requirement in requirements.txt fits several versions."),
        family: "project",
        meta: unpinned_requirement::META,
    },
    Rule {
        name: "unset-variable",
        summary: summary("A compose file uses a variable that nothing gives a value."),
        family: "project",
        meta: unset_variable::META,
    },
    Rule {
        name: "unused-definition",
        summary: summary("A volume, network, secret or config is declared and no service uses it."),
        family: "project",
        meta: unused_definition::META,
    },
    Rule {
        name: "unused-env-variable",
        summary: summary("A variable of .env is used by no compose file."),
        family: "project",
        meta: unused_env_variable::META,
    },
    Rule {
        name: "unversioned-dependency",
        summary: summary("A dependency in package.json takes any version."),
        family: "project",
        meta: unversioned_dependency::META,
    },
    Rule {
        name: "unversioned-requirement",
        summary: summary("A requirement in requirements.txt names no version."),
        family: "project",
        meta: unversioned_requirement::META,
    },
    Rule {
        name: "volume-beside-data",
        summary: summary("A volume is mounted in a database's container, but not where the data are."),
        family: "project",
        meta: volume_beside_data::META,
    },
];
