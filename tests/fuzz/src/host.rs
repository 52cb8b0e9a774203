//! Host: what JavaScript does at the door: writes and reads the window between two calls.
//!
//! The door answers with addresses, as it does to JavaScript, and there is one thread, as there.

use std::slice;

use countersign::wasm::{body_at, body_size, lengths_at, text_at};

pub const LENGTHS: usize = 16;
pub const TEXT_SIZE: usize = LENGTHS * 4097;
/// The length of a header, or of a text, that is not there.
pub const ABSENT: u32 = u32::MAX;

/// The 16 lengths.
pub fn lengths() -> &'static mut [u32; LENGTHS] {
    // SAFETY: the door keeps 16 numbers there forever, and runs only when it is called; no reference
    // is kept over a call.
    unsafe { &mut *(lengths_at() as *mut [u32; LENGTHS]) }
}

/// The text area.
pub fn text() -> &'static mut [u8] {
    // SAFETY: as above.
    unsafe { slice::from_raw_parts_mut(text_at() as *mut u8, TEXT_SIZE) }
}

/// The body window.
pub fn body() -> &'static mut [u8] {
    // SAFETY: as above.
    unsafe { slice::from_raw_parts_mut(body_at() as *mut u8, body_size() as usize) }
}

/// Writes a text where the next call reads it; answers its length.
pub fn write_text(bytes: &[u8]) -> u32 {
    text()[..bytes.len()].copy_from_slice(bytes);
    bytes.len() as u32
}

/// Writes a body where the next call reads it; answers its length.
pub fn write_body(bytes: &[u8]) -> u32 {
    body()[..bytes.len()].copy_from_slice(bytes);
    bytes.len() as u32
}

/// The header values that stand in the window: as many as there are lengths, back to back.
pub fn values() -> Vec<Option<Vec<u8>>> {
    let mut rest: &[u8] = text();
    let take = |len: &u32| {
        let (value, behind) = rest.split_at_checked(*len as usize)?;
        rest = behind;
        Some(value.to_vec())
    };
    lengths().iter().map(take).collect()
}

/// The texts that a call left in the window.
pub fn texts(count: usize) -> Vec<Option<String>> {
    let mut rest: &[u8] = text();
    let take = |len: &u32| {
        if *len == ABSENT {
            return None;
        }
        let (value, behind) = rest.split_at(*len as usize);
        rest = behind;
        Some(String::from_utf8(value.to_vec()).expect("the door leaves UTF-8"))
    };
    lengths()[..count].iter().map(take).collect()
}
