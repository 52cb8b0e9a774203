//! Proves that a webhook delivery came from the provider it names, on the exact bytes that arrived.
//!
//! # The walk
//! Providers sign what they POST. Checking such a signature is one walk, and the modules of this crate
//! are declared in its order. On every floor, a module uses only its own children and what is declared
//! above it or above one of its parents, so there is no circle.
//!
//! ```text
//! headers + raw body → claim → signed content → MAC → constant-time compare → freshness → verdict → event
//! ```
//!
//! 1. A [`Scheme`] says, as data, where things are, what is signed and how it is written.
//! 2. A [`Secret`] becomes a key by the scheme's rule. An [`Endpoint`] keeps scheme, keys and limits
//!    together.
//! 3. A [`Delivery`] is one HTTP attempt exactly as received: headers and raw body.
//! 4. [`Endpoint::verify`] reads what the delivery claims, assembles the exact bytes that are signed,
//!    and looks, in constant time, for the key that makes one of the claimed signatures from them. Only
//!    then does the signed time count. The verdict is [`Verified`] or a [`Rejection`].
//! 5. [`Verified::event`] says what the delivery is about, from signed bytes only.
//!
//! [`Endpoint::sign`] is the same walk backwards. The core knows no clock, no randomness, no environment
//! and no I/O: time is an argument, so every verdict can be repeated.
//!
//! # Features
//! None is on by default, and none changes a verdict. `serde` and `explain` need no standard library
//! either, only `alloc`.
//!
//! * `serde` reads and writes a [`Scheme`] as the JSON that JavaScript takes.
//! * `explain` adds the module `explain`, which says why a delivery was refused. It is for developers.
//! * `wasm` and `explain-wasm` are the two modules of the npm package; nothing else needs them.
//!
//! # Examples
//! ```
//! use countersign::{Code, Delivery, Endpoint, providers};
//!
//! let endpoint = Endpoint::new(providers::scheme("bookbag").unwrap(), ["bb_secret"])?;
//!
//! let body = br#"{"event":"lead.created","data":{},"ts":1733155200000}"#;
//! let headers = [(
//!     "X-Bookbag-Signature",
//!     "sha256=ea26d2d2a43a6b70eb4f5ba5fb61e77dd4e7a5d0a3c6fa0c4ee4b7e6c8f11111",
//! )];
//!
//! let verdict = endpoint.verify(&Delivery::new(&headers, body), 1_733_155_200_000);
//! assert_eq!(verdict.unwrap_err().code(), Code::SignatureMismatch);
//! # Ok::<(), countersign::Code>(())
//! ```
#![no_std]
#![deny(unsafe_code)]
#![warn(missing_docs, missing_debug_implementations)]

extern crate alloc;

pub mod verdict;

pub mod encoding;
pub mod json;
mod tag;

pub mod scheme;

mod delivery;
mod time;

mod secret;

mod header;

mod content;

mod mac;

mod freshness;

mod verify;

mod sign;

mod event;

mod verified;

mod sentence;

mod endpoint;

pub mod providers;

#[cfg(feature = "explain")]
pub mod explain;

#[cfg(feature = "explain-wasm")]
mod explain_wasm;

#[cfg(all(feature = "wasm", not(fuzzing)))]
mod wasm;
// Fuzzers knock at the door natively, where they see more of what goes wrong behind it.
#[cfg(all(feature = "wasm", fuzzing))]
pub mod wasm;

pub use delivery::{Delivery, RequestLine};
pub use encoding::Encoding;
pub use endpoint::{Endpoint, Headers, Signing, Verification};
pub use event::Event;
pub use freshness::EVENT_FUTURE_SECONDS;
pub use scheme::{Algorithm, Scheme, SchemeError, SchemeSpec};
pub use secret::{SECRET_BYTES_MAX, SECRETS_MAX, Secret};
pub use verdict::{Code, Detail, Family, Rejection};
pub use verified::Verified;
pub use verify::Proof;
