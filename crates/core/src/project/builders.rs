//! [`Builder`]: a service that builds a Dockerfile.

use super::{Project, Stack};
use crate::compose::{Build, Service};
use crate::sorting;
use crate::text::Span;
use crate::workspace::FileId;
use std::collections::BTreeMap;

/// A service that builds a Dockerfile of the project.
#[derive(Clone, Copy, Debug)]
pub struct Builder<'s, 'a> {
    /// The stack it belongs to.
    pub stack: &'s Stack<'a>,
    /// The service.
    pub service: Service<'s>,
    /// Its `build`.
    pub build: Build<'s>,
}

impl Builder<'_, '_> {
    /// Where the service says that it is built.
    fn place(&self) -> (FileId, Span) {
        let place = self.service.entry("build").map_or(self.build.value.place, |entry| entry.key.place);
        self.stack.locate(place)
    }
}

/// Where these services say that they are built, each place once: a service may be part of several stacks.
#[must_use]
pub fn build_places(builders: &[Builder<'_, '_>]) -> Vec<(FileId, Span)> {
    let mut places: Vec<_> = builders.iter().map(Builder::place).collect();
    sorting::sort(&mut places);
    places.dedup();
    places
}

impl<'a> Project<'a> {
    /// The Dockerfiles that services build, with these services.
    #[must_use]
    pub fn builders(&self) -> BTreeMap<FileId, Vec<Builder<'_, 'a>>> {
        let mut found: BTreeMap<FileId, Vec<Builder<'_, 'a>>> = BTreeMap::new();
        for stack in &self.stacks {
            for service in stack.view().services() {
                let (Some(build), Some((id, _))) = (service.build(), stack.dockerfile(self, service)) else {
                    continue;
                };
                found.entry(id).or_default().push(Builder { stack, service, build });
            }
        }
        found
    }
}
