//! Files that come in and go out: dropped, picked, downloaded.

use super::project::{File, Project};
use docklint_core::FileKind;
use docklint_web::snapshot;
use js_sys::Array;
use serde::Deserialize;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DataTransfer, HtmlAnchorElement, HtmlInputElement, Url};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = docklint, js_name = readDrop)]
    fn read_drop_js(transfer: &DataTransfer, wanted: &Closure<dyn Fn(String) -> bool>) -> js_sys::Promise;

    #[wasm_bindgen(js_namespace = docklint, js_name = readInput)]
    fn read_input_js(input: &HtmlInputElement, wanted: &Closure<dyn Fn(String) -> bool>) -> js_sys::Promise;
}

/// What was read, and what was not, in words.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Incoming {
    pub(crate) files: Vec<snapshot::File>,
    pub(crate) refused: Vec<String>,
}

/// What was dropped.
pub(crate) async fn read_drop(transfer: DataTransfer) -> Incoming {
    let wanted = wanted();
    read(read_drop_js(&transfer, &wanted)).await
}

/// What was picked.
pub(crate) async fn read_input(input: HtmlInputElement) -> Incoming {
    let wanted = wanted();
    read(read_input_js(&input, &wanted)).await
}

/// Out of a folder only what docklint reads is taken.
fn wanted() -> Closure<dyn Fn(String) -> bool> {
    Closure::new(|path: String| FileKind::of(&path) != FileKind::Other)
}

async fn read(promise: js_sys::Promise) -> Incoming {
    let read = JsFuture::from(promise).await.ok().and_then(|value| js_sys::JSON::stringify(&value).ok());
    let json = read.and_then(|json| json.as_string()).unwrap_or_default();
    let failed =
        || Incoming { files: Vec::new(), refused: vec!["the browser could not read the files".to_owned()] };
    serde_json::from_str(&json).unwrap_or_else(|_| failed())
}

/// Lets the browser save one file under its own name and with its own line ends.
pub(crate) fn download(file: &File) {
    let name = file.name.rsplit('/').next().unwrap_or(&file.name);
    save(name, &file.ends.restore(&file.text));
}

/// Lets the browser save the whole project as one text.
pub(crate) fn download_all(project: &Project) {
    if let [file] = project.files.as_slice() {
        return download(file);
    }
    let part = |file: &File| format!("==> {} <==\n{}\n", file.name, file.ends.restore(&file.text));
    save("project.txt", &project.files.iter().map(part).collect::<String>());
}

fn save(name: &str, text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type("text/plain");
    let parts = Array::of1(&JsValue::from_str(text));
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(url) = Url::create_object_url_with_blob(&blob) else { return };
    let link =
        gloo::utils::document().create_element("a").ok().and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The download has begun with the click; an address that stayed would only cost memory.
    drop(Url::revoke_object_url(&url));
}
