//! `docklint rules`.

use crate::args::{ListFormat, Rules};
use crate::{Failure, Status, output};
use docklint_report::rules as render;

pub(crate) fn run(arguments: &Rules) -> Result<Status, Failure> {
    let all = docklint_core::rules::all();
    output::print(&match arguments.format {
        ListFormat::Text => render::text(all),
        ListFormat::Json => render::json(all),
    })?;
    Ok(Status::Clean)
}
