//! The rules of the family `compose`.
//!
//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.

mod anonymous_volume_like_bind;
mod apparmor_unconfined;
mod build_and_image;
mod build_entitlement_insecure;
mod built_image_untagged;
mod cap_add_all;
mod capabilities_not_dropped;
mod command_cut_short;
mod conflicting_keys;
mod container_name_syntax;
mod container_port_unbound;
mod dangerous_capability;
mod datastore_port_published;
mod decimal_file_mode;
mod default_network_only;
mod dependencies_out_of_order;
mod dependency_cycle;
mod docker_socket_mount;
mod dropped_byte_value;
mod duplicate_container_name;
mod duplicate_environment_key;
mod duplicate_item;
mod duplicate_key;
mod duplicate_mount_target;
mod engine_api_granted;
mod external_name;
mod healthcheck_form;
mod host_cgroup;
mod host_ipc;
mod host_network;
mod host_pid;
mod host_port_conflict;
mod host_userns;
mod host_uts;
mod image_not_pinned;
mod image_tag_from_default;
mod image_without_digest;
mod insecure_service_flag;
mod invalid_image_reference;
mod invalid_interpolation;
mod invalid_key;
mod invalid_port;
mod invalid_value;
mod invalid_volume;
mod invalid_yaml;
mod legacy_layout;
mod legacy_links;
mod logging_unbounded;
mod missing_file;
mod missing_project_name;
mod new_privileges_allowed;
mod no_cpu_limit;
mod no_healthcheck;
mod no_memory_limit;
mod no_new_privileges_missing;
mod no_pids_limit;
mod no_restart_policy;
mod nothing_to_run;
mod obsolete_version;
mod one_letter_volume;
mod oom_kill_disabled;
mod partial_image_tag;
mod port_base60;
mod port_on_all_interfaces;
mod port_quote_style;
mod ports_out_of_order;
mod ports_with_host_network;
mod privileged_host_port;
mod privileged_service;
mod quoted_volume;
mod redundant_capability;
mod remote_admin_port;
mod restart_unbounded;
mod runs_as_root;
mod seccomp_unconfined;
mod selinux_disabled;
mod sensitive_host_mount;
mod service_keys_out_of_order;
mod services_out_of_order;
mod shared_mount_propagation;
mod systempaths_unconfined;
mod top_level_keys_out_of_order;
mod unauthenticated_source;
mod unbound_port_interface;
mod undefined_reference;
mod unhealthy_dependency;
mod unknown_key;
mod unknown_restart_policy;
mod unknown_volume_option;
mod unlimited_ulimit;
mod unquoted_port;
mod user_not_set;
mod value_changes_form;
mod writable_root_filesystem;
mod wrong_type;
mod yaml11_boolean;

use super::{Rule, summary};

/// The rules of this family, by name.
#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "anonymous-volume-like-bind",
        summary: summary("A volume looks like a path of the host and has no target."),
        family: "compose",
        meta: anonymous_volume_like_bind::META,
    },
    Rule {
        name: "apparmor-unconfined",
        summary: summary("A service runs without its AppArmor profile."),
        family: "compose",
        meta: apparmor_unconfined::META,
    },
    Rule {
        name: "build-and-image",
        summary: summary("A service has both build and image and no pull_policy."),
        family: "compose",
        meta: build_and_image::META,
    },
    Rule {
        name: "build-entitlement-insecure",
        summary: summary("A build is given rights on the host."),
        family: "compose",
        meta: build_entitlement_insecure::META,
    },
    Rule {
        name: "built-image-untagged",
        summary: summary("An image that is built here has no tag, or one that moves."),
        family: "compose",
        meta: built_image_untagged::META,
    },
    Rule {
        name: "cap-add-all",
        summary: summary("A service is given all capabilities."),
        family: "compose",
        meta: cap_add_all::META,
    },
    Rule {
        name: "capabilities-not-dropped",
        summary: summary("A service keeps all default capabilities."),
        family: "compose",
        meta: capabilities_not_dropped::META,
    },
    Rule {
        name: "command-cut-short",
        summary: summary("A command has an operator of the shell, at which Compose cuts it off."),
        family: "compose",
        meta: command_cut_short::META,
    },
    Rule {
        name: "conflicting-keys",
        summary: summary("Two keys stand together of which only one may, or which say different things."),
        family: "compose",
        meta: conflicting_keys::META,
    },
    Rule {
        name: "container-name-syntax",
        summary: summary("A container_name holds characters that the engine refuses."),
        family: "compose",
        meta: container_name_syntax::META,
    },
    Rule {
        name: "container-port-unbound",
        summary: summary("A published container port is one on which the image does not listen."),
        family: "compose",
        meta: container_port_unbound::META,
    },
    Rule {
        name: "dangerous-capability",
        summary: summary("A service is given a capability that suffices to take over the host."),
        family: "compose",
        meta: dangerous_capability::META,
    },
    Rule {
        name: "datastore-port-published",
        summary: summary("A database is published to the whole network."),
        family: "compose",
        meta: datastore_port_published::META,
    },
    Rule {
        name: "decimal-file-mode",
        summary: summary("A file mode is read as a decimal number."),
        family: "compose",
        meta: decimal_file_mode::META,
    },
    Rule {
        name: "default-network-only",
        summary: summary("All of three or more services share the default network."),
        family: "compose",
        meta: default_network_only::META,
    },
    Rule {
        name: "dependencies-out-of-order",
        summary: summary("The services in depends_on do not stand in alphabetical order."),
        family: "compose",
        meta: dependencies_out_of_order::META,
    },
    Rule {
        name: "dependency-cycle",
        summary: summary("Services wait for each other, extend each other, or files include each other."),
        family: "compose",
        meta: dependency_cycle::META,
    },
    Rule {
        name: "docker-socket-mount",
        summary: summary("A service mounts the socket of the container engine."),
        family: "compose",
        meta: docker_socket_mount::META,
    },
    Rule {
        name: "dropped-byte-value",
        summary: summary("A size is a number with a fraction, which Compose drops."),
        family: "compose",
        meta: dropped_byte_value::META,
    },
    Rule {
        name: "duplicate-container-name",
        summary: summary("Two services have the same container_name."),
        family: "compose",
        meta: duplicate_container_name::META,
    },
    Rule {
        name: "duplicate-environment-key",
        summary: summary("A variable is set twice in the same list."),
        family: "compose",
        meta: duplicate_environment_key::META,
    },
    Rule {
        name: "duplicate-item",
        summary: summary("The same item stands twice in a list that takes each once."),
        family: "compose",
        meta: duplicate_item::META,
    },
    Rule {
        name: "duplicate-key",
        summary: summary("The same key stands twice in one mapping."),
        family: "compose",
        meta: duplicate_key::META,
    },
    Rule {
        name: "duplicate-mount-target",
        summary: summary("Two volumes of a service are mounted at the same path."),
        family: "compose",
        meta: duplicate_mount_target::META,
    },
    Rule {
        name: "engine-api-granted",
        summary: summary("A service is given the engine's socket and the registry logins."),
        family: "compose",
        meta: engine_api_granted::META,
    },
    Rule {
        name: "external-name",
        summary: summary("The name of an external resource stands below external."),
        family: "compose",
        meta: external_name::META,
    },
    Rule {
        name: "healthcheck-form",
        summary: summary("A health check does not run what it seems to run."),
        family: "compose",
        meta: healthcheck_form::META,
    },
    Rule {
        name: "host-cgroup",
        summary: summary("A service lives in a control group of the host."),
        family: "compose",
        meta: host_cgroup::META,
    },
    Rule {
        name: "host-ipc",
        summary: summary("A service shares the IPC namespace of the host."),
        family: "compose",
        meta: host_ipc::META,
    },
    Rule {
        name: "host-network",
        summary: summary("A service uses the network of the host."),
        family: "compose",
        meta: host_network::META,
    },
    Rule {
        name: "host-pid",
        summary: summary("A service shares the process table of the host."),
        family: "compose",
        meta: host_pid::META,
    },
    Rule {
        name: "host-port-conflict",
        summary: summary("Two services of a project want the same port of the host."),
        family: "compose",
        meta: host_port_conflict::META,
    },
    Rule {
        name: "host-userns",
        summary: summary("A service opts out of the mapping of user IDs."),
        family: "compose",
        meta: host_userns::META,
    },
    Rule {
        name: "host-uts",
        summary: summary("A service shares the host name of the host."),
        family: "compose",
        meta: host_uts::META,
    },
    Rule {
        name: "image-not-pinned",
        summary: summary("A service runs an image without a tag, or with a tag that moves."),
        family: "compose",
        meta: image_not_pinned::META,
    },
    Rule {
        name: "image-tag-from-default",
        summary: summary("The tag of an image is a variable whose default names no version."),
        family: "compose",
        meta: image_tag_from_default::META,
    },
    Rule {
        name: "image-without-digest",
        summary: summary("An image is pinned by a tag and not by its digest."),
        family: "compose",
        meta: image_without_digest::META,
    },
    Rule {
        name: "insecure-service-flag",
        summary: summary("A setting switches the authentication of a service off."),
        family: "compose",
        meta: insecure_service_flag::META,
    },
    Rule {
        name: "invalid-image-reference",
        summary: summary("The name of an image is one that no registry can have."),
        family: "compose",
        meta: invalid_image_reference::META,
    },
    Rule {
        name: "invalid-interpolation",
        summary: summary("A ${...} does not fit the grammar of Compose."),
        family: "compose",
        meta: invalid_interpolation::META,
    },
    Rule {
        name: "invalid-key",
        summary: summary("A key is not text, or << merges something that is no mapping."),
        family: "compose",
        meta: invalid_key::META,
    },
    Rule {
        name: "invalid-port",
        summary: summary("An item of ports does not fit its grammar."),
        family: "compose",
        meta: invalid_port::META,
    },
    Rule {
        name: "invalid-value",
        summary: summary("A duration, a size, a name, a command or the like does not fit its grammar."),
        family: "compose",
        meta: invalid_value::META,
    },
    Rule {
        name: "invalid-volume",
        summary: summary("An item of volumes does not fit its grammar, or its path is taken."),
        family: "compose",
        meta: invalid_volume::META,
    },
    Rule {
        name: "invalid-yaml",
        summary: summary("The file is not YAML from this place on."),
        family: "compose",
        meta: invalid_yaml::META,
    },
    Rule {
        name: "legacy-layout",
        summary: summary("The services stand at the top of the file, which Compose no longer loads."),
        family: "compose",
        meta: legacy_layout::META,
    },
    Rule {
        name: "legacy-links",
        summary: summary("A service uses links, external_links or volumes_from."),
        family: "compose",
        meta: legacy_links::META,
    },
    Rule {
        name: "logging-unbounded",
        summary: summary("The log of a service grows until the disk is full."),
        family: "compose",
        meta: logging_unbounded::META,
    },
    Rule {
        name: "missing-file",
        summary: summary("A file that include, extends, env_file or label_file names is not there."),
        family: "compose",
        meta: missing_file::META,
    },
    Rule {
        name: "missing-project-name",
        summary: summary("The file has no top-level name, so the project is named after its folder."),
        family: "compose",
        meta: missing_project_name::META,
    },
    Rule {
        name: "new-privileges-allowed",
        summary: summary("A service may gain privileges, even if the engine forbids it."),
        family: "compose",
        meta: new_privileges_allowed::META,
    },
    Rule {
        name: "no-cpu-limit",
        summary: summary("A service has no CPU limit."),
        family: "compose",
        meta: no_cpu_limit::META,
    },
    Rule {
        name: "no-healthcheck",
        summary: summary("A service has no health check."),
        family: "compose",
        meta: no_healthcheck::META,
    },
    Rule {
        name: "no-memory-limit",
        summary: summary("A service has no memory limit."),
        family: "compose",
        meta: no_memory_limit::META,
    },
    Rule {
        name: "no-new-privileges-missing",
        summary: summary("A service may gain privileges through setuid programs."),
        family: "compose",
        meta: no_new_privileges_missing::META,
    },
    Rule {
        name: "no-pids-limit",
        summary: summary("A service has no process limit."),
        family: "compose",
        meta: no_pids_limit::META,
    },
    Rule {
        name: "no-restart-policy",
        summary: summary("A service is not started again after a crash."),
        family: "compose",
        meta: no_restart_policy::META,
    },
    Rule {
        name: "nothing-to-run",
        summary: summary("A service has neither image nor build."),
        family: "compose",
        meta: nothing_to_run::META,
    },
    Rule {
        name: "obsolete-version",
        summary: summary("The file has a top-level version, which Compose ignores."),
        family: "compose",
        meta: obsolete_version::META,
    },
    Rule {
        name: "one-letter-volume",
        summary: summary("A volume's name is one letter, which Compose takes for a drive of Windows."),
        family: "compose",
        meta: one_letter_volume::META,
    },
    Rule {
        name: "oom-kill-disabled",
        summary: summary("The kernel may not kill a service that takes all memory."),
        family: "compose",
        meta: oom_kill_disabled::META,
    },
    Rule {
        name: "partial-image-tag",
        summary: summary("The tag of an image names a major version only."),
        family: "compose",
        meta: partial_image_tag::META,
    },
    Rule {
        name: "port-base60",
        summary: summary("A port without quotes is a number in base 60 for readers of YAML 1.1."),
        family: "compose",
        meta: port_base60::META,
    },
    Rule {
        name: "port-on-all-interfaces",
        summary: summary("A port is published on all interfaces of the host."),
        family: "compose",
        meta: port_on_all_interfaces::META,
    },
    Rule {
        name: "port-quote-style",
        summary: summary("A port does not stand in single quotes."),
        family: "compose",
        meta: port_quote_style::META,
    },
    Rule {
        name: "ports-out-of-order",
        summary: summary("The ports of a service do not stand in the order of the published ones."),
        family: "compose",
        meta: ports_out_of_order::META,
    },
    Rule {
        name: "ports-with-host-network",
        summary: summary("A service without a network of its own publishes ports."),
        family: "compose",
        meta: ports_with_host_network::META,
    },
    Rule {
        name: "privileged-host-port",
        summary: summary("A service takes a port of the host below 1024."),
        family: "compose",
        meta: privileged_host_port::META,
    },
    Rule {
        name: "privileged-service",
        summary: summary("A service runs privileged."),
        family: "compose",
        meta: privileged_service::META,
    },
    Rule {
        name: "quoted-volume",
        summary: summary("A short volume stands in quotes."),
        family: "compose",
        meta: quoted_volume::META,
    },
    Rule {
        name: "redundant-capability",
        summary: summary("A capability is added that every container has, or that is dropped too."),
        family: "compose",
        meta: redundant_capability::META,
    },
    Rule {
        name: "remote-admin-port",
        summary: summary("A port for remote administration is published to the whole network."),
        family: "compose",
        meta: remote_admin_port::META,
    },
    Rule {
        name: "restart-unbounded",
        summary: summary("A service that fails is started again for ever."),
        family: "compose",
        meta: restart_unbounded::META,
    },
    Rule {
        name: "runs-as-root",
        summary: summary("A service asks for root as its user."),
        family: "compose",
        meta: runs_as_root::META,
    },
    Rule {
        name: "seccomp-unconfined",
        summary: summary("A service runs without the filter of system calls."),
        family: "compose",
        meta: seccomp_unconfined::META,
    },
    Rule {
        name: "selinux-disabled",
        summary: summary("A service runs without SELinux labels."),
        family: "compose",
        meta: selinux_disabled::META,
    },
    Rule {
        name: "sensitive-host-mount",
        summary: summary("A service mounts a folder of the host's system, or somebody's keys."),
        family: "compose",
        meta: sensitive_host_mount::META,
    },
    Rule {
        name: "service-keys-out-of-order",
        summary: summary("The keys of a service do not stand in the customary order."),
        family: "compose",
        meta: service_keys_out_of_order::META,
    },
    Rule {
        name: "services-out-of-order",
        summary: summary("The services do not stand in alphabetical order."),
        family: "compose",
        meta: services_out_of_order::META,
    },
    Rule {
        name: "shared-mount-propagation",
        summary: summary("Mounts made inside a container appear on the host, or the reverse."),
        family: "compose",
        meta: shared_mount_propagation::META,
    },
    Rule {
        name: "systempaths-unconfined",
        summary: summary("A service sees the kernel files that the engine hides."),
        family: "compose",
        meta: systempaths_unconfined::META,
    },
    Rule {
        name: "top-level-keys-out-of-order",
        summary: summary("The top-level keys do not stand in the customary order."),
        family: "compose",
        meta: top_level_keys_out_of_order::META,
    },
    Rule {
        name: "unauthenticated-source",
        summary: summary("A build context is fetched over a connection that nobody vouches for."),
        family: "compose",
        meta: unauthenticated_source::META,
    },
    Rule {
        name: "unbound-port-interface",
        summary: summary("A service publishes ports without naming an address to listen on."),
        family: "compose",
        meta: unbound_port_interface::META,
    },
    Rule {
        name: "undefined-reference",
        summary: summary("A service, network, volume, secret or config is used and declared nowhere."),
        family: "compose",
        meta: undefined_reference::META,
    },
    Rule {
        name: "unhealthy-dependency",
        summary: summary("A service waits until another is healthy, which nothing ever checks."),
        family: "compose",
        meta: unhealthy_dependency::META,
    },
    Rule {
        name: "unknown-key",
        summary: summary("A key is not one that Compose knows at this place."),
        family: "compose",
        meta: unknown_key::META,
    },
    Rule {
        name: "unknown-restart-policy",
        summary: summary("The restart policy is one that the engine does not know."),
        family: "compose",
        meta: unknown_restart_policy::META,
    },
    Rule {
        name: "unknown-volume-option",
        summary: summary("A volume has an option that nothing understands."),
        family: "compose",
        meta: unknown_volume_option::META,
    },
    Rule {
        name: "unlimited-ulimit",
        summary: summary("A service has no limit on files, processes or locked memory."),
        family: "compose",
        meta: unlimited_ulimit::META,
    },
    Rule {
        name: "unquoted-port",
        summary: summary("A port mapping with a colon stands without quotes."),
        family: "compose",
        meta: unquoted_port::META,
    },
    Rule {
        name: "user-not-set",
        summary: summary("A service does not say as which user it runs."),
        family: "compose",
        meta: user_not_set::META,
    },
    Rule {
        name: "value-changes-form",
        summary: summary("A value without quotes arrives in another form than it is written."),
        family: "compose",
        meta: value_changes_form::META,
    },
    Rule {
        name: "writable-root-filesystem",
        summary: summary("A service can write to its root file system."),
        family: "compose",
        meta: writable_root_filesystem::META,
    },
    Rule {
        name: "wrong-type",
        summary: summary("A value has another type than its key wants, or a required one is missing."),
        family: "compose",
        meta: wrong_type::META,
    },
    Rule {
        name: "yaml11-boolean",
        summary: summary("A plain yes, no, on or off is text for some tools and a boolean for others."),
        family: "compose",
        meta: yaml11_boolean::META,
    },
];
