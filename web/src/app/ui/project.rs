//! [`Project`]: the files on the page.

use docklint_web::line_ends::{LineEnd, normalise};
use docklint_web::message::Text;
use docklint_web::snapshot::{self, MAX_BYTES, MAX_FILES, Snapshot, clean_name};
use std::rc::Rc;
use yew::Reducible;

/// Names a file for as long as the page lives; never used again.
pub(crate) type FileId = u32;

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) id: FileId,
    pub(crate) name: String,
    /// With LF line ends, as the editor has it.
    pub(crate) text: Rc<str>,
    pub(crate) ends: LineEnd,
}

/// The files in the order of their tabs, and which of them is open. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Project {
    pub(crate) files: Vec<File>,
    pub(crate) active: FileId,
    /// Counts every change that findings depend on.
    pub(crate) revision: u32,
    /// The latest id.
    next: FileId,
}

/// What can happen to a project.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    /// The editor has another text.
    Text(FileId, String),
    Open(FileId),
    /// New files; one of the same name takes the place of the old. The first is opened.
    Add(Vec<snapshot::File>),
    Rename(FileId, String),
    Remove(FileId),
    /// Another project altogether.
    Load(Snapshot),
}

impl File {
    /// As the worker takes it.
    pub(crate) fn text(&self) -> Text {
        Text { name: self.name.clone(), text: self.text.to_string(), ends: self.ends }
    }
}

impl Project {
    pub(crate) fn new(snapshot: &Snapshot) -> Self {
        let mut project = Self { files: Vec::new(), active: 0, revision: 0, next: 0 };
        project.load(snapshot);
        project
    }

    pub(crate) fn file(&self, id: FileId) -> Option<&File> {
        self.files.iter().find(|file| file.id == id)
    }

    pub(crate) fn named(&self, name: &str) -> Option<&File> {
        self.files.iter().find(|file| file.name == name)
    }

    pub(crate) fn bytes(&self) -> usize {
        self.files.iter().map(|file| file.text.len()).sum()
    }

    /// As it is saved and shared.
    pub(crate) fn snapshot(&self) -> Snapshot {
        let file =
            |file: &File| snapshot::File { name: file.name.clone(), text: file.ends.restore(&file.text) };
        let active = self.files.iter().position(|file| file.id == self.active).unwrap_or_default();
        Snapshot { files: self.files.iter().map(file).collect(), active }
    }

    /// As the worker takes it.
    pub(crate) fn texts(&self) -> Vec<Text> {
        self.files.iter().map(File::text).collect()
    }

    /// `name`, or with a number where a file has it already.
    pub(crate) fn free_name(&self, name: &str) -> String {
        let numbered = (2..).map(|n| match name.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) {
            Some((stem, extension)) => format!("{stem}.{n}.{extension}"),
            None => format!("{name}.{n}"),
        });
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        names.find(|name| self.named(name).is_none()).unwrap_or_default()
    }

    fn load(&mut self, snapshot: &Snapshot) {
        self.files.clear();
        for file in &snapshot.files {
            self.push(file);
        }
        if self.files.is_empty() {
            self.push(&snapshot::File { name: "Dockerfile".to_owned(), text: String::new() });
        }
        let open = self.files.get(snapshot.active).or(self.files.first());
        self.active = open.map_or(0, |file| file.id);
    }

    fn push(&mut self, file: &snapshot::File) {
        let file = self.make(file);
        self.files.push(file);
    }

    fn make(&mut self, file: &snapshot::File) -> File {
        self.next += 1;
        let text = normalise(&file.text).into();
        File { id: self.next, name: file.name.clone(), text, ends: LineEnd::of(&file.text) }
    }

    fn add(&mut self, files: Vec<snapshot::File>) {
        let mut first = None;
        for mut file in files {
            let Some(name) = clean_name(&file.name) else { continue };
            let others: usize = self.files.iter().filter(|f| f.name != name).map(|f| f.text.len()).sum();
            if self.files.len() >= MAX_FILES || others + file.text.len() > MAX_BYTES {
                continue;
            }
            file.name = name;
            let made = self.make(&file);
            first = first.or(Some(made.id));
            match self.files.iter_mut().find(|old| old.name == made.name) {
                Some(old) => *old = made,
                None => self.files.push(made),
            }
        }
        self.active = first.unwrap_or(self.active);
    }

    fn remove(&mut self, id: FileId) {
        let Some(place) = self.files.iter().position(|file| file.id == id) else { return };
        self.files.remove(place);
        if self.files.is_empty() {
            self.push(&snapshot::File { name: "Dockerfile".to_owned(), text: String::new() });
        }
        if self.active == id {
            let next = self.files.get(place).or(self.files.last());
            self.active = next.map_or(0, |file| file.id);
        }
    }
}

impl Reducible for Project {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        if let Change::Open(id) = change {
            let known = self.file(id).is_some() && self.active != id;
            return if known { Rc::new(Self { active: id, ..(*self).clone() }) } else { self };
        }
        let mut project = (*self).clone();
        match change {
            Change::Text(id, text) => {
                let Some(file) = project.files.iter_mut().find(|file| file.id == id) else { return self };
                if *file.text == *text {
                    return self;
                }
                file.text = text.into();
            }
            Change::Add(files) => project.add(files),
            Change::Rename(id, name) => {
                let free = project.named(&name).is_none();
                let Some(file) = project.files.iter_mut().find(|file| file.id == id && free) else {
                    return self;
                };
                file.name = name;
            }
            Change::Remove(id) => project.remove(id),
            Change::Load(snapshot) => project.load(&snapshot),
            Change::Open(_) => {}
        }
        project.revision += 1;
        Rc::new(project)
    }
}
