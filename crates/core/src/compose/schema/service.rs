//! The keys of a service.

use super::build::{
    BIND, BLOCK_IO, BUILD, CREDENTIALS, DEVELOP, HEALTHCHECK, LOGGING, MODEL_USE, NETWORK_USE, PROVIDER,
    TMPFS, VOLUME_OPTIONS,
};
use super::deploy::DEPLOY;
use super::{
    COMMAND, COUNT, DEVICE_REQUEST_KEYS, DURATION, EXTRA_HOSTS, KeyInfo, Object, PAIRS, REFERENCES,
    TEXT_OR_SET, TEXT_SET, TEXTS, Type, ULIMITS, format, key,
};

/// A service.
pub const SERVICE: &Object = &Object::new(SERVICE_KEYS);

const BYTES: Type = Type::Format(format::BYTES);
const ANY_BYTES: Type = Type::Format(format::ANY_BYTES);

const SERVICE_KEYS: &[KeyInfo] = &[
    key("annotations", PAIRS, "Annotations of the container."),
    key("attach", Type::Flag, "Whether `docker compose up` shows its logs; the default.").since("2.20"),
    key("blkio_config", Type::Object(BLOCK_IO), "Limits of block I/O."),
    key("build", BUILD, "How the image is built."),
    key("cap_add", TEXT_SET, "Capabilities to add, such as `NET_ADMIN`."),
    key("cap_drop", TEXT_SET, "Capabilities to take away; `ALL` is the safest."),
    key("cgroup", Type::Words(&["host", "private"]), "The control group namespace.").since("2.15"),
    key("cgroup_parent", Type::Text, "The control group above the container's."),
    key("command", COMMAND, "Replaces the image's command; a string is split into words without a shell."),
    key("configs", REFERENCES, "Configuration files that the service may read."),
    key(
        "container_name",
        Type::Format(format::CONTAINER_NAME),
        "A fixed name, with which the service cannot be scaled.",
    ),
    key("cpu_count", COUNT, "How many processors."),
    key("cpu_percent", Type::Int(0, 100), "The share of all processors, in percent."),
    key("cpu_period", Type::Number, "The period of the CPU quota, in microseconds."),
    key("cpu_quota", Type::Number, "The CPU time in each period, in microseconds."),
    key("cpu_rt_period", Type::Number, "The period of the real-time scheduler, in microseconds."),
    key("cpu_rt_runtime", Type::Number, "The real-time CPU time in each period, in microseconds."),
    key("cpu_shares", Type::Number, "The weight against other containers."),
    key("cpus", Type::Number, "How many processors, fractions allowed; 0 is no limit."),
    key("cpuset", Type::Text, "Which processors, such as `0-3`."),
    key("credential_spec", Type::Object(CREDENTIALS), "Credentials of a managed account, on Windows."),
    key(
        "depends_on",
        Type::Either(&[TEXT_SET, Type::Names(&Type::Object(DEPENDENCY))]),
        "The services that start before this one.",
    ),
    key("deploy", Type::Either(&[Type::Null, Type::Object(DEPLOY)]), "Replicas, resources and placement."),
    key(
        "develop",
        Type::Either(&[Type::Null, Type::Object(DEVELOP)]),
        "What happens to changed files during development.",
    )
    .since("2.22"),
    key("device_cgroup_rules", TEXT_SET, "Rules for devices, such as `c 1:3 mr`."),
    key(
        "devices",
        Type::List(&Type::Either(&[Type::Format(format::DEVICE), Type::Object(DEVICE)])),
        "Devices of the host.",
    ),
    key("dns", TEXT_OR_SET, "Name servers."),
    key("dns_opt", TEXT_SET, "Options of the name resolver."),
    key("dns_search", TEXT_OR_SET, "Domains to search."),
    key("domainname", Type::Text, "The container's domain name."),
    key("entrypoint", COMMAND, "Replaces the image's entry point and discards its command."),
    key("env_file", ENV_FILE, "Files with variables for the container."),
    key(
        "environment",
        Type::Either(&[Type::Map(&Type::Scalar), Type::Set(&Type::Format(format::ENVIRONMENT_ITEM))]),
        "Variables for the container; one without a value is taken from the shell or from `.env`.",
    ),
    key(
        "expose",
        Type::Set(&Type::Format(format::EXPOSED_PORT)),
        "Ports for other services, not for the host.",
    ),
    key(
        "extends",
        Type::Either(&[Type::Text, Type::Object(EXTENDS)]),
        "Another service whose values this one takes over.",
    ),
    key("external_links", TEXT_SET, "Containers outside of the project, as `name:alias`.")
        .deprecated("a shared network"),
    key("extra_hosts", EXTRA_HOSTS, "Names and addresses for `/etc/hosts`."),
    key(
        "gpus",
        Type::Either(&[Type::Words(&["all"]), Type::List(&Type::Object(GPU))]),
        "The GPUs that the service may use.",
    )
    .since("2.30"),
    key("group_add", Type::Set(&Type::NumberOrText), "Further groups of the user."),
    key("healthcheck", Type::Object(HEALTHCHECK), "How to tell whether the service works."),
    key("hostname", Type::Text, "The container's host name."),
    key("image", Type::Text, "The image to run, `[registry/]name[:tag][@digest]`."),
    key("init", Type::Flag, "Whether a small init process reaps orphans and forwards signals."),
    key(
        "ipc",
        Type::Suggested(&["private", "shareable", "host", "none"]),
        "The IPC namespace: `private`, `shareable`, `host`, `service:NAME` ...",
    ),
    key("isolation", Type::Text, "How the container is isolated, on Windows."),
    key("label_file", Type::Either(&[Type::Text, TEXTS]), "Files with labels.").since("2.32"),
    key("labels", PAIRS, "Labels of the container."),
    key("links", TEXT_SET, "Services to reach under another name, as `service:alias`.")
        .deprecated("networks"),
    key("logging", Type::Object(LOGGING), "Where the logs go."),
    key("mac_address", Type::Text, "A fixed MAC address.")
        .deprecated("`mac_address` of the service's network"),
    key("mem_limit", ANY_BYTES, "How much memory the container may use."),
    key("mem_reservation", BYTES, "How much memory is kept for the container."),
    key("mem_swappiness", BYTES, "How readily memory is swapped out, from 0 to 100."),
    key("memswap_limit", ANY_BYTES, "How much memory and swap together; -1 is no limit."),
    key(
        "models",
        Type::Either(&[TEXT_SET, Type::OpenNames(&Type::Either(&[Type::Null, Type::Object(MODEL_USE)]))]),
        "The language models that the service uses.",
    )
    .since("2.38"),
    key(
        "network_mode",
        Type::Suggested(&["host", "none", "bridge"]),
        "`host`, `none`, `bridge`, `service:NAME` or `container:NAME`, instead of networks.",
    ),
    key(
        "networks",
        Type::Either(&[TEXT_SET, Type::Names(&Type::Either(&[Type::Null, Type::Object(NETWORK_USE)]))]),
        "The networks to join; without any, the default one.",
    ),
    key("oom_kill_disable", Type::Flag, "Whether the container is spared when memory runs out."),
    key("oom_score_adj", Type::Int(-1000, 1000), "How readily the container is killed when memory runs out."),
    key(
        "pid",
        Type::Either(&[Type::Null, Type::Text]),
        "The process namespace: `host`, `service:NAME` or `container:NAME`.",
    ),
    key("pids_limit", Type::Number, "How many processes; -1 is no limit."),
    key(
        "platform",
        Type::Suggested(&["linux/amd64", "linux/arm64"]),
        "The platform to run on, `os/arch/variant`.",
    ),
    key(
        "ports",
        Type::Set(&Type::Either(&[Type::Format(format::PORT), Type::Object(PORT)])),
        "Ports of the container that the host opens.",
    ),
    key("post_start", Type::List(&Type::Object(HOOK)), "Commands to run after the container has started.")
        .since("2.30"),
    key("pre_start", Type::List(&Type::Object(PRE_START)), "Commands to run before the container starts."),
    key("pre_stop", Type::List(&Type::Object(HOOK)), "Commands to run before the container stops.")
        .since("2.30"),
    key("privileged", Type::Flag, "Whether the container gets all rights on the host."),
    key("profiles", TEXT_SET, "The profiles that switch the service on; without any it is always on."),
    key("provider", Type::Object(PROVIDER), "A program that provides the service instead of a container.")
        .since("2.36"),
    key("pull_policy", PULL_POLICY, "When the image is pulled."),
    key("pull_refresh_after", Type::Text, "When a pulled image counts as old."),
    key("read_only", Type::Flag, "Whether the container's own files cannot be changed."),
    key(
        "restart",
        Type::Suggested(&["\"no\"", "always", "on-failure", "unless-stopped"]),
        "When the container is started again: `no`, `always`, `on-failure[:n]`, `unless-stopped`.",
    ),
    key("runtime", Type::Text, "The OCI runtime, such as `runc`."),
    key("scale", COUNT, "How many containers to run."),
    key("secrets", REFERENCES, "Confidential files that the service may read."),
    key("security_opt", TEXT_SET, "Security options, such as `no-new-privileges:true`."),
    key("shm_size", ANY_BYTES, "The size of `/dev/shm`."),
    key("stdin_open", Type::Flag, "Whether standard input stays open."),
    key("stop_grace_period", DURATION, "How long the container may take to stop before it is killed."),
    key("stop_signal", Type::Text, "The signal that asks the container to stop."),
    key("storage_opt", Type::Map(&Type::Any), "Options of the storage driver."),
    key("sysctls", PAIRS, "Kernel parameters."),
    key("tmpfs", TEXT_OR_SET, "Folders that live in memory."),
    key("tty", Type::Flag, "Whether the container gets a terminal."),
    key("ulimits", ULIMITS, "Limits of the processes."),
    key(
        "use_api_socket",
        Type::Bool,
        "Whether the container gets the engine's socket and the registry credentials.",
    )
    .since("2.37"),
    key("user", Type::Text, "The user, `uid[:gid]`, instead of the image's."),
    key("userns_mode", Type::Suggested(&["host"]), "The user namespace; `host` switches remapping off."),
    key("uts", Type::Suggested(&["host"]), "The host name namespace; `host` shares the host's.")
        .since("2.15"),
    key(
        "volumes",
        Type::Set(&Type::Either(&[Type::Format(format::MOUNT), Type::Object(MOUNT)])),
        "Volumes and host paths in the container.",
    ),
    key("volumes_from", TEXT_SET, "Services whose volumes are mounted too.").deprecated("named volumes"),
    key("working_dir", Type::Text, "The folder that commands start in."),
];

/// What it may be is the first's business.
const PULL_POLICY: Type = Type::Either(&[
    Type::Format(format::PULL_POLICY),
    Type::Suggested(&["always", "build", "daily", "missing", "never", "weekly"]),
]);

const DEPENDENCY: &Object = &Object::new(&[
    key(
        "condition",
        Type::Words(&["service_started", "service_healthy", "service_completed_successfully"]),
        "When the dependency counts as ready.",
    ),
    key("restart", Type::Flag, "Whether this service restarts with the dependency.").since("2.17"),
    key("required", Type::Flag, "Whether the project fails without the dependency; the default.")
        .since("2.20"),
])
.requires(&["condition"]);

const ENV_FILE: Type =
    Type::Either(&[Type::Text, Type::List(&Type::Either(&[Type::Text, Type::Object(ENV_FILE_OBJECT)]))]);

const ENV_FILE_OBJECT: &Object = &Object::new(&[
    key("path", Type::Text, "The file."),
    key("format", Type::Suggested(&["raw"]), "`raw` takes values as they are, without quotes and variables.")
        .since("2.30"),
    key("required", Type::Flag, "Whether the project fails without the file; the default.").since("2.24"),
])
.requires(&["path"])
.without_extensions();

const EXTENDS: &Object = &Object::new(&[
    key("service", Type::Text, "The service."),
    key("file", Type::Text, "The file it stands in."),
])
.requires(&["service"])
.without_extensions();

const GPU: &Object = &Object::new(DEVICE_REQUEST_KEYS).opened();

const DEVICE: &Object = &Object::new(&[
    key("source", Type::Text, "The device of the host."),
    key("target", Type::Text, "Its path in the container."),
    key("permissions", Type::Text, "What is allowed: `r`, `w`, `m`."),
])
.requires(&["source", "target"]);

const PORT: &Object = &Object::new(&[
    key("target", ANY_PORT, "The container's port."),
    key("published", Type::IntOrText, "The host's port or range of ports; without it, a random one."),
    key("host_ip", Type::Format(format::IP_ADDRESS), "The address of the host to listen on."),
    key("protocol", Type::Suggested(&["tcp", "udp"]), "`tcp` or `udp`."),
    key("app_protocol", Type::Text, "What is spoken over it, such as `http`.").since("2.26"),
    key("mode", Type::Suggested(&["ingress", "host"]), "`ingress`, or `host` for a port on each node."),
    key("name", Type::Text, "A name for people."),
])
.requires(&["target"]);

const ANY_PORT: Type = Type::Int(0, u32::MAX as i64);

const MOUNT: &Object = &Object::new(&[
    key("type", Type::Words(&["bind", "volume", "tmpfs", "npipe", "cluster", "image"]), "What is mounted."),
    key("source", Type::Text, "The host's path, the volume's name, or the image."),
    key("target", Type::Text, "The path in the container."),
    key("read_only", Type::Flag, "Whether the container cannot write to it."),
    key("consistency", Type::Text, "How up to date it must be, on some platforms."),
    key("bind", Type::Object(BIND), "Options of a host path."),
    key("volume", Type::Object(VOLUME_OPTIONS), "Options of a volume."),
    key("tmpfs", Type::Object(TMPFS), "Options of a folder in memory."),
    key("image", Type::Object(IMAGE_OPTIONS), "Options of an image."),
])
.requires(&["type", "target"]);

const IMAGE_OPTIONS: &Object =
    &Object::new(&[key("subpath", Type::Text, "The folder of the image to mount.").since("2.35")]);

/// `post_start`, `pre_stop` and `develop.watch[].exec`.
pub(super) const HOOK: &Object = &Object::new(HOOK_KEYS).requires(&["command"]);

const HOOK_KEYS: &[KeyInfo] = &[
    key("command", COMMAND, "What to run."),
    key("user", Type::Text, "The user to run it as."),
    key("working_dir", Type::Text, "The folder to run it in."),
    key("privileged", Type::Flag, "Whether it gets all rights on the host."),
    key("environment", PAIRS, "Variables for it."),
];

const PRE_START: &Object = &Object::new(&[
    key("command", COMMAND, "What to run."),
    key("user", Type::Text, "The user to run it as."),
    key("working_dir", Type::Text, "The folder to run it in."),
    key("privileged", Type::Flag, "Whether it gets all rights on the host."),
    key("environment", PAIRS, "Variables for it."),
    key("image", Type::Text, "The image to run it in."),
    key("per_replica", Type::Flag, "Whether it runs once for each container."),
]);
