//! The model as JSON.

use super::place;
use crate::Places;
use docklint_core::project::resolve::{Node, NodeKind};
use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

pub(super) fn render(node: &Node, places: &Places<'_>) -> String {
    // Plain data with string keys always serialises.
    let mut out = serde_json::to_string_pretty(&Json { node, places }).unwrap_or_default();
    out.push('\n');
    out
}

/// A node that can say where its values come from.
#[derive(Clone, Copy)]
struct Json<'n, 'a> {
    node: &'n Node,
    places: &'n Places<'a>,
}

/// An environment variable.
#[derive(Serialize)]
struct Variable<'a> {
    value: &'a str,
    path: Option<&'a str>,
    line: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    variables: Vec<Use<'a>>,
}

/// A variable that was put into the value of another; without a place it comes from the shell, or from nowhere.
#[derive(Serialize)]
struct Use<'a> {
    name: &'a str,
    set: bool,
    path: Option<&'a str>,
    line: Option<u32>,
}

impl Serialize for Json<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let child = |node| Json { node, places: self.places };
        match &self.node.kind {
            NodeKind::Null => serializer.serialize_unit(),
            NodeKind::Bool(value) => serializer.serialize_bool(*value),
            NodeKind::Int(value) => serializer.serialize_i128(*value),
            NodeKind::Float(value) => serializer.serialize_f64(*value),
            NodeKind::Text(value) if self.node.origin.is_some() => self.variable(value).serialize(serializer),
            NodeKind::Text(value) => serializer.serialize_str(value),
            NodeKind::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(&child(item)))?;
                list.end()
            }
            NodeKind::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                entries.iter().try_for_each(|(key, node)| map.serialize_entry(key, &child(node)))?;
                map.end()
            }
        }
    }
}

impl Json<'_, '_> {
    fn variable<'v>(&'v self, value: &'v str) -> Variable<'v> {
        let at = place(self.node.origin, self.places);
        let variables = self.node.uses.iter().map(|used| {
            let at = place(used.origin, self.places);
            let set = used.origin.is_some();
            Use { name: &used.name, set, path: at.map(|at| at.0), line: at.map(|at| at.1) }
        });
        Variable { value, path: at.map(|at| at.0), line: at.map(|at| at.1), variables: variables.collect() }
    }
}
