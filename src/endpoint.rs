//! Endpoint: one receiver of one provider: a scheme, its prepared keys and its limits, kept together so
//! that none of them meets another's.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::delivery::{Delivery, Values};
use crate::freshness::Limits;
use crate::mac::Keyring;
use crate::scheme::{Scheme, Tolerance};
use crate::secret::{Flaw, Secret};
use crate::sentence;
use crate::sign::SignRun;
use crate::verdict::{Code, Rejection};
use crate::verified::Verified;
use crate::verify::{self, Proof, Receiver, VerifyRun};

/// Names and values of the headers to send, spelled as the provider documents them.
pub type Headers = Vec<(String, String)>;

/// Verifies, and signs, the deliveries of one endpoint.
///
/// # Examples
/// ```
/// use countersign::{Code, Delivery, Endpoint, Signing, providers};
///
/// let endpoint = Endpoint::new(providers::scheme("agentbot").unwrap(), ["current", "previous"])?;
///
/// let now_ms = 1_715_968_923_000;
/// let body = br#"{"event":"message.created"}"#;
/// let headers = endpoint.sign(body, &Signing::at(now_ms))?;
///
/// let delivery = Delivery::new(&headers, body);
/// let verified = endpoint.verify(&delivery, now_ms)?;
/// assert_eq!(verified.secret_index(), 0);
/// assert_eq!(verified.event().kind.as_deref(), Some("message.created"));
///
/// let tampered = Delivery::new(&headers, br#"{"event":"message.deleted"}"#);
/// let rejection = endpoint.verify(&tampered, now_ms).unwrap_err();
/// assert_eq!(rejection.code(), Code::SignatureMismatch);
///
/// let rejection = endpoint.verify(&delivery, now_ms + 602_000).unwrap_err();
/// assert_eq!(endpoint.sentence(rejection), "Signed 602 s ago; the tolerance is 300 s.");
/// # Ok::<(), countersign::Code>(())
/// ```
pub struct Endpoint {
    scheme: Scheme,
    keyring: Keyring,
    limits: Limits,
}

impl Endpoint {
    /// An endpoint of this scheme, with its secrets: the first signs, every one verifies.
    ///
    /// # Errors
    /// [`Code::SecretEmpty`] without a secret, or for one that anyone can guess;
    /// [`Code::SecretInvalid`] for one that the scheme cannot read, and for more than
    /// [`SECRETS_MAX`](crate::SECRETS_MAX).
    pub fn new<'s, S: Into<Secret<'s>>>(
        scheme: Scheme,
        secrets: impl IntoIterator<Item = S>,
    ) -> Result<Self, Code> {
        let mut this = Self::without_keys(scheme);
        secrets.into_iter().try_for_each(|secret| this.add(secret.into()))?;
        if this.keyring.is_empty() { Err(Code::SecretEmpty) } else { Ok(this) }
    }

    /// An endpoint that proves nothing until it is given a key.
    pub(crate) fn without_keys(scheme: Scheme) -> Self {
        let limits = Limits { tolerance: scheme.tolerance(), ..Limits::default() };
        Self { scheme, keyring: Keyring::default(), limits }
    }

    pub(crate) fn add(&mut self, secret: Secret) -> Result<(), Flaw> {
        self.keyring.add(&self.scheme, secret)
    }

    /// Replaces how far the signed time may lie from now.
    ///
    /// # Errors
    /// [`Code::OptionInvalid`] when the scheme signs no time: a limit on nothing would look like safety.
    pub fn with_tolerance(mut self, tolerance: Tolerance) -> Result<Self, Code> {
        self.set_tolerance(tolerance)?;
        Ok(self)
    }

    pub(crate) fn set_tolerance(&mut self, tolerance: Tolerance) -> Result<(), Code> {
        if tolerance != Tolerance::default() && self.scheme.timestamp().is_none() {
            return Err(Code::OptionInvalid);
        }
        self.limits.tolerance = tolerance;
        Ok(())
    }

    /// Demands that the time which the signed body tells is no longer ago than this, in seconds, and at
    /// most 300 s in the future. A retry carries the time of its event, and looks as old.
    ///
    /// # Errors
    /// [`Code::OptionInvalid`] when no time is known to stand in the bodies of this scheme.
    pub fn with_max_event_age(mut self, seconds: u32) -> Result<Self, Code> {
        self.set_max_event_age(seconds)?;
        Ok(self)
    }

    pub(crate) fn set_max_event_age(&mut self, seconds: u32) -> Result<(), Code> {
        self.scheme.event_time().ok_or(Code::OptionInvalid)?;
        self.limits.max_event_age_seconds = Some(seconds);
        Ok(())
    }

    /// Its scheme.
    pub fn scheme(&self) -> &Scheme {
        &self.scheme
    }

    /// How far the signed time may lie from now.
    pub fn tolerance(&self) -> Tolerance {
        self.limits.tolerance
    }

    /// How old the time in the body may be, in seconds, where that was asked for.
    pub fn max_event_age_seconds(&self) -> Option<u32> {
        self.limits.max_event_age_seconds
    }

    pub(crate) fn receiver(&self) -> Receiver<'_> {
        Receiver { scheme: &self.scheme, keyring: &self.keyring, limits: self.limits }
    }

    /// Verifies one delivery at the time `now_ms`, in milliseconds since the epoch.
    ///
    /// # Errors
    /// A [`Rejection`] of the family malformed when it is not written as this scheme writes; else
    /// [`Code::SignatureMismatch`] if no key matches; if one does, [`Code::TimestampTooOld`],
    /// [`Code::TimestampTooNew`], or [`Code::TimestampMalformed`] for a time in the body.
    pub fn verify<'d>(
        &'d self,
        delivery: &Delivery<'d>,
        now_ms: u64,
    ) -> Result<Verified<'d>, Rejection> {
        let values = delivery.values(&self.scheme);
        let proof = verify::verify(self.receiver(), &values.reading(), delivery.body, now_ms)?;
        Ok(Verified::new(proof, &self.scheme, values, delivery.body))
    }

    /// Begins to verify a delivery whose body comes in chunks.
    ///
    /// # Errors
    /// As [`Endpoint::verify`], malformed only.
    pub fn begin<'d>(&'d self, delivery: &Delivery<'d>) -> Result<Verification<'d>, Rejection> {
        let values = delivery.values(&self.scheme);
        let mut run = VerifyRun::begin(self.receiver(), &values.reading())?;
        run.update(self.receiver(), delivery.body);
        Ok(Verification { endpoint: self, values, run })
    }

    /// Signs `body` with the first secret. [`Endpoint::verify`] accepts what this returns; where a
    /// scheme's timestamp stands in the body, that is up to whoever writes the body.
    ///
    /// # Errors
    /// [`Code::OptionInvalid`] when the id, or the time, cannot be written in this scheme's headers.
    pub fn sign(&self, body: &[u8], signing: &Signing) -> Result<Headers, Code> {
        let Signing { timestamp_ms, id, .. } = *signing;
        let mut run = SignRun::begin(&self.scheme, &self.keyring, timestamp_ms, id)?;
        run.update(body);
        let mut headers = Headers::new();
        run.finish(&self.scheme, &mut |name, value| {
            headers.push((name.to_string(), value.to_string()));
        });
        Ok(headers)
    }

    /// What a rejection of this endpoint says: the place, what was expected and what arrived. It quotes
    /// no secret, no signature and no body, and is for the log, not for the sender.
    pub fn sentence(&self, rejection: Rejection) -> String {
        sentence::of(rejection, &self.scheme, self.limits)
    }
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Endpoint({}, {:?})", self.scheme.name(), self.keyring)
    }
}

/// What to sign beside the body.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Signing<'a> {
    /// The time to sign, in milliseconds since the epoch.
    pub timestamp_ms: u64,
    /// The value of the signed headers other than the timestamp; a scheme that has none ignores it.
    pub id: &'a str,
    /// The method that the request will have. Only a scheme that signs it reads it.
    pub method: &'a str,
    /// The URL that the request will be sent to. Only a scheme that signs it reads it.
    pub url: &'a str,
}

impl<'a> Signing<'a> {
    /// To sign as of this time, in milliseconds since the epoch.
    pub const fn at(timestamp_ms: u64) -> Self {
        Self { timestamp_ms, id: "", method: "POST", url: "" }
    }

    /// With this id.
    #[must_use]
    pub const fn with_id(self, id: &'a str) -> Self {
        Self { id, ..self }
    }

    /// With this request line.
    #[must_use]
    pub const fn with_request(self, method: &'a str, url: &'a str) -> Self {
        Self { method, url, ..self }
    }
}

/// The walk over a body that comes in chunks; memory does not grow with it.
///
/// # Examples
/// ```
/// use countersign::{Delivery, Endpoint, Signing, providers};
///
/// let endpoint = Endpoint::new(providers::scheme("bookbag").unwrap(), ["bb_secret"])?;
/// let headers = endpoint.sign(b"a large body", &Signing::at(0))?;
///
/// let mut verification = endpoint.begin(&Delivery::new(&headers, b""))?;
/// for chunk in [b"a large".as_slice(), b" body"] {
///     verification.update(chunk);
/// }
/// assert_eq!(verification.finish(0)?.secret_index, 0);
/// # Ok::<(), countersign::Code>(())
/// ```
pub struct Verification<'d> {
    endpoint: &'d Endpoint,
    values: Values<'d>,
    run: VerifyRun,
}

impl fmt::Debug for Verification<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Verification({:?})", self.endpoint)
    }
}

impl Verification<'_> {
    /// Takes the next bytes of the body; where it is cut does not matter.
    pub fn update(&mut self, chunk: &[u8]) {
        self.run.update(self.endpoint.receiver(), chunk);
    }

    /// Walks from the body to the verdict.
    ///
    /// # Errors
    /// As [`Endpoint::verify`].
    pub fn finish(self, now_ms: u64) -> Result<Proof, Rejection> {
        self.run.finish(self.endpoint.receiver(), &self.values.reading(), now_ms)
    }
}
