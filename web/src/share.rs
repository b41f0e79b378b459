//! Links that hold a whole project: `v1.` and the base64url of the deflated JSON of a [`Snapshot`], behind the `#` of the address,
//! which browsers send to nobody.

use crate::snapshot::{MAX_BYTES, Refused, Snapshot};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use js_sys::{Array, Reflect, Uint8Array};
use std::fmt;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair};

// web-sys counts these as unstable, though browsers have had them since 2023.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = ReadableWritablePair)]
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    #[wasm_bindgen(extends = ReadableWritablePair)]
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// DEFLATE without a header.
const FORMAT: &str = "deflate-raw";

/// What begins every fragment that this build writes.
pub const PREFIX: &str = "v1.";
/// The most that a link may hold when it is inflated: the text of the largest project, escaped as JSON, with its names.
const MAX_INFLATED: usize = MAX_BYTES * 2;

/// Why a link could not be made or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// The link is of a later version of docklint.
    Newer,
    /// The link was cut off or changed on its way, or never was one.
    Damaged,
    /// What it holds is not a project that the page takes.
    Refused(Refused),
    /// The browser cannot compress.
    Browser,
}

impl fmt::Display for ShareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer => f.write_str("it was made by a later version of docklint; load the page again"),
            Self::Damaged => f.write_str("it is damaged, perhaps cut off on its way"),
            Self::Refused(why) => why.fmt(f),
            Self::Browser => f.write_str("this browser cannot compress"),
        }
    }
}

impl std::error::Error for ShareError {}

/// The fragment, without `#`, that holds `snapshot`.
///
/// # Errors
/// [`ShareError::Browser`] where the browser lacks `CompressionStream`.
pub async fn encode(snapshot: &Snapshot) -> Result<String, ShareError> {
    let stream = CompressionStream::new(FORMAT).map_err(|_| ShareError::Browser)?;
    let deflated = pass(snapshot.write().as_bytes(), &stream, usize::MAX).await.ok_or(ShareError::Browser)?;
    Ok(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(deflated)))
}

/// Whether a fragment wants to be a link at all, rather than an anchor of the page.
#[must_use]
pub fn is_link(fragment: &str) -> bool {
    version(fragment).is_some()
}

/// The project that a fragment, without `#`, holds. Links of every earlier version are read for ever.
///
/// # Errors
/// [`ShareError`], where it holds none.
pub async fn decode(fragment: &str) -> Result<Snapshot, ShareError> {
    let (version, data) = version(fragment).ok_or(ShareError::Damaged)?;
    if version != 1 {
        return Err(ShareError::Newer);
    }
    let deflated = URL_SAFE_NO_PAD.decode(data).map_err(|_| ShareError::Damaged)?;
    let stream = DecompressionStream::new(FORMAT).map_err(|_| ShareError::Browser)?;
    let bytes = pass(&deflated, &stream, MAX_INFLATED).await.ok_or(ShareError::Damaged)?;
    let json = String::from_utf8(bytes).map_err(|_| ShareError::Damaged)?;
    Snapshot::read(&json).map_err(ShareError::Refused)
}

/// `v1.abc` as `(1, "abc")`.
fn version(fragment: &str) -> Option<(u32, &str)> {
    let (version, data) = fragment.strip_prefix('v')?.split_once('.')?;
    Some((version.parse().ok()?, data))
}

/// All that comes out of a stream when `bytes` go in; `None` where it fails or gives more than `most` bytes.
async fn pass(bytes: &[u8], through: &ReadableWritablePair, most: usize) -> Option<Vec<u8>> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let stream: ReadableStream =
        Blob::new_with_u8_array_sequence(&parts).ok()?.stream().pipe_through(through);
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut out = Vec::new();
    loop {
        let chunk: JsValue = JsFuture::from(reader.read()).await.ok()?;
        if Reflect::get(&chunk, &"done".into()).ok()?.is_truthy() {
            return Some(out);
        }
        let value: Uint8Array = Reflect::get(&chunk, &"value".into()).ok()?.dyn_into().ok()?;
        out.extend(value.to_vec());
        if out.len() > most {
            // A bomb: the rest is never inflated. That the stream is gone is all that can come of this.
            drop(reader.cancel());
            return None;
        }
    }
}
