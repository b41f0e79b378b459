//! [`Path`]: the way from the top of a document to a value, for rules that hold at certain places only.

/// A path, as a list that grows on the stack while a tree is walked.
#[derive(Clone, Copy)]
pub(super) struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    key: &'p str,
}

/// The key of every item of a list.
pub(super) const ITEM: &str = "[]";

impl<'p> Path<'p> {
    /// The path of the document itself.
    pub(super) const ROOT: Path<'static> = Path { parent: None, key: "" };

    pub(super) fn child(&'p self, key: &'p str) -> Self {
        Path { parent: Some(self), key }
    }

    /// Whether the path fits a pattern such as `services.*.ports.[]`.
    pub(super) fn matches(&self, pattern: &str) -> bool {
        let mut path = *self;
        for part in pattern.rsplit('.') {
            let Some(parent) = path.parent else { return false };
            if part != "*" && part != path.key {
                return false;
            }
            path = *parent;
        }
        path.parent.is_none()
    }

    /// What the first pattern that fits stands for.
    pub(super) fn find<T: Copy>(&self, patterns: &[(&str, T)]) -> Option<T> {
        patterns.iter().find(|(pattern, _)| self.matches(pattern)).map(|(_, found)| *found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_whole_paths() {
        let services = Path::ROOT.child("services");
        let web = services.child("web");
        let ports = web.child("ports");
        let item = ports.child(ITEM);
        assert!(item.matches("services.*.ports.[]"));
        assert!(!ports.matches("services.*.ports.[]"));
        assert!(!item.matches("*.ports.[]"));
        assert_eq!(ports.find(&[("services.*.volumes", 1), ("services.*.ports", 2)]), Some(2));
    }
}
