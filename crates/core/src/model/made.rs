//! What instructions put into a layer, as far as they say.

use super::{Build, Step, archive, download, paths};
use crate::dockerfile::Instruction;
use crate::shell::Call;
use crate::text::Span;

/// How many of them are kept for a stage; each later command is compared with each.
pub(crate) const MOST: usize = 500;

/// A file or folder that an instruction puts into its layer.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    /// Where it is in the image; a folder may also hold it under the name of its source.
    pub(crate) paths: Vec<String>,
    /// What it is called where it comes from.
    pub(crate) name: String,
    /// The instruction.
    pub(crate) index: usize,
    /// The place that says so.
    pub(crate) span: Span,
}

impl Made {
    /// Whether it is a folder, for all that its name tells: one without a dot that is none of `Gemfile` and its kin.
    pub(crate) fn is_folder(&self) -> bool {
        matches!(self.name.as_str(), "" | "." | "..")
            || !self.name.contains(['.', '*']) && !self.name.ends_with("file")
    }
}

/// What COPY and ADD take from the build context or another stage.
pub(crate) fn copied(build: &Build<'_, '_>, index: usize, instruction: &Instruction<'_>) -> Vec<Made> {
    let Some(transfer) = instruction.transfer() else { return Vec::new() };
    let Some(destination) = &transfer.destination else { return Vec::new() };
    let Some(folder) = paths::absolute(build, index, destination) else { return Vec::new() };
    let is_folder = destination.ends_with(['/', '.']) || transfer.sources.len() > 1;
    let made = transfer.sources.iter().map(|source| {
        let name = archive::file_name(source.trim_end_matches('/')).to_owned();
        let beneath = Some(&name).filter(|name| !matches!(name.as_str(), "" | "." | ".."));
        let beneath = beneath.map(|name| format!("{}/{name}", folder.trim_end_matches('/')));
        let itself = (!is_folder || source.ends_with(['/', '.'])).then(|| folder.clone());
        Made { paths: beneath.into_iter().chain(itself).collect(), name, index, span: source.whole() }
    });
    made.collect()
}

/// What git clone, curl and wget make, without what the same RUN takes away.
pub(crate) fn by_run(build: &Build<'_, '_>, run: &Step<'_, '_>) -> Vec<Made> {
    let made = run.calls.iter().filter(|call| !call.in_string);
    let mut made: Vec<Made> =
        made.filter_map(|call| cloned(build, run, call).or_else(|| fetched(build, run, call))).collect();
    let taken =
        run.calls.iter().filter(|call| call.is_any(&["rm", "mv", "find"])).flat_map(|call| &call.arguments);
    for word in taken {
        // What is relative to a folder that is not known may be any file of that name.
        let name = archive::file_name(&word.text);
        made.retain(|made| {
            let by_name = name == made.name || name.contains('*') || word.text == "-delete";
            !by_name && !made.paths.iter().any(|path| paths::covers(&word.text, path, true))
        });
    }
    made
}

fn cloned(build: &Build<'_, '_>, run: &Step<'_, '_>, call: &Call<'_, '_>) -> Option<Made> {
    if call.name() != "git" {
        return None;
    }
    let valued = ["b", "branch", "depth", "c", "config", "o", "origin", "j", "jobs", "filter"];
    let mut operands = call.operands(&valued);
    let url = operands.next().filter(|verb| verb.text == "clone").and(operands.next())?;
    let name = archive::file_name(url.text.trim_end_matches('/')).trim_end_matches(".git");
    let folder = operands.next().map_or(name, |folder| &*folder.text);
    let path = path_in(build, run, call, folder)?;
    Some(Made { paths: vec![path], name: name.to_owned(), index: run.index, span: call.span() })
}

fn fetched(build: &Build<'_, '_>, run: &Step<'_, '_>, call: &Call<'_, '_>) -> Option<Made> {
    let elsewhere = || call.has_any_flag(&["P", "directory-prefix", "output-dir"]);
    let file = download::saved_as(call).filter(|_| !elsewhere())?;
    let path = path_in(build, run, call, &file)?;
    let name = archive::file_name(&file).to_owned();
    Some(Made { paths: vec![path], name, index: run.index, span: call.span() })
}

/// The absolute path that a word of a command means; `None` where the script may have changed its folder before.
pub(crate) fn path_in(
    build: &Build<'_, '_>,
    run: &Step<'_, '_>,
    call: &Call<'_, '_>,
    path: &str,
) -> Option<String> {
    let moves = |other: &Call<'_, '_>| {
        other.is_any(&["cd", "pushd"]) && other.name_word.span.start < call.name_word.span.start
    };
    let fixed = path.starts_with('/') || !run.calls.iter().any(moves);
    let plain = !path.starts_with('~') && !path.contains(['`', '?', '[']) && !path.contains("$(");
    paths::absolute(build, run.index, path).filter(|_| fixed && plain)
}
