//! What EXPOSE says.

use super::ast::{Dockerfile, InstructionKind};
use super::stages::{Stage, Stages};
use crate::SyntaxError;
use crate::compose::port::{self, PortMapping};
use crate::text::{Mapped, Span};

/// A port or a range of ports that EXPOSE names, after expansion.
#[derive(Clone, Debug)]
pub struct ExposedPort<'a> {
    /// Its EXPOSE, an index into [`Dockerfile::instructions`].
    pub instruction: usize,
    /// The item as written.
    pub item: Mapped<'a>,
    /// The port as it is after expansion; an item that is a variable may stand for several.
    pub text: String,
    /// What it means, or why it is wrong; spans count from the start of `text`.
    pub mapping: Result<PortMapping, SyntaxError>,
}

impl ExposedPort<'_> {
    /// The place in the source of a part of `text`: the whole item if that has variables in it.
    #[must_use]
    pub fn place(&self, part: Span) -> Span {
        if self.item.as_str() == self.text { self.item.span(part.range()) } else { self.item.whole() }
    }
}

/// The ports that a stage exposes, those of its parents left out. Items whose value is unknown are too.
#[must_use]
pub fn exposed_ports<'a>(
    tree: &Dockerfile<'a>,
    stages: &Stages<'a>,
    stage: &Stage<'a>,
) -> Vec<ExposedPort<'a>> {
    let mut ports = Vec::new();
    for (instruction, node) in stage.instructions(tree) {
        let InstructionKind::Expose(items) = &node.kind else { continue };
        for item in items {
            let expanded = stages.expand(tree, instruction, item).unwrap_or_default();
            ports.extend(expanded.split_whitespace().map(|text| ExposedPort {
                instruction,
                item: item.clone(),
                text: text.to_owned(),
                mapping: port::parse(text),
            }));
        }
    }
    ports
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dockerfile::parse;

    #[test]
    fn expands_before_it_splits() {
        let text = "FROM a\nENV P=\"80 81/UDP\"\nEXPOSE $P 70000 $X 90-91\n";
        let (tree, _) = parse(text);
        let stages = &tree.stages;
        let ports = exposed_ports(&tree, stages, stages.last().unwrap());
        let found: Vec<_> = ports.iter().map(|port| (port.text.as_str(), port.mapping.is_ok())).collect();
        assert_eq!(found, [("80", true), ("81/UDP", true), ("70000", false), ("90-91", true)]);
        let place = ports[2].place(ports[2].mapping.as_ref().unwrap_err().span);
        assert_eq!(place.of(text), "70000");
        assert_eq!(ports[0].place(Span::new(0, 1)).of(text), "$P");
    }
}
