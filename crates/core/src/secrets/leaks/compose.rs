//! Credentials in a Compose file: environment, build arguments, labels and commands of its services.

use super::{Found, Place};
use crate::compose::{ComposeFile, Pair, Service};

/// Adds the credentials of all services.
pub(super) fn in_compose(file: &ComposeFile<'_>, found: &mut Found) {
    for service in file.services() {
        in_service(service, found);
    }
}

fn in_service(service: Service<'_>, found: &mut Found) {
    let environment = service.environment();
    let mut beside = vec![service.name.as_str()];
    let names = environment.iter().filter(|pair| super::names_another(&pair.key));
    beside.extend(names.filter_map(Pair::given).map(|value| value.as_str()));
    add(Place::Environment, &environment, &beside, found);
    add(Place::Label, &service.labels(), &[], found);
    if let Some(build) = service.build() {
        add(Place::BuildArg, &build.args(), &beside, found);
        add(Place::Label, &build.labels(), &[], found);
    }
}

fn add(place: Place, pairs: &[Pair<'_>], beside: &[&str], found: &mut Found) {
    for pair in pairs {
        if let Some(value) = pair.given() {
            found.weigh(place, &pair.key, &value, beside, |range| value.span_of(range));
        }
    }
}
