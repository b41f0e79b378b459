//! A variable that is set twice in one list.

use crate::compose::ComposeFile;
use crate::rules::{Check, Meta, Reporter};
use std::collections::HashMap;

pub(super) const META: Meta = Meta { code: "DC510", check: Check::Compose(check), ..Meta::DEFAULT };

fn check(file: &ComposeFile<'_>, cx: &mut Reporter<'_>) {
    for service in file.services() {
        let mut first = HashMap::new();
        for pair in service.environment().into_iter().filter(|pair| pair.is_list_item) {
            if let Some(span) = first.insert(pair.key.as_str(), pair.key.span()) {
                let message =
                    format!("`{}` is set twice here, and only the last value counts. Delete one.", pair.key);
                cx.report(pair.key.span(), message).related(span, "first set here");
            }
        }
    }
}
