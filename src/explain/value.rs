//! Value: a JSON text as a tree, which is written in any style.

mod read;
mod write;

pub(super) use read::{Value, is_whole};
pub(super) use write::{Escapes, Hex, Layout, Slash, Style};
