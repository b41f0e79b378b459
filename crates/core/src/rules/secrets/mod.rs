//! The rules of the family `secrets`.
//!
//! Generated from the folder: `DOCKLINT_BLESS=1 cargo test -p docklint-tests --test registry`.

mod json_web_token;
mod plain_secret_in_environment;
mod private_key;
mod provider_token;
mod registry_login;
mod secret_file_in_image;
mod secret_in_build_arg;
mod secret_in_command;
mod secret_in_config;
mod secret_in_dotenv;
mod secret_in_env;
mod secret_in_label;
mod url_credentials;
mod weak_default_credential;

use super::{Rule, summary};

/// The rules of this family, by name.
#[rustfmt::skip]
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "json-web-token",
        summary: summary("A signed JSON Web Token is written into a file."),
        family: "secrets",
        meta: json_web_token::META,
    },
    Rule {
        name: "plain-secret-in-environment",
        summary: summary("A variable in a Compose file's environment holds a literal secret."),
        family: "secrets",
        meta: plain_secret_in_environment::META,
    },
    Rule {
        name: "private-key",
        summary: summary("A private key is written into a file."),
        family: "secrets",
        meta: private_key::META,
    },
    Rule {
        name: "provider-token",
        summary: summary("A provider's token stands in a file: a key of GitHub, AWS, Stripe, OpenAI and about 140 more kinds."),
        family: "secrets",
        meta: provider_token::META,
    },
    Rule {
        name: "registry-login",
        summary: summary("The login of a package manager or registry is written into a file."),
        family: "secrets",
        meta: registry_login::META,
    },
    Rule {
        name: "secret-file-in-image",
        summary: summary("A file that holds secrets is copied into an image: .env, a private key, a login."),
        family: "secrets",
        meta: secret_file_in_image::META,
    },
    Rule {
        name: "secret-in-build-arg",
        summary: summary("A build argument holds a literal secret."),
        family: "secrets",
        meta: secret_in_build_arg::META,
    },
    Rule {
        name: "secret-in-command",
        summary: summary("A command gets a literal password or token as an argument."),
        family: "secrets",
        meta: secret_in_command::META,
    },
    Rule {
        name: "secret-in-config",
        summary: summary("A configuration or source file of the project holds a literal secret."),
        family: "secrets",
        meta: secret_in_config::META,
    },
    Rule {
        name: "secret-in-dotenv",
        summary: summary("A .env file holds a secret, and must not get into version control."),
        family: "secrets",
        meta: secret_in_dotenv::META,
    },
    Rule {
        name: "secret-in-env",
        summary: summary("ENV puts a literal secret into the image."),
        family: "secrets",
        meta: secret_in_env::META,
    },
    Rule {
        name: "secret-in-label",
        summary: summary("A label holds a literal secret."),
        family: "secrets",
        meta: secret_in_label::META,
    },
    Rule {
        name: "url-credentials",
        summary: summary("A URL or connection string holds a password."),
        family: "secrets",
        meta: url_credentials::META,
    },
    Rule {
        name: "weak-default-credential",
        summary: summary("A service runs with a password that anybody would guess, such as the default of its image."),
        family: "secrets",
        meta: weak_default_credential::META,
    },
];
