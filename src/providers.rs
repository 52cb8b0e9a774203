//! Providers: the companies whose schemes and event names come built in, one short file each.
//!
//! A provider is data. Its scheme is a text form like any user's; the events and the habits of its
//! sender feed the JavaScript types and the documentation, and no verdict depends on them.

use crate::scheme::{Scheme, Unit};

/// What a provider documents about its deliveries.
#[derive(Clone, Copy, Debug)]
pub struct Provider {
    /// Its name as people write it.
    pub title: &'static str,
    /// Where it documents its webhooks; empty where that document is not public.
    pub docs: &'static str,
    /// The text form of its scheme; its `name` is what callers pick it by.
    pub scheme: &'static str,
    /// Where the signed body tells the time; `None` where a header signs one, or the body tells none.
    pub event_time: Option<EventTime>,
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

/// The time that a signed body tells, as a number at its top.
///
/// Told here, and not checked: it may be the event's, and then a retry looks as old as its event. The
/// JavaScript package checks it for receivers that ask for that, by `maxEventAgeSeconds`.
#[derive(Clone, Copy, Debug)]
pub struct EventTime {
    /// Its key.
    pub key: &'static str,
    /// What it counts: seconds or milliseconds.
    pub unit: Unit,
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

        // A table of its own: the module for JavaScript links the schemes without the documentation.
        static SCHEMES: &[&str] = &[$($file::PROVIDER.scheme),*];
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
    SCHEMES.iter().find(|text| is_called(text, name))?.parse().ok()
}

/// Whether a text form begins with this name, as every provider's does.
fn is_called(text: &str, name: &str) -> bool {
    let behind = text.trim_ascii_start().strip_prefix("name: ");
    behind.and_then(|text| text.strip_prefix(name)).is_some_and(|rest| rest.starts_with('\n'))
}

/// The shape of a documented payload of which no field is documented.
const UNDOCUMENTED: &str = "Record<string, unknown>";

const fn event(name: &'static str, when: &'static str, payload: &'static str) -> EventType {
    EventType { name, when, payload }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::{String, ToString};

    #[test]
    fn every_scheme_parses_and_prints_what_it_parses() {
        for provider in ALL {
            let parsed: Scheme = provider.scheme.parse().expect(provider.title);
            let printed = parsed.to_string();
            let again: Scheme = printed.parse().expect(provider.title);
            assert_eq!(again.to_string(), printed);
            assert_eq!(scheme(parsed.name()).map(|found| found.to_string()), Some(printed));
        }
    }

    #[test]
    fn no_two_providers_share_a_name() {
        let name = |provider: &Provider| {
            let scheme: Scheme = provider.scheme.parse().expect(provider.title);
            String::from(scheme.name())
        };
        for (index, provider) in ALL.iter().enumerate() {
            assert!(ALL.iter().skip(index + 1).all(|other| name(other) != name(provider)));
        }
    }

    #[test]
    fn an_event_time_counts_and_stands_in_where_no_header_signs_one() {
        for provider in ALL {
            let Some(EventTime { key, unit }) = provider.event_time else { continue };
            let scheme: Scheme = provider.scheme.parse().expect(provider.title);
            assert!(scheme.timestamp().is_none(), "{}", provider.title);
            assert!(unit != Unit::Rfc3339, "{}", provider.title);
            assert!(
                provider.envelope.contains(&alloc::format!("; {key}: number")),
                "{}",
                provider.title
            );
        }
    }

    #[test]
    fn an_unknown_name_has_no_scheme() {
        for name in ["", "agent", "agentbot ", "Agentbot", "name"] {
            assert!(scheme(name).is_none(), "{name:?}");
        }
    }
}
