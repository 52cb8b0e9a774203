//! MAC: prepared keys over content, and the search for the key that matches.
//!
//! HMAC spends two compressions on its key. A [`Keyring`] spends them once, when it is built, and keeps
//! the two half-way states, so a small delivery costs little more than hashing its own bytes.

use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use hmac::digest::FixedOutput;
use hmac::{Hmac, KeyInit};
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};
use subtle::{Choice, ConditionallySelectable, ConstantTimeEq};

use crate::content::Content;
use crate::scheme::{Algorithm, Scheme};
use crate::secret::{Flaw, SECRETS_MAX, Secret};
use crate::tag::Tag;
use crate::verdict::{Code, Detail, Rejection};

/// A MAC at work: keyed, and fed so far. Behind a pointer, because the state of HMAC-SHA-512 is large
/// and would be copied at every step of the walk.
trait State: Send + Sync {
    /// Another one that was fed the same.
    fn fork(&self) -> Box<dyn State>;
    fn update(&mut self, bytes: &[u8]);
    fn finish(self: Box<Self>) -> Tag;
}

impl<M: hmac::Mac + FixedOutput + Clone + Send + Sync + 'static> State for M {
    fn fork(&self) -> Box<dyn State> {
        Box::new(self.clone())
    }

    fn update(&mut self, bytes: &[u8]) {
        hmac::Mac::update(self, bytes);
    }

    fn finish(self: Box<Self>) -> Tag {
        Tag::from_mac(&FixedOutput::finalize_fixed(*self))
    }
}

fn keyed<M: State + KeyInit + 'static>(key: &[u8]) -> Option<Box<dyn State>> {
    Some(Box::new(M::new_from_slice(key).ok()?))
}

fn prepare(algorithm: Algorithm, key: &[u8]) -> Option<Box<dyn State>> {
    match algorithm {
        Algorithm::HmacSha1 => keyed::<Hmac<Sha1>>(key),
        Algorithm::HmacSha256 => keyed::<Hmac<Sha256>>(key),
        Algorithm::HmacSha384 => keyed::<Hmac<Sha384>>(key),
        Algorithm::HmacSha512 => keyed::<Hmac<Sha512>>(key),
    }
}

/// The keys of one endpoint, prepared for its scheme: the first signs, every one verifies.
#[derive(Default)]
pub(crate) struct Keyring {
    keys: Vec<Box<dyn State>>,
    /// Whether one of them ends in a line break.
    has_line_break: bool,
}

impl Keyring {
    /// Prepares one more secret.
    ///
    /// # Errors
    /// [`Flaw::Malformed`] also for more than [`SECRETS_MAX`].
    pub(crate) fn add(&mut self, scheme: &Scheme, secret: Secret) -> Result<(), Flaw> {
        if self.keys.len() == SECRETS_MAX {
            return Err(Flaw::Malformed);
        }
        let key = secret.key(scheme)?;
        self.keys.push(prepare(scheme.algorithm(), &key).ok_or(Flaw::Malformed)?);
        self.has_line_break |= secret.ends_in_line_break(scheme);
        Ok(())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// What is told when none of the keys matches.
    pub(crate) fn mismatch(&self) -> Rejection {
        let detail = if self.has_line_break { Detail::MismatchLineBreak } else { Detail::Mismatch };
        Rejection::new(detail)
    }

    /// The key that signs.
    pub(crate) fn signer(&self) -> Result<Run, Code> {
        self.keys.first().map(|state| Run(vec![state.fork()])).ok_or(Code::SecretEmpty)
    }
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keyring({} keys)", self.keys.len())
    }
}

impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Run(..)")
    }
}

/// Every key at work on a body that comes in chunks.
pub(crate) struct Run(Vec<Box<dyn State>>);

impl Run {
    /// Starts every key of the ring on what stands in front of the body.
    pub(crate) fn begin(keyring: &Keyring, content: &Content) -> Self {
        let mut run = Self(keyring.keys.iter().map(|keyed| keyed.fork()).collect());
        run.update_all(content.before_body());
        run
    }

    pub(crate) fn update_all(&mut self, pieces: &[&[u8]]) {
        for piece in pieces {
            self.update(piece);
        }
    }

    pub(crate) fn update(&mut self, chunk: &[u8]) {
        self.0.iter_mut().for_each(|state| state.update(chunk));
    }

    /// Finds the key that makes one of `candidates`, once the body is through.
    pub(crate) fn find_match(mut self, content: &Content, candidates: &[Tag]) -> Option<usize> {
        self.update_all(content.after_body());
        select(self.0.into_iter().map(State::finish), candidates)
    }

    /// The tag of the first key.
    pub(crate) fn finish(self) -> Tag {
        self.0.into_iter().next().map_or(Tag::EMPTY, State::finish)
    }
}

/// The index of the first tag that equals one of `candidates`.
///
/// CT: every tag meets every candidate, and no branch depends on a byte of a tag, so neither the number
/// of right bytes nor the place of the match shows in time. How many there are is public.
fn select(tags: impl Iterator<Item = Tag>, candidates: &[Tag]) -> Option<usize> {
    const NONE: u32 = u32::MAX;
    let mut matched = NONE;
    for (index, tag) in (0..NONE).zip(tags) {
        let equal = candidates.iter().fold(Choice::from(0), |any, other| any | other.ct_eq(&tag));
        let first = matched.ct_eq(&NONE);
        matched.conditional_assign(&index, equal & first);
    }
    (matched != NONE).then_some(matched as usize)
}

/// SHA-256 of a body that comes in chunks: the idempotency key of schemes without a signed id.
#[derive(Clone, Default)]
pub(crate) struct BodyDigest(Sha256);

impl BodyDigest {
    pub(crate) fn update(&mut self, chunk: &[u8]) {
        Digest::update(&mut self.0, chunk);
    }

    pub(crate) fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}
