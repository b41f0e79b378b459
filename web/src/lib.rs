//! docklint-web: what the two binaries of the playground share.
//!
//! `app` is the page (yew, without the core); `worker` holds the core. They speak in [`message`]s, JSON strings without any state
//! between them, so that a worker can be thrown away at any time. [`engine`] answers them; only the worker calls it.
//!
//! Texts have LF line ends on the page, since editors know no others; [`line_ends`] says what they were, and the core sees them as
//! they were. A [`snapshot`] is what is saved and shared: [`share`] makes a link of it, [`store`] keeps it in the browser.

pub mod config;
pub mod engine;
pub mod line_ends;
pub mod message;
#[cfg(target_arch = "wasm32")]
pub mod share;
pub mod snapshot;
#[cfg(target_arch = "wasm32")]
pub mod store;
