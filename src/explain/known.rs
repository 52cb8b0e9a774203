//! Known: of the built-in providers what can be tried, without their documentation, which a module for
//! JavaScript would have to carry.

use crate::providers::{self, Retries};

/// A built-in provider.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub(super) title: &'static str,
    pub(super) scheme: &'static str,
    pub(super) retries: Option<Retries>,
}

/// Every built-in provider.
pub(super) static ALL: [Known; providers::ALL.len()] = {
    let mut all = [Known { title: "", scheme: "", retries: None }; providers::ALL.len()];
    let mut index = 0;
    while index < all.len() {
        let providers::Provider { title, scheme, retries, .. } = providers::ALL[index];
        all[index] = Known { title, scheme, retries };
        index += 1;
    }
    all
};
