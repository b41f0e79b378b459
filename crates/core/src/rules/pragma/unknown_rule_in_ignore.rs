//! An ignore comment that names a rule that does not exist. The engine reports it, which alone knows the comments.

use crate::rules::{Check, Meta};

pub(super) const META: Meta = Meta { code: "DK001", check: Check::Engine, ..Meta::DEFAULT };
