//! Encoding: strict, canonical text forms of bytes: of a tag, and of a key.
//!
//! Every tag has exactly one spelling per encoding. A lenient decoder gives one signature many
//! spellings: a replay filter keyed on the text misses them, and two runtimes disagree about them.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use zeroize::Zeroizing;

/// How a signature is written in its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Hexadecimal, lower case only.
    Hex,
    /// Hexadecimal in either case, for senders that write upper case.
    HexAnyCase,
    /// Base64 with padding (RFC 4648, section 4).
    Base64,
    /// Base64 in the URL alphabet without padding (RFC 4648, section 5).
    Base64Url,
}

impl Encoding {
    /// Every encoding with its name.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("hex", Self::Hex),
        ("hex-any-case", Self::HexAnyCase),
        ("base64", Self::Base64),
        ("base64url", Self::Base64Url),
    ];

    /// Decodes `text` into the whole of `bytes`; `None` unless it is the canonical spelling of
    /// exactly that many bytes. What `bytes` holds after `None` means nothing.
    pub(crate) fn decode_exact(self, text: &[u8], bytes: &mut [u8]) -> Option<()> {
        match self {
            Self::Hex if text.iter().any(u8::is_ascii_uppercase) => None,
            Self::Hex | Self::HexAnyCase => hex::decode_to_slice(text, bytes).ok(),
            Self::Base64 => base64_exact(unpadded(text)?, STANDARD, bytes),
            Self::Base64Url => base64_exact(text, URL, bytes),
        }
    }

    /// Appends the canonical spelling of `bytes`; upper-case hex where the scheme's senders do so.
    pub(crate) fn encode(self, bytes: &[u8], text: &mut String) {
        match self {
            Self::Hex => push_hex(bytes, b"0123456789abcdef", text),
            Self::HexAnyCase => push_hex(bytes, b"0123456789ABCDEF", text),
            Self::Base64 => {
                push_base64(bytes, STANDARD, text);
                text.push_str(["", "==", "="][bytes.len() % 3]);
            }
            Self::Base64Url => push_base64(bytes, URL, text),
        }
    }
}

/// The last two digits of base64, which is all its two alphabets differ in.
type LastDigits = [u8; 2];
const STANDARD: LastDigits = *b"+/";
const URL: LastDigits = *b"-_";

/// Decodes base64 without padding into the whole of `bytes`; only its canonical spelling.
fn base64_exact(text: &[u8], last: LastDigits, bytes: &mut [u8]) -> Option<()> {
    // Bits behind the last byte would give one signature several spellings.
    (base64_into(text, last, bytes)? == 0).then_some(())
}

/// Decodes base64 without padding into the whole of `bytes`; answers the bits behind the last byte.
#[inline(never)]
fn base64_into(text: &[u8], last: LastDigits, bytes: &mut [u8]) -> Option<u32> {
    if text.len() != (bytes.len() * 4).div_ceil(3) {
        return None;
    }
    let mut places = bytes.iter_mut();
    let (mut bits, mut count) = (0_u32, 0);
    for digit in text {
        bits = bits << 6 | u32::from(base64_value(*digit, last)?);
        count += 6;
        if count >= 8 {
            count -= 8;
            *places.next()? = (bits >> count) as u8;
        }
    }
    Some(bits & ((1 << count) - 1))
}

fn base64_value(digit: u8, [plus, slash]: LastDigits) -> Option<u8> {
    match digit {
        b'A'..=b'Z' => Some(digit - b'A'),
        b'a'..=b'z' => Some(digit - b'a' + 26),
        b'0'..=b'9' => Some(digit - b'0' + 52),
        _ if digit == plus => Some(62),
        _ if digit == slash => Some(63),
        _ => None,
    }
}

/// Appends base64 without padding.
fn push_base64(bytes: &[u8], last: LastDigits, text: &mut String) {
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, index| {
            bits << 8 | u32::from(chunk.get(index).copied().unwrap_or_default())
        });
        for index in 0..=chunk.len() {
            let value = (bits >> (18 - 6 * index)) as u8 & 63;
            text.push(char::from(base64_digit(value, last)));
        }
    }
}

/// The inverse of [`base64_value`].
fn base64_digit(value: u8, [plus, slash]: LastDigits) -> u8 {
    match value {
        0..=25 => value + b'A',
        26..=51 => value - 26 + b'a',
        52..=61 => value - 52 + b'0',
        62 => plus,
        _ => slash,
    }
}

/// Takes the padding off base64; `None` when it is not the padding that the length asks for.
fn unpadded(text: &[u8]) -> Option<&[u8]> {
    let bare = text.strip_suffix(b"==").or_else(|| text.strip_suffix(b"=")).unwrap_or(text);
    (text.len() - bare.len() == bare.len().wrapping_neg() % 4).then_some(bare)
}

/// Decodes the base64 text of a key, with its padding or without any. As senders do, and unlike of a tag,
/// stray bits are dropped.
pub(crate) fn base64_key(text: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let bare = text.strip_suffix(b"==").or_else(|| text.strip_suffix(b"=")).unwrap_or(text);
    let mut key = Zeroizing::new(vec![0; bare.len() * 3 / 4]);
    base64_into(bare, STANDARD, &mut key)?;
    Some(key)
}

/// Decodes the hexadecimal text of a key, in either case.
pub(crate) fn hex_key(text: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut key = Zeroizing::new(vec![0; text.len() / 2]);
    hex::decode_to_slice(text, &mut key).ok()?;
    Some(key)
}

/// Lower-case hexadecimal.
pub(crate) fn lower_hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    Encoding::Hex.encode(bytes, &mut text);
    text
}

fn push_hex(bytes: &[u8], digits: &[u8; 16], text: &mut String) {
    for byte in bytes {
        text.push(char::from(digits[usize::from(byte >> 4)]));
        text.push(char::from(digits[usize::from(byte & 15)]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decodes(encoding: Encoding, text: &str, len: usize) -> bool {
        encoding.decode_exact(text.as_bytes(), &mut vec![0; len]).is_some()
    }

    #[test]
    fn hex_has_one_spelling_unless_the_scheme_allows_both_cases() {
        assert!(decodes(Encoding::Hex, "00ff", 2));
        assert!(!decodes(Encoding::Hex, "00FF", 2));
        assert!(decodes(Encoding::HexAnyCase, "00fF", 2));
    }

    #[test]
    fn a_spelling_of_more_or_fewer_bytes_is_refused() {
        for (encoding, text) in [
            (Encoding::Hex, "00ff0"),
            (Encoding::Hex, "00ff00"),
            (Encoding::Hex, "00"),
            (Encoding::Base64, "AAAA"),
            (Encoding::Base64, "AA=="),
            (Encoding::Base64Url, "AAAA"),
        ] {
            assert!(!decodes(encoding, text, 2), "{encoding:?} {text}");
        }
    }

    #[test]
    fn base64_with_stray_bits_or_wrong_padding_is_refused() {
        assert!(decodes(Encoding::Base64, "AP8=", 2));
        assert!(!decodes(Encoding::Base64, "AP9=", 2), "stray bits");
        assert!(!decodes(Encoding::Base64, "AP8", 2), "padding lost");
        assert!(decodes(Encoding::Base64Url, "AP8", 2));
        assert!(!decodes(Encoding::Base64Url, "AP9", 2), "stray bits");
        assert!(!decodes(Encoding::Base64Url, "AP8=", 2), "padding added");
    }

    #[test]
    fn encode_writes_what_decode_reads() {
        for (name, encoding) in Encoding::NAMES {
            let mut text = String::new();
            encoding.encode(&[0xfb, 0xff, 0x00], &mut text);
            let mut bytes = [0; 3];
            encoding.decode_exact(text.as_bytes(), &mut bytes).expect(name);
            assert_eq!(bytes, [0xfb, 0xff, 0x00], "{name}");
        }
    }
}
