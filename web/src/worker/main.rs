//! The worker: the core behind [`answer`]. `worker.js` loads it and passes messages on.

#[cfg(target_arch = "wasm32")]
#[expect(unreachable_pub, reason = "wasm-bindgen exports public functions only")]
mod exports {
    use std::cell::RefCell;
    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
    }

    /// Answers one request, JSON to JSON.
    #[wasm_bindgen]
    pub fn answer(request: &str) -> String {
        docklint_web::engine::answer(request)
    }

    /// What the panic said that ended the last call.
    #[wasm_bindgen]
    pub fn last_panic() -> String {
        PANIC.with(|panic| panic.try_borrow().map(|text| text.clone()).unwrap_or_default())
    }

    pub(super) fn listen_to_panics() {
        std::panic::set_hook(Box::new(|info| {
            PANIC.with(|panic| {
                if let Ok(mut text) = panic.try_borrow_mut() {
                    *text = info.to_string();
                }
            });
        }));
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    exports::listen_to_panics();
}
