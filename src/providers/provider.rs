//! Provider: what the table says of each, and the words that its schemes are written with.

use alloc::string::String;
use alloc::vec::Vec;

use crate::scheme::{Format, Piece, SchemeSpec, parse_content};

/// What a provider documents about its deliveries.
#[derive(Clone, Copy, Debug)]
pub struct Provider {
    /// What callers pick it by.
    pub name: &'static str,
    /// Its name as people write it.
    pub title: &'static str,
    /// Where it documents its webhooks; empty where that document is not public.
    pub docs: &'static str,
    /// Its scheme.
    pub scheme: fn() -> SchemeSpec,
    /// The events that are listed.
    pub events: &'static [EventType],
    /// After which delays it tries again; `None` where it documents none.
    pub retries: Option<Retries>,
    /// How long it waits for an answer, in seconds; `None` where it documents none.
    pub timeout_seconds: Option<u32>,
    /// What a receiver should know: quirks, what is signed and what is only a hint.
    pub notes: &'static [&'static str],
}

/// One documented event.
#[derive(Clone, Copy, Debug)]
pub struct EventType {
    /// The event type, as it arrives.
    pub name: &'static str,
    /// When it is sent.
    pub when: &'static str,
}

/// When a provider tries again.
#[derive(Clone, Copy, Debug)]
pub struct Retries {
    /// How many times in all it sends a delivery that is never accepted.
    pub attempts: u32,
    /// The documented delays before the second attempt and each later one, in seconds; empty where
    /// only their number is documented.
    pub after_seconds: &'static [u32],
}

pub(super) fn texts(list: &[&str]) -> Vec<String> {
    list.iter().copied().map(String::from).collect()
}

/// What is signed. A template that cannot be read leaves nothing, which no scheme signs.
pub(super) fn content(template: &str) -> Vec<Piece> {
    parse_content(template).unwrap_or_default()
}

pub(super) fn prefixed(prefix: &str) -> Format {
    Format::Value { prefix: prefix.into() }
}
