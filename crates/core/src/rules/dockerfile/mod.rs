//! The rules of the family `dockerfile`.
//!
//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.

mod add_instead_of_copy;
mod apk_cache_left;
mod apt_get_without_yes;
mod apt_in_build;
mod apt_key;
mod apt_lists_left;
mod apt_recommended_packages;
mod archive_copied_then_unpacked;
mod archive_left;
mod background_process_lost;
mod base_image_of_other_platform;
mod base_image_without_digest;
mod broken_json_form;
mod build_platform_in_image;
mod cd_instead_of_workdir;
mod cmd_ignored;
mod command_in_builder_stage;
mod consecutive_runs;
mod copy_from_own_stage;
mod copy_from_unknown_stage;
mod copy_ignored_file;
mod copy_root_filesystem;
mod copy_several_to_file;
mod curl_and_wget;
mod curl_without_fail;
mod debian_frontend_in_image;
mod debug_mode;
mod debugger_open;
mod deleted_in_later_layer;
mod description_without_name;
mod development_server;
mod dnf_cache_left;
mod dnf_without_yes;
mod duplicate_expose;
mod duplicate_stage_name;
mod empty_continuation;
mod empty_label;
mod end_of_life_base_image;
mod env_refers_to_itself;
mod expose_port_out_of_range;
mod expose_protocol_casing;
mod expose_with_host_part;
mod fixed_architecture;
mod fixed_platform;
mod forbidden_onbuild_trigger;
mod from_as_casing;
mod git_clone_without_ref;
mod healthcheck_without_program;
mod here_document_without_errexit;
mod inline_ignore;
mod install_without_root;
mod instruction_before_from;
mod instruction_casing;
mod invalid_image_by_default;
mod label_not_a_hash;
mod label_not_a_licence;
mod label_not_a_time;
mod label_not_a_url;
mod label_not_a_version;
mod label_not_an_email;
mod last_user_root;
mod later_relative_workdir;
mod latest_base_image;
mod latest_download;
mod legacy_key_value;
mod maintainer;
mod malformed_label_key;
mod missing_healthcheck;
mod missing_label;
mod no_user;
mod obsolete_npm_option;
mod overridden_instruction;
mod owner_changed_in_later_layer;
mod package_signature_unchecked;
mod partial_base_image_tag;
mod path_replaced;
mod pip_cache_left;
mod pipe_without_pipefail;
mod plain_http_download;
mod platform_on_from;
mod pointless_command;
mod redundant_platform;
mod relative_copy_target;
mod relative_workdir;
mod relinked_sh;
mod remote_add_unchecked;
mod reserved_stage_name;
mod root_without_password;
mod secret_like_name;
mod secret_like_variable;
mod several_cmds;
mod several_entrypoints;
mod several_healthchecks;
mod shell_form_command;
mod shell_form_elsewhere;
mod shell_state_lost;
mod source_before_dependencies;
mod ssh_host_key_unchecked;
mod ssh_port_exposed;
mod stage_name_casing;
mod stage_used_too_early;
mod sudo_in_build;
mod syntax_error;
mod system_upgrade;
mod tls_check_disabled;
mod tool_cache_left;
mod undefined_arg_in_from;
mod undefined_variable;
mod undefined_variable_in_run;
mod unknown_label;
mod unpinned_apk_package;
mod unpinned_apt_package;
mod unpinned_dnf_package;
mod unpinned_gem;
mod unpinned_go_package;
mod unpinned_npm_package;
mod unpinned_pip_package;
mod unpinned_tool_package;
mod unpinned_yum_package;
mod unpinned_zypper_package;
mod untagged_base_image;
mod untrusted_registry;
mod unused_stage;
mod unverified_script;
mod update_without_install;
mod user_by_name;
mod useradd_huge_uid;
mod variable_in_exec_form;
mod variable_of_unknown_image;
mod wget_progress;
mod world_writable;
mod write_after_volume;
mod yarn_cache_left;
mod yum_cache_left;
mod yum_without_yes;
mod zypper_cache_left;
mod zypper_dist_upgrade;
mod zypper_without_yes;

use super::{Rule, summary};

/// The rules of this family, by name.
#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "add-instead-of-copy",
        summary: summary("ADD is used where COPY does the same without surprises."),
        family: "dockerfile",
        meta: add_instead_of_copy::META,
    },
    Rule {
        name: "apk-cache-left",
        summary: summary("apk add leaves the package index in the layer."),
        family: "dockerfile",
        meta: apk_cache_left::META,
    },
    Rule {
        name: "apt-get-without-yes",
        summary: summary("apt-get install would ask for confirmation, and a build cannot answer."),
        family: "dockerfile",
        meta: apt_get_without_yes::META,
    },
    Rule {
        name: "apt-in-build",
        summary: summary("A RUN uses apt, whose command line is made for people."),
        family: "dockerfile",
        meta: apt_in_build::META,
    },
    Rule {
        name: "apt-key",
        summary: summary("A key is installed with apt-key."),
        family: "dockerfile",
        meta: apt_key::META,
    },
    Rule {
        name: "apt-lists-left",
        summary: summary("A RUN fetches apt's package lists and leaves them in the layer."),
        family: "dockerfile",
        meta: apt_lists_left::META,
    },
    Rule {
        name: "apt-recommended-packages",
        summary: summary("apt-get install also pulls in recommended packages."),
        family: "dockerfile",
        meta: apt_recommended_packages::META,
    },
    Rule {
        name: "archive-copied-then-unpacked",
        summary: summary("An archive is copied into the image and unpacked by a later RUN."),
        family: "dockerfile",
        meta: archive_copied_then_unpacked::META,
    },
    Rule {
        name: "archive-left",
        summary: summary("A RUN downloads an archive, unpacks it and leaves it in the layer."),
        family: "dockerfile",
        meta: archive_left::META,
    },
    Rule {
        name: "background-process-lost",
        summary: summary("A RUN ends with a process in the background."),
        family: "dockerfile",
        meta: background_process_lost::META,
    },
    Rule {
        name: "base-image-of-other-platform",
        summary: summary("A stage asks for another platform than its base image is made for."),
        family: "dockerfile",
        meta: base_image_of_other_platform::META,
    },
    Rule {
        name: "base-image-without-digest",
        summary: summary("A base image has a tag but no digest."),
        family: "dockerfile",
        meta: base_image_without_digest::META,
    },
    Rule {
        name: "broken-json-form",
        summary: summary("RUN, HEALTHCHECK, COPY, ADD or VOLUME has something that looks like a JSON array and is none."),
        family: "dockerfile",
        meta: broken_json_form::META,
    },
    Rule {
        name: "build-platform-in-image",
        summary: summary("The last stage has the platform of the machine that builds."),
        family: "dockerfile",
        meta: build_platform_in_image::META,
    },
    Rule {
        name: "cd-instead-of-workdir",
        summary: summary("A RUN changes directory with cd."),
        family: "dockerfile",
        meta: cd_instead_of_workdir::META,
    },
    Rule {
        name: "cmd-ignored",
        summary: summary("CMD has no effect, since the ENTRYPOINT is in shell form."),
        family: "dockerfile",
        meta: cmd_ignored::META,
    },
    Rule {
        name: "command-in-builder-stage",
        summary: summary("CMD, ENTRYPOINT or HEALTHCHECK stands in a stage that others only copy from."),
        family: "dockerfile",
        meta: command_in_builder_stage::META,
    },
    Rule {
        name: "consecutive-runs",
        summary: summary("Two RUN instructions of one command each follow each other."),
        family: "dockerfile",
        meta: consecutive_runs::META,
    },
    Rule {
        name: "copy-from-own-stage",
        summary: summary("COPY --from names the stage that it stands in."),
        family: "dockerfile",
        meta: copy_from_own_stage::META,
    },
    Rule {
        name: "copy-from-unknown-stage",
        summary: summary("COPY --from names no stage of this file and no tagged image."),
        family: "dockerfile",
        meta: copy_from_unknown_stage::META,
    },
    Rule {
        name: "copy-ignored-file",
        summary: summary("COPY or ADD takes a file that .dockerignore leaves out of the build context."),
        family: "dockerfile",
        meta: copy_ignored_file::META,
    },
    Rule {
        name: "copy-root-filesystem",
        summary: summary("COPY takes the whole file system of another stage or image."),
        family: "dockerfile",
        meta: copy_root_filesystem::META,
    },
    Rule {
        name: "copy-several-to-file",
        summary: summary("COPY has several sources, but its destination does not end with a slash."),
        family: "dockerfile",
        meta: copy_several_to_file::META,
    },
    Rule {
        name: "curl-and-wget",
        summary: summary("A stage uses both curl and wget."),
        family: "dockerfile",
        meta: curl_and_wget::META,
    },
    Rule {
        name: "curl-without-fail",
        summary: summary("curl saves a file that nothing checks, and would save an error page as well."),
        family: "dockerfile",
        meta: curl_without_fail::META,
    },
    Rule {
        name: "debian-frontend-in-image",
        summary: summary("ENV leaves DEBIAN_FRONTEND=noninteractive in the image."),
        family: "dockerfile",
        meta: debian_frontend_in_image::META,
    },
    Rule {
        name: "debug-mode",
        summary: summary("ENV puts the program of an image into a mode for development or debugging."),
        family: "dockerfile",
        meta: debug_mode::META,
    },
    Rule {
        name: "debugger-open",
        summary: summary("The image opens a debugger to the network."),
        family: "dockerfile",
        meta: debugger_open::META,
    },
    Rule {
        name: "deleted-in-later-layer",
        summary: summary("A RUN deletes what an earlier instruction has put into the image."),
        family: "dockerfile",
        meta: deleted_in_later_layer::META,
    },
    Rule {
        name: "description-without-name",
        summary: summary("The comment above an ARG or a named stage does not begin with its name."),
        family: "dockerfile",
        meta: description_without_name::META,
    },
    Rule {
        name: "development-server",
        summary: summary("The image starts a development server."),
        family: "dockerfile",
        meta: development_server::META,
    },
    Rule {
        name: "dnf-cache-left",
        summary: summary("dnf leaves its cache in the layer."),
        family: "dockerfile",
        meta: dnf_cache_left::META,
    },
    Rule {
        name: "dnf-without-yes",
        summary: summary("dnf install would ask for confirmation, and a build cannot answer."),
        family: "dockerfile",
        meta: dnf_without_yes::META,
    },
    Rule {
        name: "duplicate-expose",
        summary: summary("EXPOSE names the same port twice."),
        family: "dockerfile",
        meta: duplicate_expose::META,
    },
    Rule {
        name: "duplicate-stage-name",
        summary: summary("Two stages have the same name."),
        family: "dockerfile",
        meta: duplicate_stage_name::META,
    },
    Rule {
        name: "empty-continuation",
        summary: summary("An instruction that is continued over several lines holds an empty line."),
        family: "dockerfile",
        meta: empty_continuation::META,
    },
    Rule {
        name: "empty-label",
        summary: summary("A label that the schema asks for is empty."),
        family: "dockerfile",
        meta: empty_label::META,
    },
    Rule {
        name: "end-of-life-base-image",
        summary: summary("A base image's release is past its end of life."),
        family: "dockerfile",
        meta: end_of_life_base_image::META,
    },
    Rule {
        name: "env-refers-to-itself",
        summary: summary("An ENV value uses a variable that the same ENV sets."),
        family: "dockerfile",
        meta: env_refers_to_itself::META,
    },
    Rule {
        name: "expose-port-out-of-range",
        summary: summary("EXPOSE names a port above 65535."),
        family: "dockerfile",
        meta: expose_port_out_of_range::META,
    },
    Rule {
        name: "expose-protocol-casing",
        summary: summary("EXPOSE names a protocol in upper case."),
        family: "dockerfile",
        meta: expose_protocol_casing::META,
    },
    Rule {
        name: "expose-with-host-part",
        summary: summary("EXPOSE holds a host address or host port."),
        family: "dockerfile",
        meta: expose_with_host_part::META,
    },
    Rule {
        name: "fixed-architecture",
        summary: summary("A file that builds for several platforms downloads or compiles for one of them."),
        family: "dockerfile",
        meta: fixed_architecture::META,
    },
    Rule {
        name: "fixed-platform",
        summary: summary("FROM has a constant platform, so the stage ignores the platform that the user asks for."),
        family: "dockerfile",
        meta: fixed_platform::META,
    },
    Rule {
        name: "forbidden-onbuild-trigger",
        summary: summary("ONBUILD holds an instruction that may not be triggered."),
        family: "dockerfile",
        meta: forbidden_onbuild_trigger::META,
    },
    Rule {
        name: "from-as-casing",
        summary: summary("FROM and AS are written in different case."),
        family: "dockerfile",
        meta: from_as_casing::META,
    },
    Rule {
        name: "git-clone-without-ref",
        summary: summary("git clone takes whatever the default branch holds."),
        family: "dockerfile",
        meta: git_clone_without_ref::META,
    },
    Rule {
        name: "healthcheck-without-program",
        summary: summary("HEALTHCHECK calls a program that the image does not have."),
        family: "dockerfile",
        meta: healthcheck_without_program::META,
    },
    Rule {
        name: "here-document-without-errexit",
        summary: summary("A RUN with a here-document goes on after a command that fails."),
        family: "dockerfile",
        meta: here_document_without_errexit::META,
    },
    Rule {
        name: "inline-ignore",
        summary: summary("A comment switches off rules for the next instruction."),
        family: "dockerfile",
        meta: inline_ignore::META,
    },
    Rule {
        name: "install-without-root",
        summary: summary("A package manager runs as a user who may not install packages."),
        family: "dockerfile",
        meta: install_without_root::META,
    },
    Rule {
        name: "instruction-before-from",
        summary: summary("An instruction stands before the first FROM."),
        family: "dockerfile",
        meta: instruction_before_from::META,
    },
    Rule {
        name: "instruction-casing",
        summary: summary("Instructions are written partly in upper, partly in lower case."),
        family: "dockerfile",
        meta: instruction_casing::META,
    },
    Rule {
        name: "invalid-image-by-default",
        summary: summary("With its default arguments, FROM does not name a valid image."),
        family: "dockerfile",
        meta: invalid_image_by_default::META,
    },
    Rule {
        name: "label-not-a-hash",
        summary: summary("A label should hold a git commit, and does not."),
        family: "dockerfile",
        meta: label_not_a_hash::META,
    },
    Rule {
        name: "label-not-a-licence",
        summary: summary("A label should hold an SPDX licence identifier, and does not."),
        family: "dockerfile",
        meta: label_not_a_licence::META,
    },
    Rule {
        name: "label-not-a-time",
        summary: summary("A label should hold a date and time (RFC 3339), and does not."),
        family: "dockerfile",
        meta: label_not_a_time::META,
    },
    Rule {
        name: "label-not-a-url",
        summary: summary("A label should hold a URL, and does not."),
        family: "dockerfile",
        meta: label_not_a_url::META,
    },
    Rule {
        name: "label-not-a-version",
        summary: summary("A label should hold a semantic version, and does not."),
        family: "dockerfile",
        meta: label_not_a_version::META,
    },
    Rule {
        name: "label-not-an-email",
        summary: summary("A label should hold an e-mail address, and does not."),
        family: "dockerfile",
        meta: label_not_an_email::META,
    },
    Rule {
        name: "last-user-root",
        summary: summary("A stage ends with USER root, so its containers run as root."),
        family: "dockerfile",
        meta: last_user_root::META,
    },
    Rule {
        name: "later-relative-workdir",
        summary: summary("A WORKDIR is relative to an earlier WORKDIR of the stage."),
        family: "dockerfile",
        meta: later_relative_workdir::META,
    },
    Rule {
        name: "latest-base-image",
        summary: summary("A base image has the tag latest, which moves."),
        family: "dockerfile",
        meta: latest_base_image::META,
    },
    Rule {
        name: "latest-download",
        summary: summary("A download takes whatever is the latest release."),
        family: "dockerfile",
        meta: latest_download::META,
    },
    Rule {
        name: "legacy-key-value",
        summary: summary("ENV or LABEL is written without an equals sign."),
        family: "dockerfile",
        meta: legacy_key_value::META,
    },
    Rule {
        name: "maintainer",
        summary: summary("MAINTAINER is deprecated."),
        family: "dockerfile",
        meta: maintainer::META,
    },
    Rule {
        name: "malformed-label-key",
        summary: summary("A label's key does not follow the naming rules for labels."),
        family: "dockerfile",
        meta: malformed_label_key::META,
    },
    Rule {
        name: "missing-healthcheck",
        summary: summary("A stage has no HEALTHCHECK."),
        family: "dockerfile",
        meta: missing_healthcheck::META,
    },
    Rule {
        name: "missing-label",
        summary: summary("A stage lacks a label that the schema asks for."),
        family: "dockerfile",
        meta: missing_label::META,
    },
    Rule {
        name: "no-user",
        summary: summary("The image has no USER, so its containers run as root."),
        family: "dockerfile",
        meta: no_user::META,
    },
    Rule {
        name: "obsolete-npm-option",
        summary: summary("npm is given an option that it has deprecated."),
        family: "dockerfile",
        meta: obsolete_npm_option::META,
    },
    Rule {
        name: "overridden-instruction",
        summary: summary("A CMD, ENTRYPOINT or HEALTHCHECK has no effect, since a later one of the same stage replaces it."),
        family: "dockerfile",
        meta: overridden_instruction::META,
    },
    Rule {
        name: "owner-changed-in-later-layer",
        summary: summary("A RUN gives another owner or mode to all files that an earlier COPY has put into the image."),
        family: "dockerfile",
        meta: owner_changed_in_later_layer::META,
    },
    Rule {
        name: "package-signature-unchecked",
        summary: summary("A package manager is told to install packages that nobody has signed."),
        family: "dockerfile",
        meta: package_signature_unchecked::META,
    },
    Rule {
        name: "partial-base-image-tag",
        summary: summary("A base image's tag names only a part of a version, so it moves within it."),
        family: "dockerfile",
        meta: partial_base_image_tag::META,
    },
    Rule {
        name: "path-replaced",
        summary: summary("ENV PATH leaves out the folders with the system's own commands."),
        family: "dockerfile",
        meta: path_replaced::META,
    },
    Rule {
        name: "pip-cache-left",
        summary: summary("pip install leaves its download cache in the layer."),
        family: "dockerfile",
        meta: pip_cache_left::META,
    },
    Rule {
        name: "pipe-without-pipefail",
        summary: summary("A RUN has a pipe, but the shell ignores failures before the last command."),
        family: "dockerfile",
        meta: pipe_without_pipefail::META,
    },
    Rule {
        name: "plain-http-download",
        summary: summary("A RUN downloads over plain http what it then unpacks, installs or keeps."),
        family: "dockerfile",
        meta: plain_http_download::META,
    },
    Rule {
        name: "platform-on-from",
        summary: summary("FROM has a platform flag that follows neither the build's nor the target's platform."),
        family: "dockerfile",
        meta: platform_on_from::META,
    },
    Rule {
        name: "pointless-command",
        summary: summary("A RUN uses a command that makes no sense during a build."),
        family: "dockerfile",
        meta: pointless_command::META,
    },
    Rule {
        name: "redundant-platform",
        summary: summary("FROM asks for the target platform, which is the default."),
        family: "dockerfile",
        meta: redundant_platform::META,
    },
    Rule {
        name: "relative-copy-target",
        summary: summary("COPY writes to a relative path, but no WORKDIR says where that is."),
        family: "dockerfile",
        meta: relative_copy_target::META,
    },
    Rule {
        name: "relative-workdir",
        summary: summary("The first WORKDIR of a stage is relative, so it depends on the base image's own."),
        family: "dockerfile",
        meta: relative_workdir::META,
    },
    Rule {
        name: "relinked-sh",
        summary: summary("A RUN replaces /bin/sh by a link."),
        family: "dockerfile",
        meta: relinked_sh::META,
    },
    Rule {
        name: "remote-add-unchecked",
        summary: summary("ADD takes a file from a URL without a checksum."),
        family: "dockerfile",
        meta: remote_add_unchecked::META,
    },
    Rule {
        name: "reserved-stage-name",
        summary: summary("A stage has a name that Docker reserves."),
        family: "dockerfile",
        meta: reserved_stage_name::META,
    },
    Rule {
        name: "root-without-password",
        summary: summary("A user of the image is root, or becomes root without a password."),
        family: "dockerfile",
        meta: root_without_password::META,
    },
    Rule {
        name: "secret-like-name",
        summary: summary("ARG or ENV has a name that hadolint takes for a secret's."),
        family: "dockerfile",
        meta: secret_like_name::META,
    },
    Rule {
        name: "secret-like-variable",
        summary: summary("ARG or ENV has a name that promises a secret."),
        family: "dockerfile",
        meta: secret_like_variable::META,
    },
    Rule {
        name: "several-cmds",
        summary: summary("A stage has more than one CMD; all but the last have no effect."),
        family: "dockerfile",
        meta: several_cmds::META,
    },
    Rule {
        name: "several-entrypoints",
        summary: summary("A stage has more than one ENTRYPOINT; all but the last have no effect."),
        family: "dockerfile",
        meta: several_entrypoints::META,
    },
    Rule {
        name: "several-healthchecks",
        summary: summary("A stage has more than one HEALTHCHECK; all but the last have no effect."),
        family: "dockerfile",
        meta: several_healthchecks::META,
    },
    Rule {
        name: "shell-form-command",
        summary: summary("CMD or ENTRYPOINT is in shell form, so a shell stands between Docker and the program."),
        family: "dockerfile",
        meta: shell_form_command::META,
    },
    Rule {
        name: "shell-form-elsewhere",
        summary: summary("A HEALTHCHECK, or a command under SHELL, is in shell form."),
        family: "dockerfile",
        meta: shell_form_elsewhere::META,
    },
    Rule {
        name: "shell-state-lost",
        summary: summary("A RUN ends with a command that changes only its own shell."),
        family: "dockerfile",
        meta: shell_state_lost::META,
    },
    Rule {
        name: "source-before-dependencies",
        summary: summary("The whole project is copied before its dependencies are installed."),
        family: "dockerfile",
        meta: source_before_dependencies::META,
    },
    Rule {
        name: "ssh-host-key-unchecked",
        summary: summary("SSH is told to accept any host."),
        family: "dockerfile",
        meta: ssh_host_key_unchecked::META,
    },
    Rule {
        name: "ssh-port-exposed",
        summary: summary("EXPOSE names port 22, the port of SSH."),
        family: "dockerfile",
        meta: ssh_port_exposed::META,
    },
    Rule {
        name: "stage-name-casing",
        summary: summary("A stage name has upper-case letters."),
        family: "dockerfile",
        meta: stage_name_casing::META,
    },
    Rule {
        name: "stage-used-too-early",
        summary: summary("FROM or RUN --mount names a stage that comes only later."),
        family: "dockerfile",
        meta: stage_used_too_early::META,
    },
    Rule {
        name: "sudo-in-build",
        summary: summary("A RUN uses sudo."),
        family: "dockerfile",
        meta: sudo_in_build::META,
    },
    Rule {
        name: "syntax-error",
        summary: summary("Docker cannot read an instruction, so the build stops."),
        family: "dockerfile",
        meta: syntax_error::META,
    },
    Rule {
        name: "system-upgrade",
        summary: summary("A RUN upgrades all packages of the base image."),
        family: "dockerfile",
        meta: system_upgrade::META,
    },
    Rule {
        name: "tls-check-disabled",
        summary: summary("A program is told to accept any certificate."),
        family: "dockerfile",
        meta: tls_check_disabled::META,
    },
    Rule {
        name: "tool-cache-left",
        summary: summary("A package manager leaves its download cache in the layer."),
        family: "dockerfile",
        meta: tool_cache_left::META,
    },
    Rule {
        name: "undefined-arg-in-from",
        summary: summary("FROM uses a variable that no ARG before it declares."),
        family: "dockerfile",
        meta: undefined_arg_in_from::META,
    },
    Rule {
        name: "undefined-variable",
        summary: summary("An instruction uses a variable that is not defined at that point."),
        family: "dockerfile",
        meta: undefined_variable::META,
    },
    Rule {
        name: "undefined-variable-in-run",
        summary: summary("A RUN uses a variable that nothing defines there."),
        family: "dockerfile",
        meta: undefined_variable_in_run::META,
    },
    Rule {
        name: "unknown-label",
        summary: summary("A label is not in the schema, and the schema is strict."),
        family: "dockerfile",
        meta: unknown_label::META,
    },
    Rule {
        name: "unpinned-apk-package",
        summary: summary("apk adds a package without a version."),
        family: "dockerfile",
        meta: unpinned_apk_package::META,
    },
    Rule {
        name: "unpinned-apt-package",
        summary: summary("apt-get installs a package without a version."),
        family: "dockerfile",
        meta: unpinned_apt_package::META,
    },
    Rule {
        name: "unpinned-dnf-package",
        summary: summary("dnf installs a package without a version."),
        family: "dockerfile",
        meta: unpinned_dnf_package::META,
    },
    Rule {
        name: "unpinned-gem",
        summary: summary("gem installs a gem without a version."),
        family: "dockerfile",
        meta: unpinned_gem::META,
    },
    Rule {
        name: "unpinned-go-package",
        summary: summary("go installs or runs a package without a version."),
        family: "dockerfile",
        meta: unpinned_go_package::META,
    },
    Rule {
        name: "unpinned-npm-package",
        summary: summary("npm installs a package without a version."),
        family: "dockerfile",
        meta: unpinned_npm_package::META,
    },
    Rule {
        name: "unpinned-pip-package",
        summary: summary("pip installs a package without a version."),
        family: "dockerfile",
        meta: unpinned_pip_package::META,
    },
    Rule {
        name: "unpinned-tool-package",
        summary: summary("A package manager installs a package without a version."),
        family: "dockerfile",
        meta: unpinned_tool_package::META,
    },
    Rule {
        name: "unpinned-yum-package",
        summary: summary("yum installs a package without a version."),
        family: "dockerfile",
        meta: unpinned_yum_package::META,
    },
    Rule {
        name: "unpinned-zypper-package",
        summary: summary("zypper installs a package without a version."),
        family: "dockerfile",
        meta: unpinned_zypper_package::META,
    },
    Rule {
        name: "untagged-base-image",
        summary: summary("A base image has neither a tag nor a digest, so it means whatever latest is today."),
        family: "dockerfile",
        meta: untagged_base_image::META,
    },
    Rule {
        name: "untrusted-registry",
        summary: summary("An image comes from a registry that is not on the list of trusted ones."),
        family: "dockerfile",
        meta: untrusted_registry::META,
    },
    Rule {
        name: "unused-stage",
        summary: summary("A stage is used by no other stage and is no likely target."),
        family: "dockerfile",
        meta: unused_stage::META,
    },
    Rule {
        name: "unverified-script",
        summary: summary("A RUN fetches a program and runs it without a look at it."),
        family: "dockerfile",
        meta: unverified_script::META,
    },
    Rule {
        name: "update-without-install",
        summary: summary("A RUN fetches the package lists, and another one installs packages."),
        family: "dockerfile",
        meta: update_without_install::META,
    },
    Rule {
        name: "user-by-name",
        summary: summary("USER gives a name where a number would work everywhere."),
        family: "dockerfile",
        meta: user_by_name::META,
    },
    Rule {
        name: "useradd-huge-uid",
        summary: summary("useradd with a large user id makes a huge log file."),
        family: "dockerfile",
        meta: useradd_huge_uid::META,
    },
    Rule {
        name: "variable-in-exec-form",
        summary: summary("A JSON array holds a variable, and nothing puts its value in."),
        family: "dockerfile",
        meta: variable_in_exec_form::META,
    },
    Rule {
        name: "variable-of-unknown-image",
        summary: summary("An instruction uses a variable that nothing but the base image can define."),
        family: "dockerfile",
        meta: variable_of_unknown_image::META,
    },
    Rule {
        name: "wget-progress",
        summary: summary("wget prints a progress bar into the build log."),
        family: "dockerfile",
        meta: wget_progress::META,
    },
    Rule {
        name: "world-writable",
        summary: summary("Files in the image may be changed by every user."),
        family: "dockerfile",
        meta: world_writable::META,
    },
    Rule {
        name: "write-after-volume",
        summary: summary("An instruction changes files below a VOLUME that was declared before."),
        family: "dockerfile",
        meta: write_after_volume::META,
    },
    Rule {
        name: "yarn-cache-left",
        summary: summary("yarn install leaves its cache in the layer."),
        family: "dockerfile",
        meta: yarn_cache_left::META,
    },
    Rule {
        name: "yum-cache-left",
        summary: summary("yum install leaves its cache in the layer."),
        family: "dockerfile",
        meta: yum_cache_left::META,
    },
    Rule {
        name: "yum-without-yes",
        summary: summary("yum install would ask for confirmation, and a build cannot answer."),
        family: "dockerfile",
        meta: yum_without_yes::META,
    },
    Rule {
        name: "zypper-cache-left",
        summary: summary("zypper install leaves its cache in the layer."),
        family: "dockerfile",
        meta: zypper_cache_left::META,
    },
    Rule {
        name: "zypper-dist-upgrade",
        summary: summary("A RUN upgrades the whole distribution with zypper."),
        family: "dockerfile",
        meta: zypper_dist_upgrade::META,
    },
    Rule {
        name: "zypper-without-yes",
        summary: summary("zypper would ask for confirmation, and a build cannot answer."),
        family: "dockerfile",
        meta: zypper_without_yes::META,
    },
];
