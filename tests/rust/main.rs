//! What holds of the core, natively and compiled to WebAssembly, in Node and in browsers.
//!
//! One program, so that it is linked once and a browser is started once: `cargo test --test rust signing`
//! runs one module, `cargo test --test rust vectors::agentbot` one file of vectors.

#[macro_use]
#[path = "../corpus/mod.rs"]
mod corpus;
mod objects;

mod verdicts;

mod json;

mod scheme_junk;
mod scheme_limits;
mod scheme_problems;
mod schemes;

mod secrets;

mod signing;

mod sentences;
mod shapes;

mod endpoint;

mod vectors;
