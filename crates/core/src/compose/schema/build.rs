//! The keys of `build`.

use super::{
    ANY_INT, EXTRA_HOSTS, Object, PAIRS, REFERENCES, TEXT_OR_SET, TEXT_SET, TEXTS, Type, ULIMITS, format, key,
};

/// `build`: the context as text, or a mapping.
pub(super) const BUILD: Type = Type::Either(&[Type::Text, Type::Object(BUILD_OBJECT)]);

const BUILD_OBJECT: &Object = &Object::new(&[
    key("context", Type::Text, "The folder or address that is sent to the builder; the default is `.`."),
    key("dockerfile", Type::Text, "The Dockerfile, relative to the context; the default is `Dockerfile`."),
    key("dockerfile_inline", Type::Text, "The Dockerfile itself, instead of a file.").since("2.17"),
    key("args", PAIRS, "Values for the Dockerfile's `ARG`s."),
    key(
        "ssh",
        Type::Either(&[Type::Map(&Type::Scalar), Type::Set(&Type::Format(format::SSH_ITEM))]),
        "SSH agents or keys that `RUN --mount=type=ssh` may use.",
    )
    .since("2.4"),
    key("labels", PAIRS, "Labels of the image."),
    key("cache_from", TEXTS, "Where the builder looks for layers to reuse."),
    key("cache_to", TEXTS, "Where the builder keeps layers for later.").since("2.4"),
    key("no_cache", Type::Flag, "Build every step anew.").since("2.4"),
    key("no_cache_filter", TEXT_OR_SET, "The stages to build anew."),
    key("pull", Type::Flag, "Look for newer base images even where one is here.").since("2.4"),
    key("privileged", Type::Flag, "Build with elevated rights.").since("2.15"),
    key(
        "additional_contexts",
        Type::Either(&[Type::Map(&Type::Scalar), Type::Set(&Type::Format(format::CONTEXT_ITEM))]),
        "Further contexts by name: folders, addresses, images, or `service:NAME`.",
    )
    .since("2.17"),
    key("network", Type::Text, "The network for `RUN`: `host`, `none`, or a network."),
    key("provenance", Type::Either(&[Type::Flag, Type::Text]), "Whether to record how the image was built.")
        .since("2.39"),
    key("sbom", Type::Either(&[Type::Flag, Type::Text]), "Whether to record what the image consists of.")
        .since("2.39"),
    key("target", Type::Text, "The stage of the Dockerfile to build."),
    key("shm_size", Type::Format(format::BYTES), "The size of `/dev/shm` during the build."),
    key("extra_hosts", EXTRA_HOSTS, "Names and addresses for the build's `/etc/hosts`."),
    key("isolation", Type::Text, "How the build is isolated, on Windows."),
    key("entitlements", TEXTS, "Further rights for the build, such as `network.host`.").since("2.27"),
    key("secrets", REFERENCES, "Secrets that `RUN --mount=type=secret` may use.").since("2.5"),
    key("tags", TEXTS, "Further names of the image.").since("2.5"),
    key("ulimits", ULIMITS, "Limits of the processes during the build.").since("2.23"),
    key("platforms", TEXTS, "The platforms to build for.").since("2.10"),
]);

/// `blkio_config`.
pub(super) const BLOCK_IO: &Object = &Object::new(&[
    key("weight", Type::StrictInt, "The share of block I/O, from 10 to 1000."),
    key("weight_device", Type::List(&Type::Object(BLOCK_WEIGHT)), "The share of block I/O by device."),
    key("device_read_bps", Type::List(&Type::Object(BLOCK_RATE)), "How many bytes per second may be read."),
    key(
        "device_write_bps",
        Type::List(&Type::Object(BLOCK_RATE)),
        "How many bytes per second may be written.",
    ),
    key("device_read_iops", Type::List(&Type::Object(BLOCK_RATE)), "How many reads per second are allowed."),
    key(
        "device_write_iops",
        Type::List(&Type::Object(BLOCK_RATE)),
        "How many writes per second are allowed.",
    ),
])
.without_extensions();

const BLOCK_WEIGHT: &Object = &Object::new(&[
    key("path", Type::Text, "The device."),
    key("weight", Type::StrictInt, "Its share, from 10 to 1000."),
])
.without_extensions();

const BLOCK_RATE: &Object = &Object::new(&[
    key("path", Type::Text, "The device."),
    key("rate", Type::Format(format::BYTES), "The limit."),
])
.without_extensions();

/// `credential_spec`.
pub(super) const CREDENTIALS: &Object = &Object::new(&[
    key("config", Type::Text, "A config that holds the specification."),
    key("file", Type::Text, "A file that holds the specification."),
    key("registry", Type::Text, "A registry key that holds the specification."),
]);

/// `develop`.
pub(super) const DEVELOP: &Object = &Object::new(&[key(
    "watch",
    Type::List(&Type::Object(WATCH)),
    "What `docker compose watch` does on changes.",
)]);

const WATCH: &Object = &Object::new(&[
    key("path", Type::Format(format::NOT_BLANK), "The file or folder to watch."),
    key(
        "action",
        Type::Words(&["rebuild", "sync", "restart", "sync+restart", "sync+exec"]),
        "What to do when it changes.",
    ),
    key("target", Type::Text, "Where changed files go in the container."),
    key("ignore", TEXT_OR_SET, "Patterns of files that do not matter."),
    key("include", TEXT_OR_SET, "Patterns of the files that matter."),
    key("exec", Type::Object(super::service::HOOK), "What to run after `sync+exec`.").since("2.32"),
    key("initial_sync", Type::Bool, "Whether all files are copied at the start."),
])
.requires(&["path", "action"]);

/// `healthcheck`.
pub(super) const HEALTHCHECK: &Object = &Object::new(&[
    key("test", Type::Either(&[Type::Text, TEXTS]), "The command that tells whether the service is healthy."),
    key("interval", super::DURATION, "The time between two checks."),
    key("timeout", super::DURATION, "How long a check may take."),
    key("retries", Type::Number, "How many checks must fail in a row."),
    key("start_period", super::DURATION, "How long failures do not count after the start."),
    key("start_interval", super::DURATION, "The time between two checks during the start period.")
        .since("2.20"),
    key("disable", Type::Flag, "Whether the image's health check is switched off."),
]);

/// `networks` of a service.
pub(super) const NETWORK_USE: &Object = &Object::new(&[
    key("aliases", TEXT_SET, "Further names of the service on this network."),
    key("interface_name", Type::Text, "The name of the network interface in the container.").since("2.36"),
    key("ipv4_address", Type::Text, "A fixed IPv4 address."),
    key("ipv6_address", Type::Text, "A fixed IPv6 address."),
    key("link_local_ips", TEXT_SET, "Link-local addresses."),
    key("mac_address", Type::Text, "A fixed MAC address."),
    key("driver_opts", super::DRIVER_OPTIONS, "Options of the network's driver.").since("2.27"),
    key("priority", Type::StrictNumber, "The order in which networks are connected, highest first."),
    key("gw_priority", Type::StrictNumber, "Which network is the default gateway: the highest.")
        .since("2.33"),
]);

/// `provider`.
pub(super) const PROVIDER: &Object = &Object::new(&[
    key("type", Type::Text, "The program that provides the service."),
    key("options", Type::Map(&Type::Either(&[Type::Scalar, Type::List(&Type::Scalar)])), "What it is told."),
])
.requires(&["type"]);

/// `logging`.
pub(super) const LOGGING: &Object = &Object::new(&[
    key(
        "driver",
        Type::Suggested(&["json-file", "local", "journald", "none"]),
        "Where the logs go: `json-file`, `journald`, `none` ...",
    ),
    key("options", Type::Map(&Type::Either(&[Type::Null, Type::NumberOrText])), "Options of the driver."),
]);

/// `tmpfs` of a mount.
pub(super) const TMPFS: &Object = &Object::new(&[
    key("size", Type::Either(&[Type::Format(format::BYTES)]), "Its size."),
    key("mode", ANY_INT, "Its permissions, in octal.").since("2.14"),
]);

/// `models` of a service.
pub(super) const MODEL_USE: &Object = &Object::new(&[
    key("endpoint_var", Type::Text, "The variable that gets the model's address."),
    key("model_var", Type::Text, "The variable that gets the model's name."),
]);

/// `bind` of a mount.
pub(super) const BIND: &Object = &Object::new(&[
    key(
        "propagation",
        Type::Suggested(&["rprivate", "private", "rshared", "shared", "rslave", "slave"]),
        "How mounts below are shared with the host.",
    ),
    key(
        "create_host_path",
        Type::Flag,
        "Whether the host's path is created where it is missing; the default.",
    ),
    key(
        "recursive",
        Type::Words(&["enabled", "disabled", "writable", "readonly"]),
        "How mounts below are bound.",
    ),
    key("selinux", Type::Words(&["z", "Z"]), "How files are relabelled: `z` shared, `Z` private."),
]);

/// `volume` of a mount.
pub(super) const VOLUME_OPTIONS: &Object = &Object::new(&[
    key("labels", PAIRS, "Labels of the volume."),
    key("nocopy", Type::Flag, "Whether a new volume stays empty."),
    key("subpath", Type::Text, "The folder of the volume to mount."),
]);
