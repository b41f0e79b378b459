//! The page: a yew app around an editor. The core is not in it; see `worker`.

#[cfg(target_arch = "wasm32")]
mod ui;

fn main() {
    #[cfg(target_arch = "wasm32")]
    ui::start();
}
