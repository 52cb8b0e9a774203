//! Change: what is done to a delivery before it is tried again, and what it means if it then verifies.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::code::FindingCode;
use crate::scheme::Scheme;
use crate::secret::Secret;

/// What a receiver holds: the text of a secret, or the key itself.
#[derive(Clone)]
pub(super) enum Key {
    Text(Zeroizing<String>),
    Bytes(Zeroizing<Vec<u8>>),
}

impl Key {
    pub(super) fn of(secret: &Secret) -> Self {
        match secret {
            Secret::Text(text) => Self::Text(Zeroizing::new((*text).to_string())),
            Secret::Key(bytes) => Self::Bytes(Zeroizing::new(bytes.to_vec())),
        }
    }

    pub(super) fn secret(&self) -> Secret<'_> {
        match self {
            Self::Text(text) => Secret::Text(text),
            Self::Bytes(bytes) => Secret::Key(bytes),
        }
    }
}

/// A header that owns itself.
pub(super) type Header = (String, Vec<u8>);

/// The bytes of all names and values.
pub(super) fn weight(headers: &[Header]) -> usize {
    headers.iter().map(|(name, value)| name.len() + value.len()).sum()
}

/// What is changed, and what it means if the delivery then verifies.
#[derive(Default)]
pub(super) struct Change {
    pub(super) meaning: Option<(FindingCode, String)>,
    pub(super) scheme: Option<Scheme>,
    pub(super) keys: Option<Vec<Key>>,
    pub(super) headers: Option<Vec<Header>>,
    pub(super) body: Option<Vec<u8>>,
}

impl Change {
    pub(super) fn means(code: FindingCode, evidence: impl Into<String>) -> Self {
        Self { meaning: Some((code, evidence.into())), ..Self::default() }
    }

    pub(super) fn scheme(self, scheme: Scheme) -> Self {
        Self { scheme: Some(scheme), ..self }
    }

    pub(super) fn key(self, key: Key) -> Self {
        Self { keys: Some(vec![key]), ..self }
    }

    pub(super) fn headers(self, headers: Vec<Header>) -> Self {
        Self { headers: Some(headers), ..self }
    }

    pub(super) fn body(self, body: Vec<u8>) -> Self {
        Self { body: Some(body), ..self }
    }
}

/// What the last of the changes that changes it makes of one part of the delivery.
pub(super) fn last<'c, T: ?Sized>(
    changes: &[&'c Change],
    part: impl Fn(&'c Change) -> Option<&'c T>,
) -> Option<&'c T> {
    changes.iter().rev().find_map(|change| part(change))
}

/// Takes a body, what it means if it fits, and answers whether another is wanted.
pub(super) type Visit<'v> = dyn FnMut(FindingCode, &str, Vec<u8>) -> bool + 'v;
