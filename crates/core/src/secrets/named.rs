//! Tokens whose body is too common to tell by itself, but whose variable's name says whose they are.

use super::charset::{
    ALNUM, BASE32, BASE64, BASE64URL, Charset, DIGIT, HEX, HEX_ANY, LOWER_ALNUM, PADDED, UUID,
};
use super::sample::{contains_ignoring_case, entropy, is_sample};
use super::shape::{Part, exactly, matches, run, text};

struct Named {
    name: &'static str,
    /// One of these stands in the variable's name.
    provider: &'static [&'static str],
    /// And one of these, unless there are none.
    purpose: &'static [&'static str],
    /// The whole value.
    body: &'static [Part],
}

const fn named(
    name: &'static str,
    provider: &'static [&'static str],
    purpose: &'static [&'static str],
    body: &'static [Part],
) -> Named {
    Named { name, provider, purpose, body }
}

const CREDENTIAL: &[&str] = &["key", "token", "secret", "pass", "pat", "auth", "login"];
const LOWER_DASH: Charset = LOWER_ALNUM.or(Charset::of("_-"));

#[rustfmt::skip]
static NAMED: &[Named] = &[
    named("AWS secret access key", &["aws"], &["secret"], &[exactly(BASE64, 40)]),
    named("AWS secret access key", &["secret_access_key", "secretaccesskey"], &[], &[exactly(BASE64, 40)]),
    named("Algolia API key", &["algolia"], CREDENTIAL, &[exactly(LOWER_ALNUM, 32)]),
    named("Azure DevOps token", &["azure_devops", "azdo", "ado_"], CREDENTIAL, &[exactly(BASE32.or(LOWER_ALNUM), 52)]),
    named("Cloudflare API token", &["cloudflare", "cf_"], CREDENTIAL, &[exactly(LOWER_DASH.or(ALNUM), 40)]),
    named("Cloudflare global API key", &["cloudflare", "cf_"], CREDENTIAL, &[exactly(HEX, 37)]),
    named("Codecov token", &["codecov"], CREDENTIAL, &[exactly(LOWER_DASH, 36)]),
    named("Codecov token", &["codecov"], CREDENTIAL, &[exactly(LOWER_ALNUM, 32)]),
    named("Cohere API key", &["cohere", "co_api_key"], &[], &[exactly(ALNUM, 40)]),
    named("Datadog API key", &["datadog", "dd_"], CREDENTIAL, &[exactly(HEX, 32)]),
    named("Datadog application key", &["datadog", "dd_"], CREDENTIAL, &[exactly(LOWER_ALNUM, 40)]),
    named("Discord bot token", &["discord"], &[], &[run(BASE64URL, 23, 28), text("."), exactly(BASE64URL, 6), text("."), run(BASE64URL, 27, 38)]),
    named("Drone CI token", &["drone"], CREDENTIAL, &[exactly(LOWER_ALNUM, 32)]),
    named("Facebook app secret", &["facebook", "fb_"], CREDENTIAL, &[exactly(HEX, 32)]),
    named("Heroku API key", &["heroku"], CREDENTIAL, &[exactly(UUID, 36)]),
    named("JFrog API key", &["jfrog", "artifactory", "bintray", "xray"], CREDENTIAL, &[exactly(ALNUM, 73)]),
    named("JFrog identity token", &["jfrog", "artifactory", "bintray", "xray"], CREDENTIAL, &[exactly(ALNUM, 64)]),
    named("LaunchDarkly key", &["launchdarkly"], CREDENTIAL, &[exactly(LOWER_DASH, 40)]),
    named("Mailchimp API key", &["mailchimp"], &[], &[exactly(HEX, 32), text("-us"), run(DIGIT, 1, 2)]),
    named("Mailgun API key", &["mailgun"], &[], &[text("key-"), exactly(HEX, 32)]),
    named("Mailgun API key", &["mailgun"], &[], &[exactly(HEX, 32), text("-"), exactly(HEX, 8), text("-"), exactly(HEX, 8)]),
    named("Mapbox secret token", &["mapbox"], &[], &[text("sk."), run(BASE64URL, 60, 100), text("."), exactly(BASE64URL, 22)]),
    named("Mattermost token", &["mattermost"], CREDENTIAL, &[exactly(LOWER_ALNUM, 26)]),
    named("New Relic ingest key", &["newrelic", "new_relic"], &[], &[text("NRII-"), exactly(BASE64URL, 32)]),
    named("New Relic licence key", &["newrelic", "new_relic"], CREDENTIAL, &[exactly(HEX_ANY, 36), text("NRAL")]),
    named("Okta API token", &["okta"], &[], &[text("00"), exactly(PADDED, 40)]),
    named("Plex claim", &["plex"], &[], &[text("claim-"), exactly(BASE64URL, 20)]),
    named("Snyk API token", &["snyk"], CREDENTIAL, &[exactly(UUID, 36)]),
    named("SonarQube token", &["sonar"], CREDENTIAL, &[text("sq"), exactly(Charset::of("upa"), 1), text("_"), exactly(LOWER_ALNUM, 40)]),
    named("SonarQube token", &["sonar"], CREDENTIAL, &[exactly(LOWER_ALNUM, 40)]),
    named("Telegram bot token", &["telegr", "bot_token", "tg_"], &[], &[run(DIGIT, 5, 16), text(":A"), exactly(BASE64URL, 34)]),
    named("Travis CI token", &["travis"], CREDENTIAL, &[exactly(ALNUM, 22)]),
    named("Twitter API secret", &["twitter"], CREDENTIAL, &[run(ALNUM, 45, 50)]),
    named("Vault token", &["vault"], CREDENTIAL, &[text("s."), exactly(ALNUM, 24)]),
    named("WireGuard private key", &["wg", "wireguard"], &["private"], &[exactly(BASE64, 44)]),
    named("Yandex Cloud key", &["yandex", "yc_"], &[], &[text("AQVN"), run(BASE64URL, 35, 38)]),
    named("Yandex Cloud secret", &["yandex", "yc_"], &[], &[text("YC"), exactly(BASE64URL, 38)]),
];

/// Whose token `value` is, where the variable called `name` holds a provider's word and the value has that provider's shape.
#[must_use]
pub fn named_token(name: &str, value: &str) -> Option<&'static str> {
    let bytes = value.as_bytes();
    let has = |words: &[&str]| words.iter().any(|word| contains_ignoring_case(name, word));
    let fits = |named: &&Named| {
        has(named.provider)
            && (named.purpose.is_empty() || has(named.purpose))
            && matches(named.body, bytes, 0) == Some(bytes.len())
    };
    let found = NAMED.iter().find(fits)?;
    (entropy(value) > 3.0 && !is_sample(value)).then_some(found.name)
}

/// How many providers' tokens are known only together with a name.
#[cfg(test)]
pub(super) fn count() -> usize {
    NAMED.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_both_name_and_shape() {
        let hex = "8c1f0b7ad26e49535f3ab0c19e72d846";
        assert_eq!(named_token("DD_API_KEY", hex), Some("Datadog API key"));
        assert_eq!(named_token("DD_VERSION", hex), None);
        assert_eq!(named_token("API_KEY", hex), None);
        assert_eq!(named_token("DD_API_KEY", &hex[1..]), None);
        assert_eq!(named_token("DD_API_KEY", &"deadbeef".repeat(4)), None);
        let key = format!("wJ9lrXUt{}", "nFkM1K7pMDqNGcbPzRfiCY2u4T6yH8eA");
        assert_eq!(named_token("aws_secret_access_key", &key), Some("AWS secret access key"));
    }
}
