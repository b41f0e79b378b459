//! Services that wait for each other in a circle.

use super::super::error::{LoadError, LoadErrorKind};
use super::super::service::Service;
use super::Checked;
use super::references::{Edge, edges};
use std::collections::HashMap;

/// A service on the way of the search.
struct Step<'m> {
    service: usize,
    /// The edges that are still to be followed.
    rest: std::vec::IntoIter<Edge<'m>>,
    /// The edge that is being followed.
    taken: Option<Edge<'m>>,
}

/// How many circles are reported; one edge more or less changes them all.
const MAX_CIRCLES: usize = 10;

/// How many edges of a circle are pointed at.
const MAX_RELATED: usize = 10;

/// How far the search has come with a service.
#[derive(Clone, Copy)]
enum State {
    New,
    /// At this place of the way.
    OnWay(usize),
    Done,
}

/// Reports each circle once, at the edge that closes it.
pub(super) fn check(cx: &Checked<'_>, errors: &mut Vec<LoadError>) {
    let services: Vec<Service<'_>> = cx.enabled_services().collect();
    let names: HashMap<&str, usize> =
        services.iter().enumerate().map(|(i, s)| (s.name.as_str(), i)).collect();
    let mut states = vec![State::New; services.len()];
    let before = errors.len();
    for start in 0..services.len() {
        if errors.len() - before >= MAX_CIRCLES {
            return;
        }
        search(start, &services, &names, &mut states, errors);
    }
}

/// Depth first, without recursion.
fn search(
    start: usize,
    services: &[Service<'_>],
    names: &HashMap<&str, usize>,
    states: &mut [State],
    errors: &mut Vec<LoadError>,
) {
    let mut way: Vec<Step<'_>> = Vec::new();
    let mut next = Some(start);
    loop {
        if let Some(index) = next.take()
            && let (Some(state @ State::New), Some(service)) = (states.get_mut(index), services.get(index))
        {
            *state = State::OnWay(way.len());
            way.push(Step { service: index, rest: edges(*service).into_iter(), taken: None });
        }
        let Some(step) = way.last_mut() else { return };
        let Some(edge) = step.rest.next() else {
            if let Some(state) = states.get_mut(step.service) {
                *state = State::Done;
            }
            way.pop();
            continue;
        };
        step.taken = Some(edge);
        let Some(to) = names.get(edge.to.as_str()).copied() else { continue };
        match states.get(to) {
            Some(State::OnWay(from)) => {
                errors.extend(way.get(*from..).and_then(|circle| report(circle, services)));
            }
            _ => next = Some(to),
        }
    }
}

fn report(circle: &[Step<'_>], services: &[Service<'_>]) -> Option<LoadError> {
    let name =
        |step: &Step<'_>| services.get(step.service).map(|s| s.name.as_str()).unwrap_or_default().to_owned();
    let names: Vec<String> = circle.iter().chain(circle.first()).map(name).collect();
    let closing = circle.last()?.taken?;
    let message = match circle.len() {
        1 => "This service depends on itself, so it can never start.".to_owned(),
        _ => format!("These services wait for each other, so none can start: {}.", names.join(" -> ")),
    };
    let error = LoadError::new(LoadErrorKind::DependencyCycle, closing.to.place(), message);
    let others = circle.iter().take((circle.len() - 1).min(MAX_RELATED)).filter_map(|step| step.taken);
    Some(
        others.fold(error, |error, edge| {
            error.with(edge.to.place(), format!("`{}` is waited for here", edge.to))
        }),
    )
}
