//! Sign: the walk backwards, from a body to the headers that prove it.

use alloc::string::{String, ToString};

use crate::content::{self, Content};
use crate::delivery::Reading;
use crate::header;
use crate::mac::{Keyring, Run};
use crate::scheme::{Role, Scheme, Unit};
use crate::time::{self, Timestamp};
use crate::verdict::Code;

/// Signing over a body that comes in chunks.
pub(crate) struct SignRun {
    run: Run,
    timestamp: String,
    id: String,
}

impl SignRun {
    /// Begins to sign with the first key, as of `timestamp_ms`; `id` goes into the signed headers other
    /// than the timestamp.
    ///
    /// # Errors
    /// [`Code::OptionInvalid`] when `id`, or the time, cannot be written in this scheme's headers.
    /// [`Code::SecretEmpty`] without a key.
    pub(crate) fn begin(
        scheme: &Scheme,
        keyring: &Keyring,
        timestamp_ms: u64,
        id: &str,
    ) -> Result<Self, Code> {
        let unit = scheme.timestamp().map_or(Unit::Seconds, |rule| rule.unit);
        let timestamp = time::render(timestamp_ms, unit);
        let written = Timestamp::parse(timestamp.as_bytes(), unit)
            .filter(|time| header::has_clear_end(scheme, time));
        let id = id.to_string();
        let is_ambiguous = |index| header::is_ambiguous(scheme, index, id.as_bytes(), written);
        let id_fits = |index| header::is_plain(id.as_bytes()) && !is_ambiguous(index);
        let mut rows = scheme.headers().iter().enumerate();
        let ids_fit = rows.all(|(index, row)| row.role != Role::Content || id_fits(index));
        if !ids_fit || (written.is_none() && scheme.timestamp().is_some()) {
            return Err(Code::OptionInvalid);
        }
        let run = keyring.signer()?;
        let mut this = Self { run, timestamp, id };
        this.feed(scheme, |content| content.before_body());
        Ok(this)
    }

    pub(crate) fn update(&mut self, chunk: &[u8]) {
        self.run.update(chunk);
    }

    /// Hands the name and value of each header to `send`.
    pub(crate) fn finish(mut self, scheme: &Scheme, send: &mut dyn FnMut(&str, &str)) {
        self.feed(scheme, |content| content.after_body());
        let Self { run, timestamp, id } = self;
        let mut signature = String::new();
        header::render(scheme, &timestamp, &run.finish(), &mut signature);
        let mut signature = Some(signature);
        for row in scheme.headers() {
            match &row.role {
                // Only the first signature header: the others are its other names, or carry the
                // signatures of other keys.
                Role::Signature => signature.take().iter().for_each(|value| send(&row.name, value)),
                Role::Timestamp => send(&row.name, &timestamp),
                Role::Content => send(&row.name, &id),
                Role::Required(value) => send(&row.name, value),
            }
        }
    }

    /// Feeds the content on one side of the body, as the receiver will assemble it.
    fn feed(&mut self, scheme: &Scheme, side: for<'c> fn(&'c Content<'c>) -> &'c [&'c [u8]]) {
        let Self { run, timestamp, id } = self;
        let reading = Reading::of(scheme.headers().iter().map(|row| match row.role {
            Role::Content => Some(id.as_bytes()),
            Role::Signature | Role::Timestamp | Role::Required(_) => None,
        }));
        let unit = scheme.timestamp().map_or(Unit::Seconds, |rule| rule.unit);
        let timestamp = Timestamp::parse(timestamp.as_bytes(), unit);
        run.update_all(side(&content::assemble(scheme, &reading, timestamp)));
    }
}
