//! The keys of `deploy`.

use super::{COUNT, DEVICE_REQUESTS, DURATION, Object, PAIRS, TEXTS, Type, format, key};

/// `deploy`.
pub(super) const DEPLOY: &Object = &Object::new(&[
    key(
        "mode",
        Type::Suggested(&["replicated", "global"]),
        "`replicated`, or `global` for one container on each node.",
    ),
    key("replicas", COUNT, "How many containers to run."),
    key("endpoint_mode", Type::Suggested(&["vip", "dnsrr"]), "How the service is found: `vip` or `dnsrr`."),
    key("labels", PAIRS, "Labels of the service, not of its containers."),
    key("update_config", Type::Object(UPDATE), "How containers are replaced by newer ones."),
    key("rollback_config", Type::Object(UPDATE), "How a failed update is taken back."),
    key("resources", Type::Object(RESOURCES), "What the containers may and must get."),
    key("restart_policy", Type::Object(RESTART), "When containers are started again."),
    key("placement", Type::Object(PLACEMENT), "Where containers may run."),
]);

const UPDATE: &Object = &Object::new(&[
    key("parallelism", super::ANY_INT, "How many containers at once."),
    key("delay", DURATION, "The time between two of them."),
    key(
        "failure_action",
        Type::Suggested(&["continue", "pause", "rollback"]),
        "What to do on failure: `continue`, `pause`, `rollback`.",
    ),
    key("monitor", DURATION, "How long failures count after a start."),
    key("max_failure_ratio", Type::Number, "The share of failures that is accepted."),
    key(
        "order",
        Type::Words(&["start-first", "stop-first"]),
        "Whether the new container starts before the old one stops.",
    ),
]);

const RESOURCES: &Object = &Object::new(&[
    key("limits", Type::Object(LIMITS), "What the containers may use at most."),
    key("reservations", Type::Object(RESERVATIONS), "What must be free for the containers to start."),
]);

const LIMITS: &Object = &Object::new(&[
    key("cpus", Type::Number, "How many processors."),
    key("memory", Type::Format(format::BYTES_AS_TEXT), "How much memory."),
    key("pids", super::ANY_INT, "How many processes."),
]);

const RESERVATIONS: &Object = &Object::new(&[
    key("cpus", Type::Number, "How many processors."),
    key("memory", Type::Format(format::BYTES_AS_TEXT), "How much memory."),
    key(
        "generic_resources",
        Type::List(&Type::Object(GENERIC)),
        "Resources that nodes advertise themselves.",
    ),
    key("devices", DEVICE_REQUESTS, "Devices, such as GPUs."),
]);

const GENERIC: &Object =
    &Object::new(&[key("discrete_resource_spec", Type::Object(DISCRETE), "A resource that can be counted.")]);

const DISCRETE: &Object =
    &Object::new(&[key("kind", Type::Text, "Its name."), key("value", Type::Number, "How many.")]);

const RESTART: &Object = &Object::new(&[
    key("condition", Type::Suggested(&["none", "on-failure", "any"]), "`none`, `on-failure` or `any`."),
    key("delay", DURATION, "The time before a restart."),
    key("max_attempts", super::ANY_INT, "How often at most."),
    key("window", DURATION, "How long a container must run to count as started."),
]);

const PLACEMENT: &Object = &Object::new(&[
    key("constraints", TEXTS, "What nodes must be like."),
    key("preferences", Type::List(&Type::Object(PREFERENCE)), "How containers are spread over nodes."),
    key("max_replicas_per_node", super::ANY_INT, "How many containers one node may run."),
]);

const PREFERENCE: &Object = &Object::new(&[key("spread", Type::Text, "The label to spread over.")]);
