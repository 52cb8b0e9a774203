//! Providers: the companies whose schemes and event names come built in.
//!
//! A provider is one file of data, `src/providers/<name>.toml`, and the table beside this is made from
//! those files. Its scheme is written like any user's; no verdict depends on the rest.

mod provider;

#[rustfmt::skip]
mod table;

use crate::scheme::Scheme;
pub use provider::{EventType, Provider, Retries};
pub use table::ALL;

/// The scheme of the provider called `name`, if it is built in.
pub fn scheme(name: &str) -> Option<Scheme> {
    let provider = ALL.iter().find(|provider| provider.name == name)?;
    Scheme::new((provider.scheme)()).ok()
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
