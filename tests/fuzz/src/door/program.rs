//! Program: the steps of a host at the door, as bytes.
//!
//! A number is a byte below F0; F0 and four bytes; F1 and two; or F2 … F6, the sizes of the window and
//! what lies beyond them. A text is a length of two bytes and as many bytes. A time is two numbers.

use countersign::wasm;

use crate::host::TEXT_SIZE;

/// The rest of a program; every reader answers `None` at its end.
#[derive(Default)]
pub struct Program<'p>(pub &'p [u8]);

impl<'p> Program<'p> {
    pub fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*byte)
    }

    pub fn number(&mut self) -> Option<u32> {
        Some(match self.byte()? {
            0xf0 => {
                let (bytes, rest) = self.0.split_first_chunk::<4>()?;
                self.0 = rest;
                u32::from_le_bytes(*bytes)
            }
            0xf1 => u32::from(u16::from_le_bytes([self.byte()?, self.byte()?])),
            0xf2 => wasm::body_size(),
            0xf3 => wasm::body_size() + 1,
            0xf4 => TEXT_SIZE as u32,
            0xf5 => TEXT_SIZE as u32 + 1,
            0xf6 => u32::MAX,
            small => u32::from(small),
        })
    }

    /// A time in milliseconds.
    pub fn time(&mut self) -> Option<u64> {
        let (high, low) = (self.number()?, self.number()?);
        Some(u64::from(high) << 32 | u64::from(low))
    }

    pub fn text(&mut self) -> Option<&'p [u8]> {
        let len = usize::from(u16::from_le_bytes([self.byte()?, self.byte()?]));
        let (text, rest) = self.0.split_at(len.min(self.0.len()));
        self.0 = rest;
        Some(text)
    }
}
