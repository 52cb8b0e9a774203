//! The door to JavaScript: integers in, `i32` out, bytes through one scratch window.
//!
//! Everything the host can reach is here, and the module built from it imports nothing: code that sees
//! a secret has nowhere to send it. A call answers with a length, an index or 0, or with the negative
//! number of a [`Code`].
//!
//! Secrets are wiped from the window by the call that reads them, and prepared keys by
//! [`close`]. A body larger than its window is streamed: `*_begin`, any number of [`update`], `*_finish`.

mod slots;

mod window;

#[allow(unsafe_code)]
mod memory;

use alloc::string::String;
use core::str;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::endpoint::Endpoint;
use crate::event::{EventRun, Wanted};
use crate::header;
use crate::scheme::Tolerance;
use crate::secret::{Flaw, Secret};
use crate::sign::SignRun;
use crate::verdict::Code;
use crate::verify::{self, VerifyRun};
use slots::{Slots, Task};
use window::{ABSENT, Answer, BODY_SIZE, Window};

/// What host and module must agree on: exports, window and the encoding of schemes.
const ABI_VERSION: u32 = 1;

/// Runs one call and turns its answer into the number that the host reads.
fn call(run: impl FnOnce(&mut Window, &mut Slots) -> Answer) -> i32 {
    match memory::with(run) {
        Ok(number) => i32::try_from(number).unwrap_or(i32::MAX),
        Err(code) => -i32::from(code.number()),
    }
}

/// Which exports, window and encoding of schemes this module has; within one number they do not change.
#[wasm_bindgen]
pub fn abi_version() -> u32 {
    ABI_VERSION
}

/// Address of the 16 lengths.
#[wasm_bindgen]
pub fn lengths_at() -> usize {
    memory::address() + core::mem::offset_of!(Window, lengths)
}

/// Address of the text area.
#[wasm_bindgen]
pub fn text_at() -> usize {
    memory::address() + core::mem::offset_of!(Window, text)
}

/// Address of the body window.
#[wasm_bindgen]
pub fn body_at() -> usize {
    memory::address() + core::mem::offset_of!(Window, body)
}

/// Size of the body window.
#[wasm_bindgen]
pub fn body_size() -> u32 {
    BODY_SIZE as u32
}

/// Checks the scheme in the text area, where it stays; answers its length.
#[wasm_bindgen]
pub fn scheme_check(len: u32) -> i32 {
    call(|window, _| {
        window.read_scheme(len)?;
        Ok(len as usize)
    })
}

/// Opens a slot for the scheme in the text area; answers its index.
#[wasm_bindgen]
pub fn open(len: u32) -> i32 {
    call(|window, slots| {
        let scheme = window.read_scheme(len)?;
        Ok(slots.open(Endpoint::without_keys(scheme)))
    })
}

/// Writes the names of the headers to read into the text area, a line each; answers their length.
#[wasm_bindgen]
pub fn header_names(slot: u32) -> i32 {
    call(|window, slots| {
        let mut names = String::new();
        slots.get(slot)?.scheme().headers().iter().for_each(|row| names.extend([&row.name, "\n"]));
        window.write_texts(&[Some(&names)])
    })
}

/// Adds the secret in the text area, as text or as the key itself, and wipes it there. For one that is
/// refused the lengths tell why.
#[wasm_bindgen]
pub fn add_secret(slot: u32, len: u32, is_key: u32) -> i32 {
    let answer = add_secret_below(slot, len, is_key != 0);
    memory::wipe_stack();
    answer
}

/// In a frame of its own, so that everything it leaves on the stack lies where the stack is wiped.
#[inline(never)]
fn add_secret_below(slot: u32, len: u32, is_key: bool) -> i32 {
    call(|window, slots| {
        let added = add_secret_from(window, slots, slot, len, is_key);
        window.wipe_text();
        added
    })
}

fn add_secret_from(
    window: &mut Window,
    slots: &mut Slots,
    slot: u32,
    len: u32,
    is_key: bool,
) -> Answer {
    let endpoint = slots.get(slot)?;
    let secret = window.text.get(..len as usize).and_then(|bytes| {
        if is_key { Some(Secret::Key(bytes)) } else { str::from_utf8(bytes).ok().map(Secret::Text) }
    });
    let added = secret.ok_or(Flaw::Malformed).and_then(|secret| endpoint.add(secret));
    added.map_err(|flaw| {
        window.lengths[0] = flaw as u32;
        Code::from(flaw)
    })?;
    Ok(0)
}

/// Replaces how far the signed time may lie from now, in seconds; `0xFFFFFFFF` is any distance.
#[wasm_bindgen]
pub fn set_tolerance(slot: u32, past: u32, future: u32) -> i32 {
    call(|_, slots| {
        let limit = |seconds| (seconds != ABSENT).then_some(seconds);
        let tolerance = Tolerance { past_seconds: limit(past), future_seconds: limit(future) };
        slots.get(slot)?.set_tolerance(tolerance)?;
        Ok(0)
    })
}

/// Demands that the time in the body is no longer ago than this, in seconds.
#[wasm_bindgen]
pub fn set_max_event_age(slot: u32, seconds: u32) -> i32 {
    call(|_, slots| {
        slots.get(slot)?.set_max_event_age(seconds)?;
        Ok(0)
    })
}

/// Closes a slot and wipes its keys.
#[wasm_bindgen]
pub fn close(slot: u32) {
    memory::with(|_, slots| slots.close(slot));
    memory::wipe_stack();
}

/// Verifies the delivery whose headers are in the text area and whose whole body is in its window.
/// Answers which secret matches. The lengths tell more: of a proven delivery the signed time, of a
/// refused one the detail, the header and how far a time lies from now.
#[wasm_bindgen]
pub fn verify(slot: u32, body_len: u32, now_high: u32, now_low: u32) -> i32 {
    call(|window, slots| {
        let receiver = slots.get(slot)?.receiver();
        let body = window.body.get(..body_len as usize).ok_or(Code::BodyNotRaw)?;
        let now_ms = join(now_high, now_low);
        let verdict = verify::verify(receiver, &window.reading(), body, now_ms);
        window.answer(verdict)
    })
}

/// Looks at the headers in the text area alone; refused as by [`verify`].
#[wasm_bindgen]
pub fn verify_headers(slot: u32) -> i32 {
    call(|window, slots| {
        let claim = header::parse(&window.reading(), slots.get(slot)?.scheme()).map(|_| 0);
        claim.map_err(|rejection| window.refuse(rejection))
    })
}

/// As [`verify`], for a body that follows in chunks.
#[wasm_bindgen]
pub fn verify_begin(slot: u32) -> i32 {
    call(|window, slots| {
        let begun = VerifyRun::begin(slots.get(slot)?.receiver(), &window.reading());
        let run = begun.map_err(|rejection| window.refuse(rejection))?;
        slots.begin(slot, Task::Verify(run));
        Ok(0)
    })
}

/// The verdict on the body that came in chunks; the headers must still stand in the text area.
#[wasm_bindgen]
pub fn verify_finish(now_high: u32, now_low: u32) -> i32 {
    call(|window, slots| {
        let (slot, Task::Verify(run)) = slots.finish()? else { return Err(Code::BodyNotRaw) };
        let now_ms = join(now_high, now_low);
        let verdict = run.finish(slot.receiver(), &window.reading(), now_ms);
        window.answer(verdict)
    })
}

/// Begins to sign as of a time in milliseconds, with the id in the text area.
#[wasm_bindgen]
pub fn sign_begin(slot: u32, ms_high: u32, ms_low: u32, id_len: u32) -> i32 {
    call(|window, slots| {
        let receiver = slots.get(slot)?.receiver();
        let id = window.read_text(id_len).ok_or(Code::OptionInvalid)?;
        let run = SignRun::begin(receiver.scheme, receiver.keyring, join(ms_high, ms_low), id)?;
        slots.begin(slot, Task::Sign(run));
        Ok(0)
    })
}

/// Writes the signed headers into the text area, a line `Name: value` each; answers their length.
#[wasm_bindgen]
pub fn sign_finish() -> i32 {
    call(|window, slots| {
        let (slot, Task::Sign(run)) = slots.finish()? else { return Err(Code::BodyNotRaw) };
        let mut lines = String::new();
        run.finish(slot.scheme(), &mut |name, value| lines.extend([name, ": ", value, "\n"]));
        window.write_texts(&[Some(&lines)])
    })
}

/// Begins to read the event of a proven delivery: bit 0 of `wanted` asks for type and id, bit 1 for
/// the idempotency key.
#[wasm_bindgen]
pub fn event_begin(slot: u32, wanted: u32) -> i32 {
    call(|_, slots| {
        slots.get(slot)?;
        let wanted = Wanted { fields: wanted & 1 != 0, key: wanted & 2 != 0 };
        slots.begin(slot, Task::Event(EventRun::begin(wanted)));
        Ok(0)
    })
}

/// Writes type, id and idempotency key into the text area and their lengths into the lengths; the
/// headers must still stand in the text area.
#[wasm_bindgen]
pub fn event_finish() -> i32 {
    call(|window, slots| {
        let (slot, Task::Event(run)) = slots.finish()? else { return Err(Code::BodyNotRaw) };
        let event = run.finish(&window.reading(), slot.scheme());
        let texts = [event.kind.as_deref(), event.id.as_deref(), event.key.as_deref()];
        window.write_texts(&texts)?;
        Ok(0)
    })
}

/// Feeds the next chunk of a body to whatever was begun.
#[wasm_bindgen]
pub fn update(len: u32) {
    memory::with(|window, slots| {
        let chunk = window.body.get(..len as usize).unwrap_or(&window.body);
        slots.update(chunk);
    });
}

/// A time in milliseconds from its two halves.
fn join(high: u32, low: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}
