//! The keys at the top level, and those of networks, volumes, secrets, configs and models.

use super::{DRIVER_OPTIONS, Object, PAIRS, SERVICE, TEXT_OR_SET, TEXTS, Type, key};

/// A whole file.
pub const FILE: &Object = &Object::new(&[
    key("version", Type::Text, "The version of the format.").deprecated("nothing: Compose ignores it"),
    key("name", Type::Text, "The project's name, a prefix of all containers, networks and volumes."),
    key(
        "include",
        Type::List(&Type::Either(&[Type::Text, Type::Object(INCLUDE)])),
        "Other Compose files that belong to this one.",
    )
    .since("2.20"),
    key("services", Type::Names(&Type::Object(SERVICE)), "The containers to run."),
    key(
        "networks",
        Type::OpenNames(&Type::Either(&[Type::Null, Type::Object(NETWORK)])),
        "The networks that services share.",
    ),
    key(
        "volumes",
        Type::Names(&Type::Either(&[Type::Null, Type::Object(VOLUME)])),
        "The volumes that outlive containers.",
    ),
    key("secrets", Type::Names(&Type::Object(SECRET)), "Confidential files for services."),
    key("configs", Type::Names(&Type::Object(CONFIG)), "Configuration files for services."),
    key("models", Type::OpenNames(&Type::Object(MODEL)), "The language models that services use.")
        .since("2.38"),
]);

const INCLUDE: &Object = &Object::new(&[
    key("path", TEXT_OR_SET, "The file; of several, the later override the first."),
    key("project_directory", Type::Text, "The folder that its relative paths start from."),
    key("env_file", TEXT_OR_SET, "The files its variables come from; the default is `.env` beside it."),
])
// Compose does not look at what else stands here.
.opened();

const EXTERNAL: Type = Type::Either(&[Type::Flag, Type::Object(EXTERNAL_OBJECT)]);
const OPEN_EXTERNAL: Type = Type::Either(&[Type::Flag, Type::Object(OPEN_EXTERNAL_OBJECT)]);

const EXTERNAL_OBJECT: &Object =
    &Object::new(&[key("name", Type::Text, "The name outside of the project.")
        .deprecated("`external: true` with `name`")]);

const OPEN_EXTERNAL_OBJECT: &Object =
    &Object::new(&[key("name", Type::Text, "The name outside of the project.")
        .deprecated("`external: true` with `name`")])
    .opened();

const NETWORK: &Object = &Object::new(&[
    key("name", Type::Text, "The network's real name, instead of one with the project's name."),
    key(
        "driver",
        Type::Suggested(&["bridge", "overlay", "macvlan"]),
        "What makes the network, such as `bridge` or `overlay`.",
    ),
    key("driver_opts", DRIVER_OPTIONS, "Options of the driver."),
    key("attachable", Type::Flag, "Whether other containers may join."),
    key("internal", Type::Flag, "Whether the network has no way out."),
    key("enable_ipv4", Type::Flag, "Whether it gives out IPv4 addresses.").since("2.33"),
    key("enable_ipv6", Type::Flag, "Whether it gives out IPv6 addresses."),
    key("external", EXTERNAL, "Whether it was made outside of the project."),
    key("labels", PAIRS, "Labels of the network."),
    key("ipam", Type::Object(IPAM), "Which addresses it gives out."),
]);

const IPAM: &Object = &Object::new(&[
    key("driver", Type::Text, "What gives out the addresses."),
    key("options", Type::Map(&Type::Text), "Options of the driver."),
    key("config", Type::List(&Type::Object(POOL)), "The pools of addresses."),
]);

const POOL: &Object = &Object::new(&[
    key("subnet", Type::Text, "The subnet, such as `172.28.0.0/16`."),
    key("ip_range", Type::Text, "The part of it that addresses are taken from."),
    key("gateway", Type::Text, "The gateway's address."),
    key("aux_addresses", Type::Map(&Type::Text), "Addresses that are taken, by host name."),
]);

const VOLUME: &Object = &Object::new(&[
    key("name", Type::Text, "The volume's real name, instead of one with the project's name."),
    key("driver", Type::Suggested(&["local"]), "What makes the volume; the default is `local`."),
    key("driver_opts", DRIVER_OPTIONS, "Options of the driver."),
    key("external", EXTERNAL, "Whether it was made outside of the project."),
    key("labels", PAIRS, "Labels of the volume."),
]);

const SECRET: &Object = &Object::new(&[
    key("name", Type::Text, "The secret's name outside of the project."),
    key("file", Type::Text, "The file that holds it."),
    key("environment", Type::Text, "The variable that holds it."),
    key("external", OPEN_EXTERNAL, "Whether it was made outside of the project."),
    key("labels", PAIRS, "Labels of the secret."),
    key("driver", Type::Text, "What keeps the secret, in a swarm."),
    key("driver_opts", DRIVER_OPTIONS, "Options of the driver."),
    key("template_driver", Type::Text, "What expands templates in it, in a swarm."),
]);

const CONFIG: &Object = &Object::new(&[
    key("name", Type::Text, "The config's name outside of the project."),
    key("file", Type::Text, "The file that holds it."),
    key("environment", Type::Text, "The variable that holds it.").since("2.23"),
    key("content", Type::Text, "The text itself.").since("2.23"),
    key("external", OPEN_EXTERNAL, "Whether it was made outside of the project."),
    key("labels", PAIRS, "Labels of the config."),
    key("template_driver", Type::Text, "What expands templates in it, in a swarm."),
]);

const MODEL: &Object = &Object::new(&[
    key("name", Type::Text, "The model's name."),
    key("model", Type::Text, "The model, as an OCI artifact."),
    key("context_size", Type::StrictInt, "How many tokens it sees at once."),
    key("runtime_flags", TEXTS, "Flags of the engine that runs it."),
])
.requires(&["model"]);
