//! Secret: the text a user holds, turned into the key that providers feed their MAC.
//!
//! The same text means different keys to different providers: Stripe uses `whsec_…` whole, Standard
//! Webhooks strips the prefix and decodes the rest. So the scheme decides, never the look of it.

use alloc::vec::Vec;
use core::fmt;

use zeroize::Zeroizing;

use crate::encoding::{base64_key, hex_key};
use crate::scheme::{KeyEncoding, Scheme};
use crate::verdict::Code;

/// Longest secret, in bytes of its text.
pub const SECRET_BYTES_MAX: usize = 4096;
/// Most secrets one endpoint holds.
pub const SECRETS_MAX: usize = 16;

/// A secret as its user holds it. Never printed.
#[derive(Clone, Copy)]
pub enum Secret<'a> {
    /// Its text, which becomes a key by the scheme's rule.
    Text(&'a str),
    /// The bytes of the key itself.
    Key(&'a [u8]),
}

/// The bytes that are fed to the MAC. Wiped when dropped.
pub(crate) type Key = Zeroizing<Vec<u8>>;

impl Secret<'_> {
    /// The key of this secret under a scheme. Nothing is trimmed: a space may be part of it.
    ///
    /// # Errors
    /// [`Code::SecretEmpty`] for a secret, or a key, of nothing, and for a text of whitespace only: a
    /// forger can guess it. [`Code::SecretInvalid`] for text that does not decode or is too long.
    pub(crate) fn key(&self, scheme: &Scheme) -> Result<Key, Code> {
        match self {
            Self::Text(text) => key_of_text(text, scheme),
            Self::Key(key) => sized(Zeroizing::new(key.to_vec())),
        }
    }
}

fn key_of_text(text: &str, scheme: &Scheme) -> Result<Key, Code> {
    if text.trim_ascii().is_empty() {
        return Err(Code::SecretEmpty);
    }
    // The text, not only the key: a host that cuts a text at the limit must not make a key of it.
    if text.len() > SECRET_BYTES_MAX {
        return Err(Code::SecretInvalid);
    }
    let rule = scheme.key();
    let mut bare = rule.strip_prefixes.iter().filter_map(|prefix| text.strip_prefix(&**prefix));
    let bare = bare.next().unwrap_or(text);
    let key = match rule.encoding {
        KeyEncoding::Utf8 => Some(Zeroizing::new(bare.as_bytes().to_vec())),
        KeyEncoding::Base64 => base64_key(bare.as_bytes()),
        KeyEncoding::Hex => hex_key(bare.as_bytes()),
    };
    sized(key.ok_or(Code::SecretInvalid)?)
}

fn sized(key: Key) -> Result<Key, Code> {
    match key.len() {
        0 => Err(Code::SecretEmpty),
        1..=SECRET_BYTES_MAX => Ok(key),
        _ => Err(Code::SecretInvalid),
    }
}

impl<'a> From<&'a str> for Secret<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Secret<'a> {
    fn from(key: &'a [u8]) -> Self {
        Self::Key(key)
    }
}

impl fmt::Debug for Secret<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}
