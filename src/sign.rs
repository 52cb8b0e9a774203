//! Sign: the walk backwards, from a body to the headers that prove it.

use alloc::string::{String, ToString};

use crate::content::{self, Content, Urls};
use crate::delivery::Reading;
use crate::header;
use crate::mac::Run;
use crate::request::{self, Address};
use crate::scheme::{HEADER_BYTES_MAX, HeaderRow, RequestPart, Role, Scheme, Unit};
use crate::time::{self, Timestamp};
use crate::verdict::Code;
use crate::verify::Receiver;

/// Signing over a body that comes in chunks.
pub(crate) struct SignRun {
    run: Run,
    signed: Signed,
}

/// What is signed beside the body.
struct Signed {
    timestamp: String,
    id: String,
    method: String,
    url: Address,
}

impl SignRun {
    /// Begins to sign with the first key, as of `timestamp_ms`; `id` goes into the signed headers other
    /// than the timestamp. Without a URL it is the first that the endpoint knows.
    ///
    /// # Errors
    /// [`Code::OptionInvalid`] when `id`, the time or the request line cannot be signed by this scheme.
    /// [`Code::RequestMissing`] when it signs the URL, and there is none. [`Code::SecretEmpty`] without a
    /// key.
    pub(crate) fn begin(
        Receiver { scheme, keyring, addresses, .. }: Receiver,
        timestamp_ms: u64,
        id: &str,
        [method, url]: [&str; 2],
    ) -> Result<Self, Code> {
        let unit = scheme.timestamp().map_or(Unit::Seconds, |rule| rule.unit);
        let signed = Signed {
            timestamp: time::render(timestamp_ms, unit),
            id: id.to_string(),
            method: method.to_string(),
            url: match addresses {
                [own, ..] if url.is_empty() => own.clone(),
                _ => Address::given(url),
            },
        };
        signed.check(scheme, unit)?;
        let mut this = Self { run: keyring.signer()?, signed };
        this.feed(scheme, |content| content.before_body());
        Ok(this)
    }

    pub(crate) fn update(&mut self, chunk: &[u8]) {
        self.run.update(chunk);
    }

    /// Hands the name and value of each header to `send`.
    pub(crate) fn finish(mut self, scheme: &Scheme, send: &mut dyn FnMut(&str, &str)) {
        self.feed(scheme, |content| content.after_body());
        let Self { run, signed: Signed { timestamp, id, .. } } = self;
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
                Role::Request(_) => {}
            }
        }
    }

    /// Feeds the content on one side of the body, as the receiver will assemble it.
    fn feed(&mut self, scheme: &Scheme, side: for<'c> fn(&'c Content<'c>) -> &'c [&'c [u8]]) {
        let Self { run, signed } = self;
        let reading = Reading::of(scheme.headers().iter().map(|row| signed.value(row)));
        let unit = scheme.timestamp().map_or(Unit::Seconds, |rule| rule.unit);
        let timestamp = Timestamp::parse(signed.timestamp.as_bytes(), unit);
        let mut urls = Urls::default();
        let is_fixed = scheme.fixed_url == Some(true);
        urls.push(if is_fixed { &signed.url.text } else { signed.url.origin() });
        let mut content = content::assemble(scheme, &reading, timestamp, urls);
        content.choose(0);
        run.update_all(side(&content));
    }
}

impl Signed {
    /// Whether a receiver will read in it what was meant.
    fn check(&self, scheme: &Scheme, unit: Unit) -> Result<(), Code> {
        let timestamp = Timestamp::parse(self.timestamp.as_bytes(), unit)
            .filter(|time| header::has_clear_end(scheme, time));
        for (index, row) in scheme.headers().iter().enumerate() {
            if row.is_of_url() && self.url.text.is_empty() {
                return Err(Code::RequestMissing);
            }
            if row.is_of_url() && self.url.text.len() > HEADER_BYTES_MAX {
                return Err(Code::OptionInvalid);
            }
            let value = self.value(row);
            let checked = header::check_signed(scheme, index, &row.role, value, timestamp);
            checked.map_err(|_| Code::OptionInvalid)?;
        }
        let is_time_lost = timestamp.is_none() && scheme.timestamp().is_some();
        let is_url_cut = scheme.fixed_url.is_some() && !self.url.is_whole();
        if is_time_lost || is_url_cut { Err(Code::OptionInvalid) } else { Ok(()) }
    }

    /// The value of a row that is signed.
    fn value<'s>(&'s self, row: &'s HeaderRow) -> Option<&'s [u8]> {
        match &row.role {
            Role::Signature | Role::Timestamp => None,
            Role::Content => Some(self.id.as_bytes()),
            Role::Required(value) => Some(value.as_bytes()),
            Role::Request(RequestPart::Method) => Some(self.method.as_bytes()),
            Role::Request(_) => Some(request::cut(row, self.url.target())),
        }
    }
}
