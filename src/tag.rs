//! Tag: the bytes of a MAC, comparable in constant time only.

use core::fmt;

use subtle::{Choice, ConstantTimeEq};

use crate::encoding::Encoding;

/// Longest tag: HMAC-SHA-512.
const TAG_BYTES_MAX: usize = 64;

/// The bytes of one MAC, computed or received.
///
/// It has no `==`: an ordinary compare stops at the first wrong byte, and the time it takes tells
/// an attacker how many bytes of a forgery are right.
#[derive(Clone, Copy)]
pub struct Tag {
    bytes: [u8; TAG_BYTES_MAX],
    len: usize,
}

impl Tag {
    pub(crate) const EMPTY: Self = Self { bytes: [0; TAG_BYTES_MAX], len: 0 };

    /// The tag of a finished MAC; its output is never longer than [`TAG_BYTES_MAX`].
    pub(crate) fn from_mac(output: &[u8]) -> Self {
        let mut tag = Self::EMPTY;
        if let Some(bytes) = tag.bytes.get_mut(..output.len()) {
            bytes.copy_from_slice(output);
            tag.len = output.len();
        }
        tag
    }

    /// Reads a received signature of exactly `len` bytes in its one canonical spelling.
    pub(crate) fn parse(text: &[u8], encoding: Encoding, len: usize) -> Option<Self> {
        let mut tag = Self { len, ..Self::EMPTY };
        encoding.decode_exact(text, tag.bytes.get_mut(..len)?)?;
        Some(tag)
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

impl ConstantTimeEq for Tag {
    // CT: no early exit, and always over the whole array; behind a tag both have zeros. Eight bytes at
    // a time, because each step pays for hiding its result from the optimiser.
    fn ct_eq(&self, other: &Self) -> Choice {
        let (words, other_words) = (self.bytes.as_chunks::<8>().0, other.bytes.as_chunks::<8>().0);
        words.iter().zip(other_words).fold(Choice::from(1), |equal, (word, other)| {
            equal & u64::from_le_bytes(*word).ct_eq(&u64::from_le_bytes(*other))
        })
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tag(..)")
    }
}
