//! Text: one JSON string or plain value, decoded byte by byte into a fixed buffer.

use core::str;

/// Longest text that is kept; a longer one counts as absent.
pub const TEXT_BYTES_MAX: usize = 1024;

/// What a byte did to the string being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The string goes on.
    More,
    /// The closing quote.
    Closed,
    /// No JSON string continues like this.
    Broken,
}

/// What an escape still waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Escape {
    None,
    Letter,
    Digits { left: u8, unit: u32 },
}

/// The text of a key or a scalar.
#[derive(Clone, Debug)]
pub(super) struct Text {
    bytes: [u8; TEXT_BYTES_MAX],
    len: usize,
    /// Too long, or with a lone surrogate: equal to no key, of use to nobody.
    spoiled: bool,
    escape: Escape,
    /// The first half of a surrogate pair, while its second half must follow.
    high: Option<u32>,
}

impl Text {
    pub(super) const EMPTY: Self = Self {
        bytes: [0; TEXT_BYTES_MAX],
        len: 0,
        spoiled: false,
        escape: Escape::None,
        high: None,
    };

    /// The text; `None` when there is none of use.
    pub(super) fn as_str(&self) -> Option<&str> {
        let text = str::from_utf8(self.bytes.get(..self.len)?).ok()?;
        (!self.spoiled && !text.is_empty()).then_some(text)
    }

    pub(super) fn clear(&mut self) {
        self.len = 0;
        self.spoiled = false;
        self.escape = Escape::None;
        self.high = None;
    }

    /// Takes over another text, all of it: a copy of one size is small and fast.
    pub(super) fn set(&mut self, other: &Self) {
        self.clone_from(other);
    }

    /// Appends one byte as it stands.
    pub(super) fn push(&mut self, byte: u8) {
        match self.bytes.get_mut(self.len) {
            Some(place) => {
                *place = byte;
                self.len += 1;
            }
            None => self.spoiled = true,
        }
    }

    /// Reads one byte of a string, after its opening quote.
    pub(super) fn step(&mut self, byte: u8) -> Step {
        match (self.escape, byte) {
            (Escape::Letter, _) => return self.escaped(byte),
            (Escape::Digits { left, unit }, _) => return self.digit(byte, left, unit),
            (Escape::None, b'\\') => self.escape = Escape::Letter,
            (Escape::None, 0..=0x1f) => return Step::Broken,
            (Escape::None, b'"') => {
                self.spoil_lone_surrogate();
                return Step::Closed;
            }
            (Escape::None, _) => {
                self.spoil_lone_surrogate();
                self.push(byte);
            }
        }
        Step::More
    }

    fn escaped(&mut self, byte: u8) -> Step {
        self.escape = Escape::None;
        let plain = match byte {
            b'"' | b'\\' | b'/' => byte,
            b'b' => 0x08,
            b'f' => 0x0c,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'u' => {
                self.escape = Escape::Digits { left: 4, unit: 0 };
                return Step::More;
            }
            _ => return Step::Broken,
        };
        self.spoil_lone_surrogate();
        self.push(plain);
        Step::More
    }

    fn digit(&mut self, byte: u8, left: u8, unit: u32) -> Step {
        let Some(digit) = char::from(byte).to_digit(16) else { return Step::Broken };
        let unit = unit << 4 | digit;
        if left > 1 {
            self.escape = Escape::Digits { left: left - 1, unit };
        } else {
            self.escape = Escape::None;
            self.push_unit(unit);
        }
        Step::More
    }

    /// Appends one UTF-16 code unit; surrogates count in pairs only.
    fn push_unit(&mut self, unit: u32) {
        match (self.high.take(), unit) {
            (Some(high), 0xdc00..=0xdfff) => {
                self.push_char(0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
            }
            (lone, 0xd800..=0xdbff) => {
                self.spoiled |= lone.is_some();
                self.high = Some(unit);
            }
            (lone, _) => {
                self.spoiled |= lone.is_some();
                self.push_char(unit);
            }
        }
    }

    fn push_char(&mut self, scalar: u32) {
        match char::from_u32(scalar) {
            Some(char) => char.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.push(byte)),
            None => self.spoiled = true,
        }
    }

    fn spoil_lone_surrogate(&mut self) {
        self.spoiled |= self.high.take().is_some();
    }
}
