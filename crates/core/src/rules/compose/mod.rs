//! The rules of the family `compose`.
//!
//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.

mod build_and_image;
mod container_name_syntax;
mod dependencies_out_of_order;
mod duplicate_container_name;
mod image_not_pinned;
mod image_tag_from_default;
mod image_without_digest;
mod invalid_image_reference;
mod missing_project_name;
mod obsolete_version;
mod partial_image_tag;
mod port_base60;
mod port_quote_style;
mod ports_out_of_order;
mod quoted_volume;
mod service_keys_out_of_order;
mod services_out_of_order;
mod top_level_keys_out_of_order;
mod unbound_port_interface;
mod unquoted_port;

use super::Rule;

/// The rules of this family, by name.
#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "build-and-image",
        summary: "A service has both build and image and no pull_policy.",
        family: "compose",
        meta: build_and_image::META,
    },
    Rule {
        name: "container-name-syntax",
        summary: "A container_name holds characters that the engine refuses.",
        family: "compose",
        meta: container_name_syntax::META,
    },
    Rule {
        name: "dependencies-out-of-order",
        summary: "The services in depends_on do not stand in alphabetical order.",
        family: "compose",
        meta: dependencies_out_of_order::META,
    },
    Rule {
        name: "duplicate-container-name",
        summary: "Two services have the same container_name.",
        family: "compose",
        meta: duplicate_container_name::META,
    },
    Rule {
        name: "image-not-pinned",
        summary: "A service runs an image without a tag, or with a tag that moves.",
        family: "compose",
        meta: image_not_pinned::META,
    },
    Rule {
        name: "image-tag-from-default",
        summary: "The tag of an image is a variable whose default names no version.",
        family: "compose",
        meta: image_tag_from_default::META,
    },
    Rule {
        name: "image-without-digest",
        summary: "An image is pinned by a tag and not by its digest.",
        family: "compose",
        meta: image_without_digest::META,
    },
    Rule {
        name: "invalid-image-reference",
        summary: "The name of an image is one that no registry can have.",
        family: "compose",
        meta: invalid_image_reference::META,
    },
    Rule {
        name: "missing-project-name",
        summary: "The file has no top-level name, so the project is named after its folder.",
        family: "compose",
        meta: missing_project_name::META,
    },
    Rule {
        name: "obsolete-version",
        summary: "The file has a top-level version, which Compose ignores.",
        family: "compose",
        meta: obsolete_version::META,
    },
    Rule {
        name: "partial-image-tag",
        summary: "The tag of an image names a major version only.",
        family: "compose",
        meta: partial_image_tag::META,
    },
    Rule {
        name: "port-base60",
        summary: "A port without quotes is a number in base 60 for readers of YAML 1.1.",
        family: "compose",
        meta: port_base60::META,
    },
    Rule {
        name: "port-quote-style",
        summary: "A port does not stand in single quotes.",
        family: "compose",
        meta: port_quote_style::META,
    },
    Rule {
        name: "ports-out-of-order",
        summary: "The ports of a service do not stand in the order of the published ones.",
        family: "compose",
        meta: ports_out_of_order::META,
    },
    Rule {
        name: "quoted-volume",
        summary: "A short volume stands in quotes.",
        family: "compose",
        meta: quoted_volume::META,
    },
    Rule {
        name: "service-keys-out-of-order",
        summary: "The keys of a service do not stand in the customary order.",
        family: "compose",
        meta: service_keys_out_of_order::META,
    },
    Rule {
        name: "services-out-of-order",
        summary: "The services do not stand in alphabetical order.",
        family: "compose",
        meta: services_out_of_order::META,
    },
    Rule {
        name: "top-level-keys-out-of-order",
        summary: "The top-level keys do not stand in the customary order.",
        family: "compose",
        meta: top_level_keys_out_of_order::META,
    },
    Rule {
        name: "unbound-port-interface",
        summary: "A service publishes ports without naming an address to listen on.",
        family: "compose",
        meta: unbound_port_interface::META,
    },
    Rule {
        name: "unquoted-port",
        summary: "A port mapping with a colon stands without quotes.",
        family: "compose",
        meta: unquoted_port::META,
    },
];
