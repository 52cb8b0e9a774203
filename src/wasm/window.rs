//! Window: the memory that both sides see, and what they leave in it for each other.
//!
//! ```text
//! lengths: 16 × u32          header lengths in, numbers out; ABSENT = there is none
//! text:    16 × 4097 bytes   header values, back to back; texts out
//! body:    65536 bytes       the body, or one chunk of it
//! ```

use core::str;

use crate::delivery::Reading;
use crate::scheme::{HEADER_BYTES_MAX, HEADERS_MAX, Scheme, wire};
use crate::verdict::{Code, Rejection};
use crate::verify::Proof;

/// What a call answers: a length, an index or 0; or why it could not.
pub(super) type Answer = Result<usize, Code>;

/// The length of a header, or of a text, that is not there.
pub(super) const ABSENT: u32 = u32::MAX;
/// One byte more than a header may have, so that a longer one shows.
pub(super) const TEXT_SIZE: usize = HEADERS_MAX * (HEADER_BYTES_MAX + 1);
/// Bodies up to this size are verified in one call.
pub(super) const BODY_SIZE: usize = 65_536;

/// The scratch memory, at a fixed address for the life of the module.
#[repr(C)]
pub(super) struct Window {
    pub(super) lengths: [u32; HEADERS_MAX],
    pub(super) text: [u8; TEXT_SIZE],
    pub(super) body: [u8; BODY_SIZE],
}

impl Window {
    /// The text that the host left; `None` for a length beyond the area or for text that is not UTF-8.
    pub(super) fn read_text(&self, len: u32) -> Option<&str> {
        str::from_utf8(self.text.get(..len as usize)?).ok()
    }

    /// The scheme that the host left. What is wrong with it is left in its place: the number of the
    /// problem, as a length.
    #[inline(never)]
    pub(super) fn read_scheme(&mut self, len: u32) -> Result<Scheme, Code> {
        let bytes = self.text.get(..len as usize).ok_or(Code::SchemeInvalid)?;
        wire::read(bytes).and_then(Scheme::new).map_err(|error| {
            self.lengths[0] = u32::from(error.number());
            Code::SchemeInvalid
        })
    }

    /// The headers that the host left, in the order of [`Scheme::headers`].
    pub(super) fn reading(&self) -> Reading<'_> {
        let mut rest = self.text.as_slice();
        Reading::of(self.lengths.iter().map(|len| {
            let (value, behind) = rest.split_at_checked(*len as usize)?;
            rest = behind;
            Some(value)
        }))
    }

    /// Leaves texts, back to back, and their lengths; answers the length of the first.
    pub(super) fn write_texts(&mut self, texts: &[Option<&str>]) -> Answer {
        let mut rest = self.text.as_mut_slice();
        for (len, text) in self.lengths.iter_mut().zip(texts) {
            *len = ABSENT;
            let Some(text) = text else { continue };
            let (place, behind) =
                rest.split_at_mut_checked(text.len()).ok_or(Code::SchemeInvalid)?;
            place.copy_from_slice(text.as_bytes());
            rest = behind;
            *len = text.len() as u32;
        }
        Ok(texts.first().copied().flatten().map_or(0, str::len))
    }

    pub(super) fn wipe_text(&mut self) {
        zeroize::Zeroize::zeroize(self.text.as_mut_slice());
    }

    /// Leaves what the verdict tells beside its number.
    pub(super) fn answer(&mut self, verdict: Result<Proof, Rejection>) -> Answer {
        let proof = verdict.map_err(|rejection| self.refuse(rejection))?;
        let ms = proof.timestamp_ms.and_then(|ms| u64::try_from(ms).ok());
        let [known, high, low, ..] = &mut self.lengths;
        *known = u32::from(ms.is_some());
        *high = (ms.unwrap_or_default() >> 32) as u32;
        *low = ms.unwrap_or_default() as u32;
        Ok(proof.secret_index)
    }

    /// Leaves what a refusal is about; answers its code.
    #[inline(never)]
    pub(super) fn refuse(&mut self, rejection: Rejection) -> Code {
        let [detail, header, high, low, ..] = &mut self.lengths;
        *detail = u32::from(rejection.detail().number());
        *header = rejection.header().map_or(ABSENT, |index| index as u32);
        *high = (rejection.distance_ms() >> 32) as u32;
        *low = rejection.distance_ms() as u32;
        rejection.code()
    }
}
