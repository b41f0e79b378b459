//! The page's parts. [`app::App`] holds all state; the others show pieces of it and call back.

mod actions;
mod app;
mod commands;
mod dialogs;
mod editor;
mod engine;
mod files;
mod icons;
mod intake;
mod live;
mod notices;
mod problems;
mod project;
mod resolved;
mod rule_page;
mod settings;
mod start;
mod status;
mod tabs;
mod text;
mod toolbar;
mod views;

use wasm_bindgen::JsValue;

/// Mounts the page. A panic later on ends in a visible message: `start.js` watches for it.
pub(crate) fn start() {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&JsValue::from_str(&info.to_string()))));
    let root = gloo::utils::document().get_element_by_id("app");
    if let Some(root) = root {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
