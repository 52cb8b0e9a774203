//! Providers: the companies whose schemes and event names come built in, one short file each.
//!
//! A provider is data. Its scheme is written like any user's; the events and the habits of its
//! sender feed the JavaScript types and the documentation, and no verdict depends on them.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::encoding::Encoding;
use crate::scheme::{
    Format, Piece, Scheme, SchemeSpec, Signature, TimestampRule, TimestampSource, Tolerance, Unit,
};

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
    /// The TypeScript type of its bodies, with `Payload` for what differs by event; empty if unknown.
    pub envelope: &'static str,
    /// The events it documents.
    pub events: &'static [EventType],
    /// Where the tolerance comes from, as a sentence; empty where no time is signed.
    pub tolerance_from: &'static str,
    /// After which delays it tries again; `None` where it documents none.
    pub retries: Option<Retries>,
    /// What it documents of trying again beyond `retries`, as a sentence; empty where that is all.
    pub retries_say: &'static str,
    /// How long it waits for an answer, in seconds; `None` where it documents none.
    pub timeout_seconds: Option<u32>,
    /// What a receiver should know: quirks, what is signed and what is only a hint.
    pub notes: &'static [&'static str],
}

/// One documented event.
#[derive(Clone, Copy, Debug)]
pub struct EventType {
    /// The event type, as it stands in the body.
    pub name: &'static str,
    /// When it fires.
    pub when: &'static str,
    /// The TypeScript type of what differs by event; undocumented fields are not in it.
    pub payload: &'static str,
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

/// Declares the files of this folder and lists them.
macro_rules! providers {
    ($($file:ident)*) => {
        $(mod $file;)*

        /// Every built-in provider, by name.
        pub static ALL: &[Provider] = &[$($file::PROVIDER),*];
    };
}

providers! {
    agentbot
    bookbag
    chatbase
    digivault
    github
    libromi
    shopify
    slack
    standard_webhooks
    stripe
}

/// The scheme of the provider called `name`, if it is built in.
pub fn scheme(name: &str) -> Option<Scheme> {
    let provider = ALL.iter().find(|provider| provider.name == name)?;
    Scheme::new((provider.scheme)()).ok()
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().copied().map(String::from).collect()
}

fn literal(text: &str) -> Piece {
    Piece::Literal(text.into())
}

fn header(name: &str, format: Format, encoding: Encoding) -> Signature {
    Signature { headers: vec![name.into()], each: false, format, encoding }
}

fn value(prefix: &str) -> Format {
    Format::Value { prefix: prefix.into() }
}

fn pairs(separator: u8, signature_key: &str, timestamp_key: &str) -> Format {
    let (signature_key, timestamp_key) = (signature_key.into(), Some(timestamp_key.into()));
    Format::Pairs { separator, signature_key, timestamp_key, spaces: false }
}

fn in_field(unit: Unit, tolerance: Tolerance) -> TimestampRule {
    TimestampRule { source: TimestampSource::Field, unit, tolerance }
}

fn in_header(name: &str, unit: Unit, tolerance: Tolerance) -> TimestampRule {
    TimestampRule { source: TimestampSource::Header(name.into()), unit, tolerance }
}

/// The shape of a documented payload of which no field is documented.
const UNDOCUMENTED: &str = "Record<string, unknown>";

const fn event(name: &'static str, when: &'static str, payload: &'static str) -> EventType {
    EventType { name, when, payload }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scheme_is_sound_and_has_the_name_of_its_provider() {
        for provider in ALL {
            let spec = (provider.scheme)();
            let checked = Scheme::new(spec.clone()).expect(provider.title);
            assert_eq!(checked.name(), provider.name);
            assert_eq!(checked.to_spec(), spec, "{}", provider.title);
            assert_eq!(scheme(provider.name), Some(checked));
        }
    }

    #[test]
    fn providers_stand_in_the_order_of_their_names_and_none_twice() {
        assert!(ALL.windows(2).all(|pair| pair[0].name < pair[1].name));
    }

    #[test]
    fn an_event_time_counts_and_its_body_is_documented() {
        for provider in ALL {
            let Some(time) = (provider.scheme)().event_time else { continue };
            assert!(time.unit != Unit::Rfc3339, "{}", provider.title);
            let field = alloc::format!("; {}: number", time.path);
            assert!(provider.envelope.contains(&field), "{}", provider.title);
        }
    }

    #[test]
    fn an_unknown_name_has_no_scheme() {
        for name in ["", "agent", "agentbot ", "Agentbot", "name"] {
            assert!(scheme(name).is_none(), "{name:?}");
        }
    }
}
