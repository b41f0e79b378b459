//! A service calls another one of the project's own at localhost.

use crate::compose::Service;
use crate::compose::published::published_ports;
use crate::model::listening::mentions;
use crate::project::{Endpoint, Project, Stack};
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta = Meta { code: "PJ068", check: Check::Stack(check), ..Meta::DEFAULT };

/// Words of variables whose values leave the container: for browsers, for lists of who may call, for tests.
const FOR_OTHERS: [&str; 29] = [
    "ALLOWED", "ANGULAR", "BASE", "BROWSER", "CALLBACK", "CLIENT", "CORS", "DOMAIN", "EXPO", "EXTERNAL",
    "FRONTEND", "GATSBY", "ISSUER", "LOCAL", "NEXT", "NG", "NUXT", "ORIGIN", "ORIGINS", "PUBLIC", "REACT",
    "REDIRECT", "SITE", "SWAGGER", "TEST", "VITE", "VUE", "WEBHOOK", "WEBSITE",
];

/// Words of services whose settings end up in a browser.
const PAGES: [&str; 22] = [
    "admin",
    "angular",
    "app",
    "client",
    "console",
    "dashboard",
    "docs",
    "front",
    "frontend",
    "gui",
    "next",
    "nuxt",
    "page",
    "panel",
    "portal",
    "react",
    "site",
    "spa",
    "ui",
    "vue",
    "web",
    "webapp",
];

/// Words for a service that answers requests, whatever its name is.
const ANSWERS: [&str; 3] = ["api", "backend", "server"];

fn check(stack: &Stack<'_>, cx: &mut Reporter<'_>) {
    let view = stack.view();
    for service in view.services().filter(|service| is_program(*service)) {
        for endpoint in stack.endpoints(cx.project, service) {
            let (Some(variable), Some(port)) = (endpoint.variable, endpoint.port) else { continue };
            let is_call = matches!(endpoint.scheme, Some("http" | "https"));
            if !endpoint.is_loopback()
                || !is_call
                || is_for_others(variable)
                || listens_on(stack, cx.project, service, port)
            {
                continue;
            }
            let is_meant = |target: &Service<'_>| {
                target.name != service.name
                    && has_port(*target, port)
                    && names(variable, target.name.as_str())
            };
            let mut meant = view.services().filter(is_meant);
            let Some(target) = meant.next().filter(|_| meant.next().is_none()) else { continue };
            report(&endpoint, target.name.as_str(), cx);
        }
    }
}

fn report(endpoint: &Endpoint<'_>, name: &str, cx: &mut Reporter<'_>) {
    let message = format!(
        "Inside the container `{}` is the container itself, and not `{name}`. Write `{name}` with the port of its container.",
        endpoint.host
    );
    cx.report_in(endpoint.file, endpoint.host_span, message);
}

/// Whether the service is built here, has a network of its own, and is no page.
fn is_program(service: Service<'_>) -> bool {
    service.build().is_some()
        && service.get("network_mode").is_none()
        && !words(service.name.as_str()).any(|word| PAGES.contains(&word.as_str()))
}

fn is_for_others(variable: &str) -> bool {
    variable.split('_').any(|word| FOR_OTHERS.contains(&word))
}

/// Whether the variable names the service: `USER_SERVICE_URL` for `user-service`, `API_URL` for `backend`.
fn names(variable: &str, service: &str) -> bool {
    let answers = |word: &String| ANSWERS.contains(&word.as_str());
    let own: Vec<String> =
        words(service).filter(|word| !matches!(word.as_str(), "service" | "svc" | "the")).collect();
    words(variable).any(|word| own.contains(&word))
        || words(variable).any(|word| answers(&word)) && own.iter().any(answers)
}

fn words(name: &str) -> impl Iterator<Item = String> {
    name.split(['_', '-', '.']).map(str::to_ascii_lowercase)
}

fn has_port(service: Service<'_>, port: u16) -> bool {
    published_ports(service).any(|published| {
        let mapping = published.mapping;
        mapping.target.contains(port) || mapping.published.is_some_and(|range| range.value.contains(port))
    }) || service.expose().iter().any(|text| mentions(text, port))
}

/// Whether the service may listen on the port itself.
fn listens_on(stack: &Stack<'_>, project: &Project<'_>, service: Service<'_>, port: u16) -> bool {
    let settings = stack.settings(project, service);
    let is_set = settings.items.iter().any(|setting| setting.value == Some(&port.to_string()));
    has_port(service, port) || is_set || service.texts("command").iter().any(|text| mentions(text, port))
}
