//! An ignore comment that silences nothing. The engine reports it, which alone knows what was silenced.

use crate::diagnostic::Severity;
use crate::rules::{Category, Check, FixSafety, Meta};

pub(super) const META: Meta = Meta {
    code: "DK002",
    severity: Severity::Info,
    category: Category::Style,
    fix: FixSafety::Safe,
    check: Check::Engine,
    ..Meta::DEFAULT
};
