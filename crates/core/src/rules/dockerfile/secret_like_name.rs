//! Names that hadolint takes for those of secrets.

use crate::dockerfile::InstructionKind;
use crate::model::Build;
use crate::rules::{Category, Check, Group, Meta, Reporter};
use crate::text::Mapped;

pub(super) const META: Meta = Meta {
    code: "DL3064",
    category: Category::Secrets,
    group: Group::OptIn,
    aliases: &["hadolint:DL3064"],
    check: Check::Dockerfile(check),
    ..Meta::DEFAULT
};

const PARTS: &[&str] = &["api_key", "client_key", "password", "private", "secret", "token", "username"];
const NAMES: &[&str] = &[
    "APPLICATION_KEY",
    "AWS_ACCESS_KEY_ID",
    "CI_DEPLOY_USER",
    "DOCKER_EMAIL",
    "FACEBOOK_APP_ID",
    "HEROKU_API_USER",
    "OKTA_AUTHN_GROUPID",
    "OKTA_CLIENT_ORGURL",
    "OKTA_OAUTH2_CLIENTID",
    "STRIPE_DEVICE_NAME",
    "TRAVIS_OS_NAME",
    "TRAVIS_SECURE_ENV_VARS",
    "TRAVIS_SUDO",
];

fn check(build: &Build<'_, '_>, cx: &mut Reporter<'_>) {
    for instruction in build.instructions() {
        let names: Vec<&Mapped<'_>> = match &instruction.kind {
            InstructionKind::Arg(declared) => {
                declared.iter().map(|argument| &argument.name).take(1).collect()
            }
            InstructionKind::Env(env) => env.pairs.iter().map(|pair| &pair.name).collect(),
            _ => continue,
        };
        if let Some(name) = names.into_iter().find(|name| is_secret_like(name)) {
            cx.report(
                name.whole(),
                format!("`{}` sounds like a secret, and ARG and ENV can be read from the image.", &**name),
            );
        }
    }
}

fn is_secret_like(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    PARTS.iter().any(|part| lower.contains(part))
        || NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
}
