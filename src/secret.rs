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
/// Most secrets one keyring holds.
pub const SECRETS_MAX: usize = 16;

/// The key of one secret. Wiped when dropped, never printed.
#[derive(Clone)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// Reads the text of a secret by a scheme's rule. Nothing is trimmed: a blank may be part of it.
    ///
    /// # Errors
    /// [`Code::SecretEmpty`] for a secret, or a key, of nothing or of blanks only: a forger can
    /// guess it. [`Code::SecretInvalid`] for text that does not decode or is too long.
    pub fn parse(text: &str, scheme: &Scheme) -> Result<Self, Code> {
        if text.trim_ascii().is_empty() {
            return Err(Code::SecretEmpty);
        }
        // The text, not only the key: a host that cuts a text at the limit must not make a key of it.
        if text.len() > SECRET_BYTES_MAX {
            return Err(Code::SecretInvalid);
        }
        let bare = scheme.strip().find_map(|prefix| text.strip_prefix(prefix));
        let bare = bare.unwrap_or(text);
        let key = match scheme.key {
            KeyEncoding::Utf8 => Some(Zeroizing::new(bare.as_bytes().to_vec())),
            KeyEncoding::Base64 => base64_key(bare.as_bytes()),
            KeyEncoding::Hex => hex_key(bare.as_bytes()),
        };
        Self::from_key(key.ok_or(Code::SecretInvalid)?)
    }

    /// Takes bytes that are the key itself.
    ///
    /// # Errors
    /// [`Code::SecretEmpty`] for no bytes, [`Code::SecretInvalid`] for too many.
    pub fn from_bytes(key: &[u8]) -> Result<Self, Code> {
        Self::from_key(Zeroizing::new(key.to_vec()))
    }

    fn from_key(key: Zeroizing<Vec<u8>>) -> Result<Self, Code> {
        match key.len() {
            0 => Err(Code::SecretEmpty),
            1..=SECRET_BYTES_MAX => Ok(Self(key)),
            _ => Err(Code::SecretInvalid),
        }
    }

    pub(crate) fn as_key(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}
