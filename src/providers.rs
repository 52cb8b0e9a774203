//! Providers: the companies whose schemes and event names come built in.
//!
//! A provider is one file of data, `src/providers/<name>.toml`, and the table beside this is made from
//! those files. Its scheme is written like any user's; no verdict depends on the rest.

use alloc::string::String;
use alloc::vec::Vec;

use crate::scheme::{Format, Piece, Scheme, SchemeSpec, parse_content};

#[rustfmt::skip]
mod table;

pub use table::ALL;

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

/// The scheme of the provider called `name`, if it is built in.
pub fn scheme(name: &str) -> Option<Scheme> {
    let provider = ALL.iter().find(|provider| provider.name == name)?;
    Scheme::new((provider.scheme)()).ok()
}

fn texts(list: &[&str]) -> Vec<String> {
    list.iter().copied().map(String::from).collect()
}

/// What is signed. A template that cannot be read leaves nothing, which no scheme signs.
fn content(template: &str) -> Vec<Piece> {
    parse_content(template).unwrap_or_default()
}

fn prefixed(prefix: &str) -> Format {
    Format::Value { prefix: prefix.into() }
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
    fn an_unknown_name_has_no_scheme() {
        for name in ["", "agent", "agentbot ", "Agentbot", "name"] {
            assert!(scheme(name).is_none(), "{name:?}");
        }
    }
}
