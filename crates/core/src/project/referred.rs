//! Files that compose files name in `extends` and `include` are compose files, whatever they are called: `common.yml`.

use super::{ParsedFile, Tree};
use crate::workspace::{FileId, FileKind, Workspace, join};

/// Reads files of other names as compose files where one refers to them.
pub(super) fn read_referred<'a>(workspace: &'a Workspace, files: &mut [ParsedFile<'a>]) {
    let mut open: Vec<FileId> = workspace.files().map(|(id, _)| id).collect();
    while let Some(id) = open.pop() {
        let Some(Tree::Compose(compose)) = files.get(id.index()).map(|file| &file.tree) else { continue };
        let folder = workspace.file(id).folder();
        let paths = compose.taken_in().into_iter().filter_map(|path| join(folder, path.as_str()));
        let named: Vec<FileId> = paths.filter_map(|path| workspace.find(&path)).collect();
        for id in named {
            let file = workspace.file(id);
            let is_yaml = file.path.ends_with(".yml") || file.path.ends_with(".yaml");
            let Some(parsed) = files.get_mut(id.index()) else { continue };
            // Each file is read anew at most once, so this comes to an end.
            if is_yaml && parsed.errors.is_empty() && matches!(parsed.tree, Tree::Text(_)) {
                *parsed = ParsedFile::of_kind(file, FileKind::Compose);
                open.push(id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::project::{ParsedFile, Project};
    use crate::workspace::{SourceFile, Workspace};

    #[test]
    fn follows_what_is_named() {
        let workspace = Workspace::new(vec![
            SourceFile::new(
                "compose.yaml",
                "services: {web: {extends: {file: base/common.yml, service: app}}}",
            ),
            SourceFile::new("base/common.yml", "include: [more.yaml]\nservices: {app: {image: x}}"),
            SourceFile::new("base/more.yaml", "services: {db: {image: y}}"),
            SourceFile::new("other.yaml", "services: {z: {image: z}}"),
        ]);
        let parsed = workspace.files().map(|(_, file)| ParsedFile::new(file)).collect();
        let project = Project::link(&workspace, parsed);
        assert_eq!(project.stacks.len(), 1, "files that are only referred to do not run on their own");
        let stack = project.stacks.first().unwrap();
        assert!(!stack.model.is_partial);
        assert_eq!(stack.view().service("web").unwrap().image().unwrap().as_str(), "x");
    }
}
