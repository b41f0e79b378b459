//! [`VariablePort`]: a variable that a service's environment takes for the port of another one.

use super::{Project, Stack};
use crate::compose::{Pair, Service};
use crate::interpolation::{self, Segment};
use crate::text::Span;
use crate::workspace::FileId;

/// A variable in the place of a port, before interpolation: `${DB_PORT}` in `DB_PORT: ${DB_PORT}` and in `db:${DB_PORT}`.
#[derive(Clone, Debug)]
pub struct VariablePort<'m> {
    /// The environment variable that it is put into.
    pub key: &'m str,
    /// The variable.
    pub variable: &'m str,
    /// The host that the port belongs to, as far as it is said: before the colon, or in the `.._HOST` beside the `.._PORT`.
    pub host: Option<String>,
    /// The file.
    pub file: FileId,
    /// The variable there.
    pub span: Span,
}

impl<'a> Stack<'a> {
    /// The variables that the `environment` of `service` takes for ports of others.
    #[must_use]
    pub fn variable_ports<'s>(
        &'s self,
        project: &'s Project<'a>,
        service: Service<'s>,
    ) -> Vec<VariablePort<'s>> {
        let mut found = Vec::new();
        for pair in service.environment() {
            for (variable, host, place) in in_value(&pair) {
                let host = host.or_else(|| self.host_beside(project, service, pair.key.as_str()));
                let (file, _) = self.locate(pair.key.place());
                found.push(VariablePort { key: pair.key.as_str(), variable, host, file, span: place });
            }
        }
        found
    }

    /// The value of the `DB_HOST` beside `DB_PORT`.
    fn host_beside(&self, project: &Project<'a>, service: Service<'_>, key: &str) -> Option<String> {
        let prefix = key.strip_suffix("_PORT")?;
        let settings = self.settings(project, service);
        let beside = |ending: &&str| settings.get(&format!("{prefix}{ending}"))?.value.map(str::to_owned);
        super::network::HOST_KEYS.iter().find_map(beside)
    }
}

/// The variables that stand for a port in a value: all of a `..PORT`, or behind a host and a colon, with that host.
fn in_value<'m>(pair: &Pair<'m>) -> Vec<(&'m str, Option<String>, Span)> {
    let Some(text) = pair.given() else { return Vec::new() };
    let scalar = text.raw().unwrap_or(text.scalar());
    let offset = if pair.is_list_item { scalar.value.find('=').map_or(0, |at| at + 1) } else { 0 };
    let value = scalar.value.get(offset..).unwrap_or_default();
    let (template, _) = interpolation::parse(value);
    let is_port = template.segments.len() == 1 && pair.key.to_ascii_uppercase().ends_with("PORT");
    let mut found = Vec::new();
    let mut host = None;
    for segment in &template.segments {
        match segment {
            Segment::Variable(variable) if is_port || host.is_some() => {
                let range = variable.span.range();
                let span = scalar.span_of(offset + range.start..offset + range.end);
                found.push((variable.name.value, host.take(), span));
            }
            Segment::Literal(text) => host = host_before(text.value),
            _ => host = None,
        }
    }
    found
}

/// The name of a host and a colon at the end of a text: `@db:`, `//db:`, `db:`.
fn host_before(text: &str) -> Option<String> {
    let host = text.strip_suffix(':')?.rsplit(['@', '/', ',', '=']).next()?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (!host.is_empty() && host.chars().all(is_name)).then(|| host.to_owned())
}
