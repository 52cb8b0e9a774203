//! Known: of the built-in providers what can be tried, without their documentation, which a module for
//! JavaScript would have to carry.

use crate::providers::{self, Retries};
use crate::scheme::{Scheme, SchemeSpec};

/// A built-in provider.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    scheme: fn() -> SchemeSpec,
    pub(super) retries: Option<Retries>,
}

impl Known {
    /// Its scheme; a test holds that there is one.
    pub(super) fn scheme(&self) -> Option<Scheme> {
        Scheme::new((self.scheme)()).ok()
    }
}

const fn of(provider: &providers::Provider) -> Known {
    let providers::Provider { name, title, scheme, retries, .. } = *provider;
    Known { name, title, scheme, retries }
}

const FIRST: Known = of(&providers::ALL[0]);

/// Every built-in provider.
pub(super) static ALL: [Known; providers::ALL.len()] = {
    let mut all = [FIRST; providers::ALL.len()];
    let mut index = 0;
    while index < all.len() {
        all[index] = of(&providers::ALL[index]);
        index += 1;
    }
    all
};
