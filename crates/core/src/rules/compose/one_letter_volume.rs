//! A volume of one letter, which Compose reads as a drive.

use crate::compose::ComposeFile;
use crate::diagnostic::Severity;
use crate::rules::{Check, Meta, Reporter};

pub(super) const META: Meta =
    Meta { code: "DC502", severity: Severity::Error, check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    let items =
        file.services().filter_map(|service| service.get("volumes")).flat_map(|volumes| volumes.items());
    for text in items.filter_map(|item| item.as_text()) {
        let mut characters = text.chars();
        let letter = characters.next().is_some_and(|c| c.is_ascii_alphabetic());
        let path = characters.next() == Some(':') && characters.next() == Some('/');
        // `c:/data:/data` is a path of Windows.
        let sections = text.split(':').skip(2).find(|section| section.starts_with('/'));
        if letter && path && sections.is_none() {
            let message = format!(
                "Compose takes `{}:` for a drive of Windows and mounts an anonymous volume at `{text}`. Give the volume a longer name.",
                text.slice(0..1)
            );
            cx.report(text.span(), message);
        }
    }
}
