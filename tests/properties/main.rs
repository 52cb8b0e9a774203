//! Properties: what holds for every scheme, key, body and time, tried on generated ones.
//!
//! Every run begins from one fixed seed, so it can be repeated. `COUNTERSIGN_SEED=7` picks another seed,
//! `COUNTERSIGN_SEED=fresh` a new one, and `COUNTERSIGN_CASES=100000` says how many cases each property
//! tries. A failure prints the smallest case that was found and the line that repeats it.
#![cfg(not(target_family = "wasm"))]

#[path = "../corpus/mod.rs"]
#[allow(dead_code)]
mod corpus;

mod joints;
mod plan;
mod recipe;
mod recipes;
mod written;

mod signing;

mod flips;

mod encodings;

mod moments;

mod time;

mod json;

mod text;

mod cuts;

mod edits;

mod near;

mod seeded;

use seeded::{holds, like};
