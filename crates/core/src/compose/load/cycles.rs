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

/// Reports each circle once, at the edge that closes it.
pub(super) fn check(cx: Checked<'_>, errors: &mut Vec<LoadError>) {
    let services: Vec<Service<'_>> = cx.services().collect();
    let names: HashMap<&str, usize> =
        services.iter().enumerate().map(|(i, s)| (s.name.as_str(), i)).collect();
    let mut visited = vec![false; services.len()];
    for start in 0..services.len() {
        search(start, &services, &names, &mut visited, errors);
    }
}

/// Depth first, without recursion.
fn search(
    start: usize,
    services: &[Service<'_>],
    names: &HashMap<&str, usize>,
    visited: &mut [bool],
    errors: &mut Vec<LoadError>,
) {
    let mut way: Vec<Step<'_>> = Vec::new();
    let mut next = Some(start);
    loop {
        if let Some(index) = next.take() {
            let fresh = visited.get_mut(index).is_some_and(|seen| !std::mem::replace(seen, true));
            if let (true, Some(service)) = (fresh, services.get(index)) {
                way.push(Step { service: index, rest: edges(*service).into_iter(), taken: None });
            }
        }
        let Some(step) = way.last_mut() else { return };
        let Some(edge) = step.rest.next() else {
            way.pop();
            continue;
        };
        step.taken = Some(edge);
        let Some(to) = names.get(edge.to.as_str()).copied() else { continue };
        match way.iter().position(|step| step.service == to) {
            Some(from) => errors.extend(way.get(from..).and_then(|circle| report(circle, services))),
            None => next = Some(to),
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
    let others = circle.iter().rev().skip(1).rev().filter_map(|step| step.taken);
    Some(
        others.fold(error, |error, edge| {
            error.with(edge.to.place(), format!("`{}` is waited for here", edge.to))
        }),
    )
}
