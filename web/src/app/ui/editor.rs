//! The editor on the page. The text has one owner, the JavaScript editor; the project keeps a copy of it.

use super::project::{File, FileId, Project};
use docklint_core::FileKind;
use docklint_web::message::{Edit, Finding, Position, Range};
use js_sys::{Function, Promise};
use serde::Serialize;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::Element;
use yew::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `CodeEditor` or `PlainEditor` of web/js.
    type JsEditor;

    #[wasm_bindgen(js_namespace = docklint, js_name = createEditor)]
    fn create(
        host: &Element,
        plain: bool,
        change: &Closure<dyn Fn(u32, String, bool)>,
        fix: &Closure<dyn Fn(usize, usize)>,
        explain: &Closure<dyn Fn(String)>,
        ask: &Closure<dyn Fn(String, u32, u32, u32) -> Promise>,
    ) -> JsEditor;

    #[wasm_bindgen(method)]
    fn add(this: &JsEditor, id: u32, name: &str, language: &str, text: &str);
    #[wasm_bindgen(method)]
    fn show(this: &JsEditor, id: u32);
    #[wasm_bindgen(method)]
    fn rename(this: &JsEditor, id: u32, name: &str, language: &str);
    #[wasm_bindgen(method)]
    fn forget(this: &JsEditor, id: u32);
    #[wasm_bindgen(method)]
    fn replace(this: &JsEditor, id: u32, text: &str);
    #[wasm_bindgen(method)]
    fn edit(this: &JsEditor, id: u32, edits: JsValue);
    #[wasm_bindgen(method)]
    fn mark(this: &JsEditor, id: u32, findings: JsValue);
    #[wasm_bindgen(method)]
    fn reveal(this: &JsEditor, start: JsValue, end: JsValue);
    #[wasm_bindgen(method)]
    fn cursor(this: &JsEditor) -> JsValue;
    #[wasm_bindgen(method)]
    fn focus(this: &JsEditor);
    #[wasm_bindgen(method)]
    fn destroy(this: &JsEditor);
}

/// A handle to the editor, for those who change texts or ask for the cursor. Does nothing while there is no editor.
#[derive(Clone, Default)]
pub(crate) struct Editor(Rc<RefCell<Option<Mounted>>>);

impl PartialEq for Editor {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Mounted {
    js: JsEditor,
    /// The files that the editor knows, with their names.
    known: HashMap<FileId, String>,
    /// Called from JavaScript, so they live as long as it.
    _callbacks: Callbacks,
}

type Callbacks = (
    Closure<dyn Fn(u32, String, bool)>,
    Closure<dyn Fn(usize, usize)>,
    Closure<dyn Fn(String)>,
    Closure<dyn Fn(String, u32, u32, u32) -> Promise>,
);

impl Editor {
    /// Selects a place in a file and puts the focus there.
    pub(crate) fn reveal(&self, file: &File, range: Range) {
        self.with(|editor| {
            editor.know(file);
            editor.js.show(file.id);
            editor.js.reveal(to_js(&range.start), to_js(&range.end));
        });
    }

    /// Applies edits of one file as one step of undo.
    pub(crate) fn edit(&self, id: FileId, edits: &[&Edit]) {
        self.with(|editor| editor.js.edit(id, to_js(&edits)));
    }

    /// Puts another text in place of a file's, as one step of undo.
    pub(crate) fn replace(&self, id: FileId, text: &str) {
        self.with(|editor| editor.js.replace(id, text));
    }

    /// Where the cursor is, in the open file.
    pub(crate) fn cursor(&self) -> Position {
        let cursor = self.0.borrow().as_ref().map(|editor| editor.js.cursor());
        let json =
            cursor.and_then(|cursor| js_sys::JSON::stringify(&cursor).ok()).and_then(|json| json.as_string());
        json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
    }

    pub(crate) fn focus(&self) {
        self.with(|editor| editor.js.focus());
    }

    fn with(&self, call: impl FnOnce(&mut Mounted)) {
        // The editor may call back while it is called; those callbacks do not come here.
        if let Some(editor) = self.0.borrow_mut().as_mut() {
            call(editor);
        }
    }
}

impl Mounted {
    fn know(&mut self, file: &File) {
        match self.known.get(&file.id) {
            None => self.js.add(file.id, &file.name, language(&file.name), &file.text),
            Some(name) if *name != file.name => self.js.rename(file.id, &file.name, language(&file.name)),
            Some(_) => return,
        }
        self.known.insert(file.id, file.name.clone());
    }

    fn sync(&mut self, project: &Project) {
        for file in &project.files {
            self.know(file);
        }
        self.js.show(project.active);
        let gone: Vec<FileId> = self.known.keys().copied().filter(|id| project.file(*id).is_none()).collect();
        for id in gone {
            self.known.remove(&id);
            self.js.forget(id);
        }
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) project: Rc<Project>,
    /// All findings of the latest answer.
    pub(crate) findings: Rc<Vec<Finding>>,
    pub(crate) plain: bool,
    pub(crate) editor: Editor,
    /// File, text, and whether to lint without delay.
    pub(crate) on_change: Callback<(FileId, String, bool)>,
    /// The finding's place in `findings`, and the fix's in it.
    pub(crate) on_fix: Callback<(usize, usize)>,
    /// A rule's name.
    pub(crate) on_explain: Callback<String>,
    /// A question about a place in a file. The answer goes to the function.
    pub(crate) on_ask: Callback<(Question, FileId, Position, Function)>,
}

/// What the editor may ask about a place.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Question {
    /// What does the key mean?
    Describe,
    /// What could be written?
    Complete,
}

/// The place of the editor. What is in it is not yew's.
#[component]
pub(crate) fn EditorPane(props: &Props) -> Html {
    let host = use_node_ref();
    {
        let (host, editor) = (host.clone(), props.editor.clone());
        let callbacks =
            (props.on_change.clone(), props.on_fix.clone(), props.on_explain.clone(), props.on_ask.clone());
        use_effect_with((props.plain, callbacks), move |(plain, callbacks)| {
            let (on_change, on_fix, on_explain, on_ask) = callbacks.clone();
            let change = Closure::new(move |id, text, at_once| on_change.emit((id, text, at_once)));
            let fix = Closure::new(move |finding, fix| on_fix.emit((finding, fix)));
            let explain = Closure::new(move |rule| on_explain.emit(rule));
            let ask = Closure::new(move |question: String, id, line, character| {
                let question = if question == "complete" { Question::Complete } else { Question::Describe };
                Promise::new(&mut |then, _| on_ask.emit((question, id, Position { line, character }, then)))
            });
            if let Some(host) = host.cast::<Element>() {
                let js = create(&host, *plain, &change, &fix, &explain, &ask);
                let callbacks = (change, fix, explain, ask);
                let mounted = Mounted { js, known: HashMap::new(), _callbacks: callbacks };
                *editor.0.borrow_mut() = Some(mounted);
            }
            move || {
                if let Some(mounted) = editor.0.borrow_mut().take() {
                    mounted.js.destroy();
                }
            }
        });
    }
    {
        let editor = props.editor.clone();
        let names: Vec<(FileId, String)> =
            props.project.files.iter().map(|file| (file.id, file.name.clone())).collect();
        let project = props.project.clone();
        use_effect_with((names, project.active, props.plain), move |_| {
            editor.with(|editor| editor.sync(&project));
        });
    }
    {
        let (editor, project) = (props.editor.clone(), props.project.clone());
        use_effect_with(
            (props.findings.clone(), project.active, props.plain),
            move |(findings, active, _)| {
                if let Some(file) = project.file(*active) {
                    editor.with(|editor| editor.js.mark(file.id, to_js(&marks(findings, &file.name))));
                }
            },
        );
    }
    // Each kind of editor has a host of its own.
    html! { <div key={props.plain.to_string()} ref={host} class="editor-host"></div> }
}

/// A finding with its place in the list of all, which is how the editor names it when it calls back.
#[derive(Serialize)]
struct Mark<'a> {
    index: usize,
    #[serde(flatten)]
    finding: &'a Finding,
}

fn marks<'a>(findings: &'a [Finding], path: &str) -> Vec<Mark<'a>> {
    let all = findings.iter().enumerate().map(|(index, finding)| Mark { index, finding });
    all.filter(|mark| mark.finding.path == path).collect()
}

fn to_js(value: &impl Serialize) -> JsValue {
    let json = serde_json::to_string(value).unwrap_or_default();
    js_sys::JSON::parse(&json).unwrap_or(JsValue::UNDEFINED)
}

/// Which colours fit a file. YAML's fit JSON, too.
fn language(name: &str) -> &'static str {
    match FileKind::of(name) {
        FileKind::Dockerfile => "dockerfile",
        FileKind::Compose | FileKind::PackageJson => "yaml",
        FileKind::Dotenv | FileKind::Dockerignore | FileKind::Gitignore | FileKind::Requirements => {
            "properties"
        }
        FileKind::Other if [".yaml", ".yml", ".json"].iter().any(|end| name.ends_with(end)) => "yaml",
        FileKind::Other => "plain",
    }
}
