//! The fuzz targets as plain functions, so that the same code fuzzes on nightly and replays on stable.
//!
//! A target takes any bytes, reads them in its own format (each module begins with it) and panics when
//! countersign breaks a promise. What it should have answered comes from [`oracle`], which shares no
//! code with the core, or from another way through the core that must agree.

mod door;
mod encoding;
mod header;
mod host;
mod json;
mod members;
mod oracle;
mod scheme;
pub mod wire;

pub use door::door;
pub use encoding::encoding;
pub use header::{SCHEMES, header};
pub use json::json;
pub use scheme::scheme;

/// A target and the name of its corpus.
pub type Target = (&'static str, fn(&[u8]));

pub const TARGETS: [Target; 5] = [
    ("header", header),
    ("scheme", scheme),
    ("json", json),
    ("door", door),
    ("encoding", encoding),
];

/// Splits one input into `N` fields at the bytes 0xFF, which UTF-8 never has; the last keeps its own.
fn fields<const N: usize>(input: &[u8]) -> [&[u8]; N] {
    let mut parts = input.splitn(N, |byte| *byte == 0xff);
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// A number in decimal; 0 for anything else.
fn number(text: &[u8]) -> u64 {
    std::str::from_utf8(text).ok().and_then(|text| text.parse().ok()).unwrap_or_default()
}
