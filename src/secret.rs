//! Secret: the text a user holds, turned into the key that providers feed their MAC.
//!
//! The same text means different keys to different providers: Stripe uses `whsec_…` whole, Standard
//! Webhooks strips the prefix and decodes the rest. So the scheme decides, never the look of it.

use alloc::string::String;
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

/// What is left of a secret of most senders when the variable behind it was empty.
const BARE_PREFIX: &[u8] = b"whsec_";

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

/// Why a secret is refused. The number crosses the WebAssembly boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// There is no key, or one that everybody knows.
    Guessable = 1,
    /// It is not written as this scheme writes secrets, or too long.
    Malformed = 2,
    /// It is the text of a value that was not there.
    Unset = 3,
    /// It is another key of this provider.
    OtherKey = 4,
}

impl From<Flaw> for Code {
    fn from(flaw: Flaw) -> Self {
        if flaw == Flaw::Guessable { Self::SecretEmpty } else { Self::SecretInvalid }
    }
}

impl Secret<'_> {
    /// The key of this secret under a scheme.
    ///
    /// The text of a key is never changed: a space may be part of it. An encoded one is read as senders
    /// read it: white space around it, its padding and stray bits in its last digit count for nothing.
    pub(crate) fn key(&self, scheme: &Scheme) -> Result<Key, Flaw> {
        let key = match self {
            Self::Text(text) => key_of_text(text, scheme)?,
            Self::Key(key) => Zeroizing::new(key.to_vec()),
        };
        match key.as_slice() {
            long if long.len() > SECRET_BYTES_MAX => Err(Flaw::Malformed),
            key if is_guessable(key) => Err(Flaw::Guessable),
            _ => Ok(key),
        }
    }

    /// Whether there is a line break in the white space at its end, where the text is the key as it
    /// stands. Files and variables often end in one, and the sender's secret does not. Bytes count as a
    /// text if all of them are visible: they may be a file that was read without an encoding.
    pub(crate) fn ends_in_line_break(&self, scheme: &Scheme) -> bool {
        let (text, is_text) = match self {
            Self::Text(text) => (text.as_bytes(), true),
            Self::Key(key) => (*key, false),
        };
        let (bare, end) = text.split_at(text.trim_ascii_end().len());
        scheme.key().encoding == KeyEncoding::Utf8
            && end.iter().any(|byte| matches!(byte, b'\n' | b'\r'))
            && (is_text || bare.iter().all(u8::is_ascii_graphic))
    }
}

fn key_of_text(text: &str, scheme: &Scheme) -> Result<Key, Flaw> {
    // The text, not only the key: a host that cuts a text at the limit must not make a key of it.
    if text.len() > SECRET_BYTES_MAX {
        return Err(Flaw::Malformed);
    }
    let rule = scheme.key();
    let clean = text.as_bytes().trim_ascii();
    let bare = match clean {
        [quote @ (b'"' | b'\''), inner @ .., last] if quote == last => inner,
        _ => clean,
    };
    if behind_one(bare, &rule.never_prefixes).is_some() {
        return Err(Flaw::OtherKey);
    }
    if is_unset(bare) {
        return Err(Flaw::Unset);
    }
    if bare == BARE_PREFIX {
        return Err(Flaw::Guessable);
    }
    let text = if rule.encoding == KeyEncoding::Utf8 { text.as_bytes() } else { clean };
    let bare = behind_one(text, &rule.strip_prefixes).unwrap_or(text);
    let key = match rule.encoding {
        KeyEncoding::Utf8 => Some(Zeroizing::new(bare.to_vec())),
        KeyEncoding::Base64 => base64_key(bare),
        KeyEncoding::Hex => hex_key(bare),
    };
    key.ok_or(Flaw::Malformed)
}

/// What stands behind the first of these prefixes that a text begins with.
#[inline(never)]
fn behind_one<'t>(text: &'t [u8], prefixes: &[String]) -> Option<&'t [u8]> {
    prefixes.iter().find_map(|prefix| text.strip_prefix(prefix.as_bytes()))
}

/// Whether a text is what is written in the place of a value: the word for nothing of a language that
/// writes configuration, the name of an object, a function, or a variable that nothing filled in; alone,
/// or behind a prefix such as `whsec_`.
fn is_unset(text: &[u8]) -> bool {
    let word = text.rsplit(|byte| *byte == b'_').next().unwrap_or_default();
    let is_nothing = |name: &&[u8]| word.eq_ignore_ascii_case(name);
    let stands_in = |[start, end]: [&[u8]; 2]| {
        [text, word].iter().any(|text| text.starts_with(start) && text.ends_with(end))
    };
    NOTHING.iter().any(is_nothing) || STAND_INS.into_iter().any(stands_in)
}

const NOTHING: [&[u8]; 6] = [b"undefined", b"null", b"nan", b"none", b"nil", b"<nil>"];
/// How they begin, and end.
const STAND_INS: [[&[u8]; 2]; 5] = [
    [b"[object ", b"]"],
    [b"${", b"}"],
    [b"() =>", b""],
    [b"async () =>", b""],
    [b"function ", b"}"],
];

/// Whether anyone can guess this key: HMAC fills a key up with zeros, so that zeros alone equal no key,
/// and white space is what is left of a key that was forgotten. It is known by its bytes in UTF-8, with
/// the characters that have no ink: the tables of `core` would take more room than the check. Vertical tab
/// and form feed are none of them: RFC 2202 and RFC 4231 have keys of these.
fn is_guessable(mut key: &[u8]) -> bool {
    loop {
        key = match key {
            [] => return true,
            [0 | b'\t' | b'\n' | b'\r' | b' ', rest @ ..]
            | [0xc2, 0x85 | 0xa0 | 0xad, rest @ ..]
            | [0xe1, 0x9a, 0x80, rest @ ..]
            | [0xe1, 0xa0, 0x8e, rest @ ..]
            | [0xe2, 0x80, 0x80..=0x8f | 0xa8..=0xaf, rest @ ..]
            | [0xe2, 0x81, 0x9f..=0xaf, rest @ ..]
            | [0xe2, 0xa0, 0x80, rest @ ..]
            | [0xe3, 0x80, 0x80, rest @ ..]
            | [0xe3, 0x85, 0xa4, rest @ ..]
            | [0xef, 0xbb, 0xbf, rest @ ..] => rest,
            _ => return false,
        }
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
